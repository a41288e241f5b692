/** How hard a set is: the RPE of a week, and the share of the one-repetition maximum that belongs to it. */
import { clockReps } from '../clock/repetitions.ts'
import type { Duty } from './dosage.ts'
import type { Experience } from './intent.ts'

/**
 * From the first to the last week of a run of hard weeks. RPE as repetitions in reserve (Zourdos 2016); growth and strength
 * come without failure (Refalo 2023), so nothing is planned at 10, and beginners, who judge it worst, stay further away.
 */
const effortRange: Readonly<Record<Experience, readonly [first: number, last: number]>> = {
  beginner: [6, 8],
  intermediate: [7, 9],
  advanced: [7.5, 9.5],
}

/** An easy week: about four in reserve (Bell 2023). */
export const deloadEffort = 6
/** Small exercises may come closer: a missed repetition costs nothing there. */
const isolationExtra = 0.5
const hardest = 9.5

const toHalf = (value: number): number => Math.round(value * 2) / 2

/** `progress` 0..1 through the run of hard weeks; null in a deload. */
export const effortOf = (experience: Experience, duty: Duty, progress: number | null): number => {
  if (progress === null) return deloadEffort
  const [first, last] = effortRange[experience]
  const effort = toHalf(first + (last - first) * progress)
  return Math.min(hardest, duty === 'isolation' ? effort + isolationExtra : effort)
}

/** Brzycki's line (1993) is good up to about ten repetitions; beyond them the RPE alone says more. */
const mostPredictedReps = 12
const stepPercent = 2.5

/**
 * The load of a core lift as a share of the one-repetition maximum: Brzycki 1993, %1RM = (37 − n)/36, with n the
 * repetitions done and those left in reserve; rounded down to what plates can do. Beginners have no maximum to take a
 * share of: they go by the RPE.
 */
export const loadOf = (experience: Experience, reps: number | string, rpe: number): string | undefined => {
  const possible = clockReps(reps) + 10 - rpe
  if (experience === 'beginner' || possible > mostPredictedReps) return undefined
  const percent = (100 * (37 - possible)) / 36
  return `${Math.floor(percent / stepPercent) * stepPercent}%`
}
