/** Writes what a soak found as JSON and as a plot of the heap. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { linePlot } from '../plot.ts'
import type { Soak, SoakOptions } from './run-soak.ts'
import type { Sample, Verdict } from './verdicts.ts'

const megabyte = 2 ** 20

export const writeSoakReport = (
  folder: string,
  options: SoakOptions,
  soak: Soak,
  verdicts: readonly Verdict[],
): void => {
  mkdirSync(folder, { recursive: true })
  const report = { node: process.version, options, verdicts, ...soak }
  writeFileSync(`${folder}/soak.json`, `${JSON.stringify(report, null, 2)}\n`)
  const { samples } = soak
  const line = (label: string, pick: (sample: Sample) => number) => ({
    label,
    points: samples.map((sample) => [sample.previews, pick(sample) / megabyte] as const),
  })
  const last = samples.at(-1)!.previews
  const highest = Math.max(...samples.flatMap(({ heapBytes, externalBytes }) => [heapBytes, externalBytes]))
  writeFileSync(
    `${folder}/soak.svg`,
    linePlot({
      title: 'What the process holds after a forced collection',
      x: {
        label: 'previews answered',
        ticks: [samples[0]!.previews, last / 4, last / 2, (last / 4) * 3, last],
      },
      y: {
        scale: 'linear',
        lowest: 0,
        highest: (highest / megabyte) * 1.1,
        spoken: (value) => `${value} MB`,
      },
      series: [
        line('heap', ({ heapBytes }) => heapBytes),
        line('outside the heap', ({ externalBytes }) => externalBytes),
      ],
    }),
  )
}
