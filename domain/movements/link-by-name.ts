/** What a plan leaves out and a name can tell. */
import type { ExerciseDocument, PlanDocument } from '../plan/document.ts'
import { resolveEquipment } from '../plan/vocabulary.ts'
import type { MovementNames } from './wanted.ts'

/**
 * Only an exercise that could not stand without it: core or accessory, with neither movement nor main muscles. Who wrote
 * the muscles out has said what the exercise is, and no name changes its time or its value.
 */
const needsItsName = ({ movement, role, primaryMuscles = [] }: ExerciseDocument): boolean =>
  movement === undefined &&
  primaryMuscles.length === 0 &&
  (role === undefined || role === 'core' || role === 'accessory')

/**
 * Muscles, mechanic and equipment, each where it is missing; station and set-up where the equipment is the movement's,
 * because they come with it. Never the role, nor the movement itself, which would bring the role along: a name makes
 * nothing core.
 */
const linkExercise = (exercise: ExerciseDocument, library: MovementNames): ExerciseDocument => {
  const movement = needsItsName(exercise) ? library.byName(exercise.name) : undefined
  if (!movement) return exercise
  const { equipment = movement.equipment, mechanic = movement.mechanic } = exercise
  const secondaryMuscles = exercise.secondaryMuscles ?? [...movement.secondaryMuscles]
  const isItsOwn = resolveEquipment(equipment) === movement.equipment
  const station = exercise.station ?? (isItsOwn ? movement.station : undefined)
  const setupSeconds = exercise.setupSeconds ?? (isItsOwn ? movement.setupSeconds : undefined)
  return {
    ...exercise,
    primaryMuscles: [...movement.primaryMuscles],
    secondaryMuscles,
    equipment,
    mechanic,
    ...(station !== undefined && { station }),
    ...(setupSeconds !== undefined && { setupSeconds }),
  }
}

/** A new document; what it is given stays as it is. */
export const linkByName = (document: PlanDocument, library: MovementNames): PlanDocument => ({
  ...document,
  microcycles: document.microcycles.map((microcycle) => ({
    ...microcycle,
    sessions: microcycle.sessions.map((session) => ({
      ...session,
      exercises: session.exercises.map((exercise) => linkExercise(exercise, library)),
    })),
  })),
})
