/** What the reports say of each lift and of each muscle, in the order of the plan. */
import type { NormalPlan, Role } from '../plan/document.ts'
import { muscles } from '../plan/vocabulary.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { placesIn } from './future-weeks.ts'
import type { Gathered } from './gather.ts'
import { type Judgement, judgeLift, type Verdict } from './judge-lift.ts'

export interface LiftAnalysis extends Judgement {
  readonly exerciseId: string
  readonly name: string
  readonly role: Role
  readonly primaryMuscles: readonly string[]
}

export interface MuscleAnalysis {
  readonly muscle: string
  readonly evidence: Evidence
  /** Lifts that train it and were judged, by verdict. */
  readonly verdicts: Readonly<Record<Exclude<Verdict, 'unknown'>, number>>
}

/** Every core lift and accessory of the plan that was reported; what the plan no longer holds has no weeks ahead. */
export const liftAnalyses = (plan: NormalPlan, { lifts }: Gathered): LiftAnalysis[] =>
  [...placesIn(plan.microcycles)].flatMap(([exerciseId, places]) => {
    const lift = lifts.get(exerciseId)
    const exercise = places.at(-1)?.exercise
    if (!lift || !exercise) return []
    const { name, role, primaryMuscles } = exercise
    return [{ exerciseId, name, role, primaryMuscles, ...judgeLift(lift) }]
  })

const muscleAnalysis = (
  muscle: string,
  lifts: readonly LiftAnalysis[],
  gathered: Gathered,
): MuscleAnalysis => {
  const reports = lifts.flatMap(({ exerciseId }) => gathered.lifts.get(exerciseId) ?? [])
  const byDay = (one: { date: string }, other: { date: string }): number => (one.date < other.date ? -1 : 1)
  const count = (verdict: Verdict): number => lifts.filter((lift) => lift.verdict === verdict).length
  return {
    muscle,
    evidence: evidenceOf({
      deviations: reports.flatMap(({ deviations }) => deviations).sort(byDay),
      completions: reports.flatMap(({ completions }) => completions).sort(byDay),
    }),
    verdicts: {
      too_hard: count('too_hard'),
      left_undone: count('left_undone'),
      too_easy: count('too_easy'),
      on_target: count('on_target'),
    },
  }
}

/** Of the lifts that have it as a primary muscle. */
export const muscleAnalyses = (lifts: readonly LiftAnalysis[], gathered: Gathered): MuscleAnalysis[] =>
  muscles.flatMap((muscle) => {
    const training = lifts.filter(({ primaryMuscles }) => primaryMuscles.includes(muscle))
    return training.length > 0 ? [muscleAnalysis(muscle, training, gathered)] : []
  })
