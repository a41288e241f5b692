/** Which days a session can be applied to, and which of them are over. */
import { dayFault, daysLater } from '../calendar/calendar-day.ts'

/** The longest plan has sixty weeks: no session of a plan lies further ahead. */
const daysAhead = 60 * 7

/** Why a session can't be applied to a day; `today` is UTC's. */
export const applicationDayFault = (day: string, today: string): string | undefined =>
  dayFault(day, daysLater(today, daysAhead))

/** Whether a day is over for everybody; west of Greenwich it may still be yesterday. `today` is UTC's. */
export const isOver = (day: string, today: string): boolean => day < daysLater(today, -1)
