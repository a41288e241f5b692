/** The numbers behind a judgement, the same for a lift, a muscle and a whole plan. */
import { daysBetween } from '../calendar/calendar-day.ts'
import { median, theilSen } from './robust.ts'

export interface Evidence {
  readonly rpeReports: number
  readonly performanceReports: number
  /** Median of reported RPE less target; null without a report that has a target. */
  readonly medianDeviation: number | null
  /** Theil–Sen slope of that difference, in RPE a week; null where the reports are of one day. */
  readonly slopePerWeek: number | null
  /** Done of the planned sets, extra sets not counted, 0 to 1; null where nothing was reported. */
  readonly completion: number | null
  /** Median of 1 to 5; null where nothing was reported. */
  readonly readiness: number | null
  /** First and last day of the reports; null without any. */
  readonly from: string | null
  readonly to: string | null
}

/** Reported RPE less target, on a day. */
export interface Deviation {
  readonly date: string
  readonly value: number
}

/** Sets done and planned, on a day; extra sets make up for nothing. */
export interface Completion {
  readonly date: string
  readonly done: number
  readonly planned: number
}

export interface Observations {
  readonly deviations: readonly Deviation[]
  readonly completions: readonly Completion[]
  readonly readiness?: readonly number[]
}

const daysAWeek = 7

/** A thousandth is finer than anybody can feel, and leaves no tail of floating point. */
const thousandths = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round(value * 1_000) / 1_000

const slopePerWeek = (deviations: readonly Deviation[]): number | null => {
  const start = deviations[0]?.date
  if (start === undefined) return null
  const points = deviations.map(({ date, value }) => ({ at: daysBetween(start, date) / daysAWeek, value }))
  return thousandths(theilSen(points))
}

const completionOf = (completions: readonly Completion[]): number | null => {
  const planned = completions.reduce((sum, one) => sum + one.planned, 0)
  const done = completions.reduce((sum, one) => sum + one.done, 0)
  return planned === 0 ? null : thousandths(done / planned)
}

export const evidenceOf = ({ deviations, completions, readiness = [] }: Observations): Evidence => {
  const days = [...deviations, ...completions].map(({ date }) => date).sort()
  return {
    rpeReports: deviations.length,
    performanceReports: completions.length,
    medianDeviation: thousandths(median(deviations.map(({ value }) => value))),
    slopePerWeek: slopePerWeek(deviations),
    completion: completionOf(completions),
    readiness: thousandths(median(readiness)),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  }
}
