/** An exercise with another movement in its place: its id, role, sets, reps, effort and rest as programmed. */
import type { NormalExercise, SetDocument } from '../plan/document.ts'
import type { Movement } from './movement.ts'
import { isUnilateral } from './tags.ts'

/** A load means nothing on another movement, and could hurt: the athlete finds it by the reps and the effort. */
const withoutLoad = ({ load: _, ...set }: SetDocument): SetDocument => set

/** Sides as programmed, unless one movement is done side by side and the other is not. */
const perSideOf = (exercise: NormalExercise, wasUnilateral: boolean, movement: Movement): boolean =>
  isUnilateral(movement) === wasUnilateral ? exercise.perSide === true : isUnilateral(movement)

export const swappedExercise = (
  exercise: NormalExercise,
  wasUnilateral: boolean,
  movement: Movement,
): NormalExercise => {
  const { load: _, station: _station, setupSeconds: _setup, perSide: _perSide, ...kept } = exercise
  const { slug, name, equipment, mechanic, station, setupSeconds } = movement
  return {
    ...kept,
    name,
    movement: slug,
    primaryMuscles: [...movement.primaryMuscles],
    secondaryMuscles: [...movement.secondaryMuscles],
    equipment,
    mechanic,
    ...(station !== undefined && { station }),
    ...(setupSeconds !== undefined && { setupSeconds }),
    ...(perSideOf(exercise, wasUnilateral, movement) && { perSide: true }),
    sets: typeof exercise.sets === 'number' ? exercise.sets : exercise.sets.map(withoutLoad),
  }
}
