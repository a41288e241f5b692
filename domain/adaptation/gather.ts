/** Sorts reports by the lifts they speak of: the same in whatever order they come. */

import { daysBetween } from '../calendar/calendar-day.ts'
import type { NormalPlan } from '../plan/document.ts'
import type { Completion, Deviation } from './evidence.ts'
import { adaptationParameters } from './parameters.ts'
import type { FeedbackReport, PerformanceReport } from './report.ts'

/** How many working sets a report speaks of, and how many the plan gave the lift then. */
interface Seen {
  /** Of its session; null when the plan no longer has that. */
  readonly dayOfWeek: number | null
  /** Meant that day: a shortened session had fewer than the plan. */
  readonly plannedSets: number
  readonly programmedSets: number
}

export interface LiftReports {
  readonly deviations: readonly (Deviation & Seen)[]
  readonly completions: readonly (Completion & Seen)[]
  /** Every report of the lift, whether it has a target or not, the latest last. */
  readonly seen: readonly Seen[]
}

export interface Gathered {
  /** By exercise id, which names the same lift in every session, as in the amendment. */
  readonly lifts: ReadonlyMap<string, LiftReports>
  /** All lifts of a session together. */
  readonly completions: readonly Completion[]
  readonly readiness: readonly number[]
  readonly rpeReports: number
  readonly performanceReports: number
  readonly earliestDate: string | null
  readonly latestDate: string | null
  /** The highest week that a report speaks of. */
  readonly latestWeek: number | null
}

interface Place {
  readonly weekNumber: number
  readonly dayOfWeek: number | null
  readonly deload: boolean
}

/** Where a report's session stands now; of one that is gone the week that it had. */
const placing = (plan: NormalPlan): ((report: FeedbackReport) => Place) => {
  const places = new Map<string, Place>()
  const deloads = new Set<number>()
  for (const { weekNumber, deload = false, sessions } of plan.microcycles) {
    if (deload) deloads.add(weekNumber)
    for (const { id, dayOfWeek } of sessions) places.set(id, { weekNumber, dayOfWeek, deload })
  }
  return ({ sessionId, weekNumber }) =>
    places.get(sessionId) ?? { weekNumber, dayOfWeek: null, deload: deloads.has(weekNumber) }
}

const orderKey = (report: FeedbackReport): string =>
  [report.date, report.sessionId, report.kind, report.kind === 'rpe' ? report.exerciseId : ''].join(' ')

/** By day, and within a day in an order that does not depend on when it was written down. */
const inOrder = (reports: readonly FeedbackReport[]): FeedbackReport[] =>
  reports
    .map((report) => ({ report, key: orderKey(report) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ report }) => report)

/** Extra sets make up for nothing: three for two of one lift do not do the two of another. */
const doneOf = (done: PerformanceReport['exercises'][number]): { done: number; planned: number } => ({
  done: Math.min(done.completedSets, done.plannedSets),
  planned: done.plannedSets,
})

type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] }

/**
 * Reports by lift. What was said of a deload week is left out: it is meant to be easy. Of a movement that took a lift's
 * place for a day nothing is said of the lift; that its sets were done counts for the plan.
 */
const collect = (reports: readonly FeedbackReport[], placeOf: (report: FeedbackReport) => Place) => {
  const lifts = new Map<string, Writable<LiftReports>>()
  const liftOf = (exerciseId: string): Writable<LiftReports> => {
    const lift = lifts.get(exerciseId) ?? { deviations: [], completions: [], seen: [] }
    lifts.set(exerciseId, lift)
    return lift
  }
  const readiness: number[] = []
  const completions: Completion[] = []
  for (const report of reports) {
    const { dayOfWeek, deload } = placeOf(report)
    if (deload) continue
    const { date } = report
    if (report.kind === 'rpe') {
      if (report.movement !== undefined) continue
      const seen = { dayOfWeek, plannedSets: report.plannedSets, programmedSets: report.programmedSets }
      const lift = liftOf(report.exerciseId)
      lift.seen.push(seen)
      if (report.targetRpe === null) continue
      lift.deviations.push({ ...seen, date, value: report.rpe - report.targetRpe })
      continue
    }
    if (report.readiness !== undefined) readiness.push(report.readiness)
    for (const exercise of report.exercises.filter(({ movement }) => movement === undefined)) {
      const { plannedSets, programmedSets } = exercise
      const seen = { dayOfWeek, plannedSets, programmedSets }
      const lift = liftOf(exercise.exerciseId)
      lift.seen.push(seen)
      // No sets were meant that day: nothing was left undone, and nothing was done of it.
      if (plannedSets > 0) lift.completions.push({ ...seen, date, ...doneOf(exercise) })
    }
    const sets = report.exercises.map(doneOf)
    const planned = sets.reduce((sum, one) => sum + one.planned, 0)
    if (planned > 0) completions.push({ date, done: sets.reduce((sum, { done }) => sum + done, 0), planned })
  }
  return { lifts, readiness, completions }
}

/** The reports of the last weeks up to the latest one; older ones speak of another lifter. */
export const gather = (plan: NormalPlan, reports: readonly FeedbackReport[]): Gathered => {
  const placeOf = placing(plan)
  const ordered = inOrder(reports)
  const latestDate = ordered.at(-1)?.date ?? null
  const recent = ordered.filter(
    ({ date }) => daysBetween(date, latestDate ?? date) <= adaptationParameters.windowDays.value,
  )
  const { lifts, readiness, completions } = collect(recent, placeOf)
  return {
    lifts,
    completions,
    readiness: readiness.slice(-adaptationParameters.windowReports.value),
    rpeReports: recent.filter(({ kind }) => kind === 'rpe').length,
    performanceReports: recent.filter(({ kind }) => kind === 'performance').length,
    earliestDate: recent[0]?.date ?? null,
    latestDate,
    latestWeek:
      recent.length === 0
        ? null
        : recent.reduce((latest, report) => Math.max(latest, placeOf(report).weekNumber), 0),
  }
}
