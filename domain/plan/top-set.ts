/** Which sets stay when an exercise is trimmed: they close in on the top set (article A6). */
import { isOpenSet } from '../clock/repetitions.ts'
import type { Load } from './document.ts'
import type { TimedSet } from './session.ts'

const written = /^(\d+(?:\.\d+)?)\s*(%|kg|lb)s?$/i

const loadOf = (load: Load | undefined): { amount: number; unit: string } | null => {
  if (typeof load === 'number') return { amount: load, unit: 'kg' }
  const match = written.exec(load?.trim() ?? '')
  return match ? { amount: Number(match[1]), unit: match[2]!.toLowerCase() } : null
}

/**
 * Index of the top set: the last of the heaviest loads where all are in one unit and differ; else the first open
 * set (AMRAP, "n+"); else the first set.
 */
export const topSetIndex = (workingSets: readonly TimedSet[]): number => {
  const loads = workingSets.map((set) => loadOf(set.prescription.load))
  const first = loads[0]
  const comparable = first && loads.every((load) => load?.unit === first.unit)
  if (comparable && loads.some((load) => load!.amount !== first.amount)) {
    const heaviest = Math.max(...loads.map((load) => load!.amount))
    return loads.findLastIndex((load) => load!.amount === heaviest)
  }
  return Math.max(
    0,
    workingSets.findIndex((set) => isOpenSet(set.prescription.reps)),
  )
}

/**
 * Indexes, ascending, of the `count` sets that stay: sets after the top set go first, from the end, then those
 * before it, from the start.
 */
export const retainedSetIndexes = (workingSets: readonly TimedSet[], count: number): number[] => {
  const top = topSetIndex(workingSets)
  const last = Math.max(top, count - 1)
  return Array.from({ length: count }, (_, offset) => last - count + 1 + offset)
}
