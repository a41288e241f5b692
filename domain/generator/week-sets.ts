/** The sets of a week that has fewer than the full one: a deload, or a block's later phases. */
import type { Week } from './calendar.ts'
import { type DraftExercise, tolerance, type WeekDraft } from './week-draft.ts'

/** Fewer than two sets of a thing are a taste, not training. */
const fewestAccessorySets = 2

export type WeekSets = ReadonlyMap<DraftExercise, number>

/** Half of everything, rounded up: a deload asks for less of each, not for less variety. */
const easierSets = (exercises: readonly DraftExercise[], share: number): WeekSets =>
  new Map(exercises.map((exercise) => [exercise, Math.max(1, Math.ceil(exercise.sets * share))]))

/**
 * Accessories give up sets until the share is reached: always from the one that has most, and of those from the last.
 * Core lifts keep theirs, and no muscle goes under the least that its range asks for.
 */
const fewerAccessorySets = (
  draft: WeekDraft,
  exercises: readonly DraftExercise[],
  share: number,
): WeekSets => {
  const sets = new Map(exercises.map((exercise) => [exercise, exercise.sets]))
  const muscleSets = new Map(draft.muscleSets)
  const accessories = exercises.filter(({ role }) => role !== 'core')
  const all = accessories.reduce((sum, exercise) => sum + exercise.sets, 0)
  const mayGive = (exercise: DraftExercise): boolean =>
    sets.get(exercise)! > fewestAccessorySets &&
    exercise.shares.every(({ muscle, sets: lost }) => {
      const minimum = draft.ranges.get(muscle)?.minimum ?? 0
      return minimum === 0 || (muscleSets.get(muscle) ?? 0) - lost >= minimum - tolerance
    })
  for (let left = all; left > all * share; left -= 1) {
    let giver: DraftExercise | undefined
    for (const exercise of accessories) {
      if (mayGive(exercise) && (giver === undefined || sets.get(exercise)! >= sets.get(giver)!))
        giver = exercise
    }
    if (giver === undefined) break
    sets.set(giver, sets.get(giver)! - 1)
    for (const { muscle, sets: lost } of giver.shares) {
      muscleSets.set(muscle, muscleSets.get(muscle)! - lost)
    }
  }
  return sets
}

export const setsOfWeek = (draft: WeekDraft, { deload, setShare }: Week): WeekSets => {
  const exercises = draft.sessions.flatMap((session) => session.exercises)
  return deload ? easierSets(exercises, setShare) : fewerAccessorySets(draft, exercises, setShare)
}
