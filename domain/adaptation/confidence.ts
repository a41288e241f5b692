/**
 * How far the reports carry a proposal, 0 to 1: how many there are (all of the window is 1), times how many of them
 * by themselves say the same, times how fresh the latest is. A ratio of evidence, not a probability.
 */
import { daysBetween } from '../calendar/calendar-day.ts'
import type { Evidence } from './evidence.ts'
import { adaptationParameters } from './parameters.ts'

/** 1 for two weeks, then falling evenly to what old reports keep. */
export const freshness = (latest: string | null, today: string): number => {
  if (latest === null) return 0
  const { freshDays, staleDays, staleWeight } = adaptationParameters
  const late = Math.max(0, daysBetween(latest, today) - freshDays.value)
  return Math.max(staleWeight.value, 1 - (late / staleDays.value) * (1 - staleWeight.value))
}

/** Hundredths: more would claim a precision that nobody has. */
export const hundredths = (value: number): number => Math.round(value * 100) / 100

export const confidenceIn = (
  { rpeReports, performanceReports, to }: Evidence,
  agreement: number,
  today: string,
): number => {
  const amount = Math.min(
    1,
    Math.max(rpeReports, performanceReports) / adaptationParameters.windowReports.value,
  )
  return hundredths(amount * agreement * freshness(to, today))
}
