/** Small plans for tests: one good exercise, session or week, with what a test wants to be different. */
import type {
  ExerciseDocument,
  NormalPlan,
  PlanDocument,
  SessionDocument,
} from '../../../domain/plan/document.ts'
import { normalisePlan } from '../../../domain/plan/normalise.ts'

export const exercise = (change: Partial<ExerciseDocument> = {}): ExerciseDocument => ({
  name: 'Curl',
  primaryMuscles: ['biceps'],
  sets: 3,
  reps: 10,
  ...change,
})

export const session = (
  exercises: ExerciseDocument[],
  change: Partial<SessionDocument> = {},
): SessionDocument => ({ name: 'Day', dayOfWeek: 1, exercises, ...change })

export const plan = (exercises: ExerciseDocument[], change: Partial<PlanDocument> = {}): PlanDocument => ({
  name: 'Plan',
  microcycles: [{ weekNumber: 1, sessions: [session(exercises)] }],
  ...change,
})

/** The normal form of a document that is meant to be good. */
export const normal = (document: PlanDocument): NormalPlan => {
  const checked = normalisePlan(document)
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
  return checked.value
}
