/** How many repetitions a prescription means: for the clock, and for the default rest. */
import { clockParameters } from '../parameters.ts'
import type { Reps } from '../plan/document.ts'

const range = /^(\d+)-(\d+)$/
const open = /^(\d+)\+$/

/**
 * Repetitions that the clock counts: n; the upper end of "8-12"; n + 3 for "5+"; 12 for "AMRAP".
 * Throws RangeError for text outside that grammar: plans are checked before they come here.
 */
export const clockReps = (reps: Reps): number => {
  if (typeof reps === 'number') return reps
  if (reps === 'AMRAP') return clockParameters.amrapReps.value
  const openMatch = open.exec(reps)
  if (openMatch) return Number(openMatch[1]) + clockParameters.openSetExtraReps.value
  const rangeMatch = range.exec(reps)
  if (rangeMatch) return Number(rangeMatch[2])
  throw new RangeError(`reps must be a number, "8-12", "5+" or "AMRAP", not ${JSON.stringify(reps)}`)
}

/** Repetitions that say how hard a set is: n, the upper end, the n of "n+"; AMRAP and timed sets count as light. */
export const hardnessReps = (reps: Reps | undefined): number => {
  if (reps === undefined || reps === 'AMRAP') return Number.POSITIVE_INFINITY
  const openMatch = typeof reps === 'string' ? open.exec(reps) : null
  return openMatch ? Number(openMatch[1]) : clockReps(reps)
}

/** Whether the set is open-ended: AMRAP or "n+". */
export const isOpenSet = (reps: Reps | undefined): boolean =>
  reps === 'AMRAP' || (typeof reps === 'string' && open.test(reps))
