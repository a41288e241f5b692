/** Which days training can be reported of: those that were, wherever the athlete is. */
import { dayFault, daysLater, isCalendarDay } from '../calendar/calendar-day.ts'

/**
 * Why training can't have been on this day; undefined when it can. `today` is UTC's: up to fourteen hours east of it
 * the calendar is a day ahead, so tomorrow is allowed.
 */
export const trainingDayFault = (day: string, today: string): string | undefined => {
  const latest = daysLater(today, 1)
  const fault = dayFault(day, latest)
  const isAhead = isCalendarDay(day) && day > latest
  return isAhead ? `${fault}: feedback is about training that was done` : fault
}
