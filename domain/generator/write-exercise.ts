/** An exercise of a plan, in normal form, from a movement of the library: every fact written out, nothing left to look up. */

import type { Movement } from '../movements/movement.ts'
import { isUnilateral } from '../movements/tags.ts'
import type { NormalExercise, Role } from '../plan/document.ts'
import { fractionalSets, type MuscleShare } from '../stimulus/fractional-sets.ts'

export const secondaryMusclesOf = ({ primaryMuscles, secondaryMuscles }: Movement): string[] =>
  secondaryMuscles.filter((muscle) => !primaryMuscles.includes(muscle))

/** What a working set of the movement counts for each muscle. */
export const sharesOf = (movement: Movement): MuscleShare[] =>
  fractionalSets({
    role: 'accessory',
    primaryMuscles: movement.primaryMuscles,
    secondaryMuscles: secondaryMusclesOf(movement),
  })

export type Dose = Pick<NormalExercise, 'sets' | 'reps' | 'seconds' | 'load' | 'rpe' | 'restSeconds'>

export const writeExercise = (movement: Movement, role: Role, dose: Dose): NormalExercise => ({
  id: movement.slug,
  name: movement.name,
  movement: movement.slug,
  role,
  primaryMuscles: [...movement.primaryMuscles],
  secondaryMuscles: secondaryMusclesOf(movement),
  equipment: movement.equipment,
  mechanic: movement.mechanic,
  ...(movement.station !== undefined && { station: movement.station }),
  ...(movement.setupSeconds !== undefined && { setupSeconds: movement.setupSeconds }),
  ...(isUnilateral(movement) && { perSide: true }),
  ...dose,
})
