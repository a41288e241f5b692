/** A dose: what is done of one exercise. How many of its sets, which ones, at which rest, after which ramp. */
import type { SessionExercise } from '../plan/session.ts'
import { retainedSetIndexes } from '../plan/top-set.ts'
import { shortRestSeconds } from './rest.ts'

export type RestLevel = 'programmed' | 'short'

export interface Dose {
  readonly exercise: SessionExercise
  /** Indexes of the retained working sets, ascending. */
  readonly retained: readonly number[]
  /** "short" only where the exercise has a short level and keeps two or more sets. */
  readonly level: RestLevel
  /** ρ: the rest level in force. A single rests min(ρ, the set's own) after each set. */
  readonly restSeconds: number
  /** How many warm-up sets stay; the last ones. */
  readonly rampSets: number
  readonly rampWorkSeconds: number
  readonly rampRestSeconds: number
  /** Work of the retained sets. */
  readonly workSeconds: number
  /** The shortest work among the retained sets. */
  readonly shortestWorkSeconds: number
  /** The k − 1 rests between the retained sets when the exercise stands alone. */
  readonly restsBetweenSeconds: number
}

/** The short level of an exercise, null where it has none: only accessories have one. */
export const shortLevelSeconds = (exercise: SessionExercise): number | null =>
  exercise.role === 'accessory' ? shortRestSeconds(exercise.restSeconds, exercise.mechanic) : null

/**
 * The dose of `sets` (1..n) working sets. Asked for "short", an exercise without a short level, or with one set
 * left, rests as programmed.
 */
export const doseOf = (
  exercise: SessionExercise,
  sets = exercise.workingSets.length,
  level: RestLevel = 'programmed',
  rampSets = exercise.warmupSets.length,
): Dose => {
  const retained = retainedSetIndexes(exercise.workingSets, sets)
  const short = level === 'short' && sets >= 2 ? shortLevelSeconds(exercise) : null
  const restSeconds = short ?? exercise.restSeconds
  let workSeconds = 0
  let shortestWorkSeconds = Number.POSITIVE_INFINITY
  let restsBetweenSeconds = 0
  for (const [position, index] of retained.entries()) {
    const set = exercise.workingSets[index]!
    workSeconds += set.workSeconds
    shortestWorkSeconds = Math.min(shortestWorkSeconds, set.workSeconds)
    if (position < retained.length - 1) restsBetweenSeconds += Math.min(restSeconds, set.restSeconds)
  }
  const ramp = exercise.warmupSets.slice(exercise.warmupSets.length - rampSets)
  return {
    exercise,
    retained,
    level: short === null ? 'programmed' : 'short',
    restSeconds,
    rampSets,
    rampWorkSeconds: ramp.reduce((sum, set) => sum + set.workSeconds, 0),
    rampRestSeconds: ramp.reduce((sum, set) => sum + set.restSeconds, 0),
    workSeconds,
    shortestWorkSeconds,
    restsBetweenSeconds,
  }
}
