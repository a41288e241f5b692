/** What a soak has to show: nothing that the process holds grows with the previews that it has answered. */
import { median } from '../statistics.ts'
import type { Holdings } from './soaked-service.ts'

export interface Sample extends Holdings {
  readonly previews: number
}

export interface Verdict {
  readonly what: string
  readonly before: number
  readonly after: number
  readonly holds: boolean
}

/** Until then caches fill and code is compiled. */
const warmUpShare = 0.2
const usualHeapGrowth = 0.05

const least = (values: readonly number[]): number => Math.min(...values)

const between = (samples: readonly Sample[], from: number, to: number): Sample[] => {
  const total = samples.at(-1)!.previews
  return samples.filter(({ previews }) => previews >= total * from && previews <= total * to)
}

/**
 * The medians of the fifth behind the warm-up and of the last fifth are compared. `mostHeapGrowth` is a share: a run too
 * short for the caches to be full by then needs more.
 */
export const verdictsOf = (samples: readonly Sample[], mostHeapGrowth = usualHeapGrowth): Verdict[] => {
  const early = between(samples, warmUpShare, warmUpShare * 2)
  const late = between(samples, 1 - warmUpShare, 1)
  const verdict = (
    what: string,
    pick: (sample: Sample) => number,
    mostGrowth: number,
    of: (values: number[]) => number = median,
  ): Verdict => {
    const [before, after] = [of(early.map(pick)), of(late.map(pick))]
    return { what, before, after, holds: after <= before * (1 + mostGrowth) }
  }
  return [
    verdict('heap after collection, bytes', ({ heapBytes }) => heapBytes, mostHeapGrowth),
    // Connections are on their way in or out at any moment, and a scrape names their kinds: what is left behind is there in
    // the quietest moment too.
    verdict('handles', ({ handles }) => handles, 0, least),
    verdict('listeners', ({ listeners }) => listeners, 0, least),
    verdict('series of a scrape', ({ series }) => series, 0, least),
  ]
}
