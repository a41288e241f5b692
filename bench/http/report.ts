/** Writes what `npm run bench:http` found as JSON and as two plots. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { linePlot } from '../plot.ts'
import type { Kind, Row } from './throughput.ts'

const labels: Readonly<Record<Kind, string>> = {
  bare: 'bare route',
  warm: 'warm',
  newTargets: 'new targets',
  newPlans: 'new plans',
  newSessions: 'new sessions',
}
const percentiles = ['p50', 'p90', 'p99'] as const

export const writeHttpReport = (folder: string, result: object): void => {
  const { throughput } = result as { throughput: Row[] }
  const machine = { processors: cpus().length, model: cpus()[0]?.model, node: process.version }
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/http.json`, `${JSON.stringify({ machine, ...result }, null, 2)}\n`)
  const rowsOf = (kind: Kind): Row[] => throughput.filter((row) => row.kind === kind)
  const kinds = Object.keys(labels) as Kind[]
  writeFileSync(
    `${folder}/http-throughput.svg`,
    linePlot({
      title: 'Previews a second, by connections',
      x: { label: 'connections', scale: 'logarithmic' },
      y: { scale: 'logarithmic', spoken: (value) => value.toLocaleString('en') },
      series: kinds.map((kind) => ({
        label: labels[kind],
        points: rowsOf(kind).map((row) => [row.connections, row.answersASecond]),
      })),
    }),
  )
  writeFileSync(
    `${folder}/http-latency.svg`,
    linePlot({
      title: 'Time of a preview, by connections',
      x: { label: 'connections', scale: 'logarithmic' },
      y: { scale: 'logarithmic' },
      series: (['warm', 'newTargets'] as const).flatMap((kind) =>
        percentiles.map((percentile) => ({
          label: `${labels[kind]}, ${percentile}`,
          points: rowsOf(kind).map((row) => [row.connections, row[`${percentile}Ms`]] as const),
        })),
      ),
    }),
  )
}
