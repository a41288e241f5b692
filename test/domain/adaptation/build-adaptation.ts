/** A plan of some weeks, and reports of it, for the tests of adaptation. */

import { type AdaptationRequest, proposeAdaptations } from '../../../domain/adaptation/propose.ts'
import type { FeedbackReport, PerformanceReport, RpeReport } from '../../../domain/adaptation/report.ts'
import { withDefaults } from '../../../domain/amendment/amendment.ts'
import type { AmendmentDocument, ExerciseDocument, NormalPlan } from '../../../domain/plan/document.ts'
import { exercise, normal } from '../plan/build-plan.ts'

export const bench = (change: Partial<ExerciseDocument> = {}): ExerciseDocument =>
  exercise({ id: 'bench', name: 'Bench press', role: 'core', primaryMuscles: ['chest'], sets: 4, ...change })

export const curl = (change: Partial<ExerciseDocument> = {}): ExerciseDocument =>
  exercise({ id: 'curl', name: 'Curl', sets: 4, ...change })

export interface WeekChange {
  deload?: boolean
  exercises?: ExerciseDocument[]
}

/** Session "w3-d1" is Monday of week 3. */
export const planOfWeeks = (
  weeks: number,
  exercises: ExerciseDocument[] = [bench(), curl()],
  { days = [1], change = {} }: { days?: number[]; change?: Record<number, WeekChange> } = {},
): NormalPlan =>
  normal({
    name: 'Plan',
    microcycles: Array.from({ length: weeks }, (_, index) => {
      const weekNumber = index + 1
      const { deload, exercises: others = exercises } = change[weekNumber] ?? {}
      return {
        weekNumber,
        ...(deload !== undefined && { deload }),
        sessions: days.map((dayOfWeek) => ({
          id: `w${weekNumber}-d${dayOfWeek}`,
          name: 'Day',
          dayOfWeek,
          exercises: structuredClone(others),
        })),
      }
    }),
  })

/** Week 1 begins on Monday, 5 January 2026. */
export const dateOf = (weekNumber: number, dayOfWeek = 1): string =>
  new Date(Date.UTC(2026, 0, 5 + 7 * (weekNumber - 1) + dayOfWeek - 1)).toISOString().slice(0, 10)

export const rpe = (weekNumber: number, deviation: number, change: Partial<RpeReport> = {}): RpeReport => ({
  kind: 'rpe',
  sessionId: `w${weekNumber}-d1`,
  weekNumber,
  date: dateOf(weekNumber),
  exerciseId: 'bench',
  rpe: 8 + deviation,
  targetRpe: 8,
  targetFrom: 'plan',
  programmedSets: 4,
  plannedSets: change.programmedSets ?? 4,
  ...change,
})

/** Each entry: sets done of bench, and of curl. */
export const performance = (
  weekNumber: number,
  done: readonly [bench: number, curl?: number],
  change: Partial<PerformanceReport> = {},
): PerformanceReport => ({
  kind: 'performance',
  sessionId: `w${weekNumber}-d1`,
  weekNumber,
  date: dateOf(weekNumber),
  exercises: done.map((completedSets, index) => ({
    exerciseId: index === 0 ? 'bench' : 'curl',
    completedSets: completedSets ?? 0,
    plannedSets: 4,
    programmedSets: 4,
  })),
  ...change,
})

export const adaptation = (
  plan: NormalPlan,
  reports: readonly FeedbackReport[],
  change: Partial<Omit<AdaptationRequest, 'amendment'>> & { amendment?: AmendmentDocument } = {},
) => {
  const { amendment, ...rest } = change
  return proposeAdaptations({
    plan,
    reports,
    today: dateOf(4),
    findAlternatives: () => [],
    ...rest,
    amendment: withDefaults(amendment),
  })
}

/** "cut_set bench 4→3 w4-d1, …": what a proposal is about, in one line. */
export const inWords = ({ kind, target, changes }: ReturnType<typeof adaptation>['proposals'][number]) =>
  [
    kind,
    target.exerciseId ?? target.weekNumber,
    ...changes.map(({ sessionId, field, before, after }) =>
      [sessionId ?? 'week', field, `${before}→${after}`].join(' '),
    ),
  ].join(' | ')
