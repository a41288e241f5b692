/** Sessions and doses for tests, from exercises as a plan's normal form has them. */
import { type Dose, doseOf } from '../../domain/clock/dose.ts'
import { prepareSession } from '../../domain/clock/prepare-session.ts'
import type { NormalExercise } from '../../domain/plan/document.ts'
import type { Session } from '../../domain/plan/session.ts'

export const prepared = (...exercises: NormalExercise[]): Session =>
  prepareSession({ id: 'day', name: 'Day', dayOfWeek: 1, exercises }, 1)

export const doseFor = (
  exercise: NormalExercise,
  ...how: [sets?: number, level?: Dose['level'], rampSets?: number]
): Dose => doseOf(prepared(exercise).exercises[0]!, ...how)
