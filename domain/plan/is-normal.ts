/**
 * Whether a plan that was stored is still a normal form: what `normalisePlan` sees to and the clock relies on, without making
 * it anew. A missing role or id is not guessed again, because it could be guessed otherwise.
 */
import { groupFaults } from './check-groups.ts'
import { setFaults } from './check-sets.ts'
import type { NormalExercise, NormalMicrocycle, NormalPlan, NormalSession } from './document.ts'
import { repeatedAt } from './identify.ts'
import { cardio, equipment, muscles } from './vocabulary.ts'

/** Conditioning's word too, whatever the role: an exercise may have taken it from its movement. */
const knownMuscles: ReadonlySet<string> = new Set([...muscles, cardio])
const knownEquipment: ReadonlySet<string> = new Set(equipment)

const hasKnownMuscles = ({ role, primaryMuscles, secondaryMuscles }: NormalExercise): boolean => {
  const needsPrimary = role === 'core' || role === 'accessory'
  return (
    (primaryMuscles.length > 0 || !needsPrimary) &&
    [...primaryMuscles, ...secondaryMuscles].every((muscle) => knownMuscles.has(muscle))
  )
}

/** Of the form of a plan document, in which these four are optional. */
const isWhole = ({ id, role, primaryMuscles, secondaryMuscles }: Partial<NormalExercise>): boolean =>
  id !== undefined && role !== undefined && primaryMuscles !== undefined && secondaryMuscles !== undefined

const isNormalExercise = (exercise: NormalExercise): boolean =>
  isWhole(exercise) &&
  hasKnownMuscles(exercise) &&
  (exercise.equipment === undefined || knownEquipment.has(exercise.equipment)) &&
  setFaults(exercise, '').length === 0

const areDistinct = (items: readonly { readonly id?: string }[]): boolean =>
  items.every(({ id }) => id !== undefined) && repeatedAt(items.map(({ id }) => id ?? '')).length === 0

const isNormalSession = ({ exercises }: NormalSession): boolean =>
  exercises.every(isNormalExercise) && areDistinct(exercises) && groupFaults(exercises, '').length === 0

const ascend = (microcycles: readonly NormalMicrocycle[]): boolean =>
  microcycles.every(({ weekNumber }, index) => weekNumber > (microcycles[index - 1]?.weekNumber ?? 0))

/** `plan` has the form of a plan document: the schema has checked shape and bounds. */
export const isNormalPlan = ({ microcycles }: NormalPlan): boolean => {
  const sessions = microcycles.flatMap((microcycle) => microcycle.sessions)
  return ascend(microcycles) && areDistinct(sessions) && sessions.every(isNormalSession)
}
