/** An exercise as an adaptation leaves it: with another number of sets, less effort, or another movement. */
import type { Movement } from '../movements/movement.ts'
import { swappedExercise } from '../movements/swapped-exercise.ts'
import { workingSetCount } from '../plan/check-sets.ts'
import type { NormalExercise, SetDocument } from '../plan/document.ts'
import { retainedSetIndexes, topSetIndex } from '../plan/top-set.ts'
import { adaptationParameters } from './parameters.ts'

/** Working sets with what they take from their exercise, as the rule of the top set wants them. */
const prescribed = (sets: readonly SetDocument[], exercise: NormalExercise) =>
  sets.map((set) => ({
    prescription: {
      ...(exercise.load !== undefined && { load: exercise.load }),
      ...(exercise.reps !== undefined && set.seconds === undefined && { reps: exercise.reps }),
      ...set,
    },
    workSeconds: 0,
    restSeconds: 0,
  }))

/** One more of the last set that is not the top set, in its place: nobody is asked for a second heaviest set. */
const oneMore = (working: readonly SetDocument[], exercise: NormalExercise): SetDocument[] => {
  const top = topSetIndex(prescribed(working, exercise))
  const repeated = working.length - 1 === top && working.length > 1 ? top - 1 : working.length - 1
  return working.flatMap((set, index) => (index === repeated ? [set, { ...set }] : [set]))
}

const resized = (
  working: readonly SetDocument[],
  count: number,
  exercise: NormalExercise,
): readonly SetDocument[] => {
  if (count < working.length) {
    return retainedSetIndexes(prescribed(working, exercise), count).map((index) => working[index]!)
  }
  return count === working.length ? working : resized(oneMore(working, exercise), count, exercise)
}

/** Fewer sets close in on the top set (article A6); warm-up sets stay as they are. */
export const withWorkingSets = (exercise: NormalExercise, count: number): NormalExercise => {
  const { sets } = exercise
  if (typeof sets === 'number') return { ...exercise, sets: count }
  if (workingSetCount(exercise) === count) return exercise
  const working = sets.filter(({ warmup }) => warmup !== true)
  const kept = resized(working, count, exercise)
  const first = sets.findIndex(({ warmup }) => warmup !== true)
  const before = sets.slice(0, first)
  const after = sets.slice(first).filter(({ warmup }) => warmup === true)
  return { ...exercise, sets: [...before, ...kept, ...after].map((set) => ({ ...set })) }
}

/** Further from failure, but not where that would be raising it. */
export const deloadRpe = (rpe: number): number => {
  const { deloadRpeDrop, deloadRpeFloor } = adaptationParameters
  return Math.min(rpe, Math.max(deloadRpeFloor.value, rpe - deloadRpeDrop.value))
}

export const withDeloadRpe = (exercise: NormalExercise): NormalExercise => {
  const { sets, rpe } = exercise
  const lower = (set: SetDocument): SetDocument =>
    set.rpe === undefined || set.warmup === true ? { ...set } : { ...set, rpe: deloadRpe(set.rpe) }
  return {
    ...exercise,
    sets: typeof sets === 'number' ? sets : sets.map(lower),
    ...(rpe !== undefined && { rpe: deloadRpe(rpe) }),
  }
}

/**
 * Another movement, prescribed as the one before, under an id of its own: what was reported of the old one says nothing of
 * it. Loads go with the old movement, and so do notes about it and the ramp up to its loads.
 */
export const withMovement = (exercise: NormalExercise, movement: Movement): NormalExercise => {
  const { notes: _, ...swapped } = swappedExercise(exercise, exercise.perSide === true, movement)
  const { sets } = swapped
  return {
    ...swapped,
    id: movement.slug,
    sets: typeof sets === 'number' ? sets : sets.filter(({ warmup }) => warmup !== true),
  }
}
