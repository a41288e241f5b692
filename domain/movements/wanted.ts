/** What an alternative has to come near to: a movement of the library, or an exercise as a plan describes it. */
import type { NormalExercise } from '../plan/document.ts'
import type { Movement, MovementLevel, MovementPattern } from './movement.ts'
import { isTimed, isUnilateral } from './tags.ts'

export interface Wanted {
  /** The plan's name, and the library's. */
  readonly names: readonly string[]
  readonly primaryMuscles: readonly string[]
  readonly secondaryMuscles: readonly string[]
  /** What only the library can tell is left out where it does not know the exercise. */
  readonly pattern?: MovementPattern
  readonly level?: MovementLevel
  readonly slug?: string
  readonly mechanic?: Movement['mechanic']
  readonly equipment?: string
  readonly isUnilateral: boolean
  readonly isTimed: boolean
}

/** What an exercise is looked up in. */
export interface MovementNames {
  bySlug(slug: string): Movement | undefined
  byName(name: string): Movement | undefined
}

export const wantedOf = (movement: Movement): Wanted => ({
  ...movement,
  names: [movement.name],
  isUnilateral: isUnilateral(movement),
  isTimed: isTimed(movement),
})

/** The movement that an exercise is: by the slug that it names, else by its name. */
export const movementOf = (
  { movement, name }: Pick<NormalExercise, 'movement' | 'name'>,
  library: MovementNames,
): Movement | undefined =>
  (movement === undefined ? undefined : library.bySlug(movement)) ?? library.byName(name)

const isTimedAsWritten = ({ sets, seconds }: NormalExercise): boolean =>
  typeof sets === 'number'
    ? seconds !== undefined
    : sets.every((set) => (set.seconds ?? (set.reps === undefined ? seconds : undefined)) !== undefined)

/** The plan's word on what the exercise is; the library's on what the plan does not say. */
export const wantedOfExercise = (exercise: NormalExercise, library: MovementNames): Wanted => {
  const movement = movementOf(exercise, library)
  const written = exercise.primaryMuscles.length > 0
  const mechanic = exercise.mechanic ?? movement?.mechanic
  const equipment = exercise.equipment ?? movement?.equipment
  return {
    names: movement === undefined ? [exercise.name] : [exercise.name, movement.name],
    primaryMuscles: written ? exercise.primaryMuscles : (movement?.primaryMuscles ?? []),
    secondaryMuscles: written ? exercise.secondaryMuscles : (movement?.secondaryMuscles ?? []),
    ...(movement && { pattern: movement.pattern, level: movement.level, slug: movement.slug }),
    ...(mechanic !== undefined && { mechanic }),
    ...(equipment !== undefined && { equipment }),
    isUnilateral: movement ? isUnilateral(movement) : exercise.perSide === true,
    isTimed: isTimedAsWritten(exercise),
  }
}
