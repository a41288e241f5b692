/** The day that a request means: a day of the calendar within bounds, or today. */
import { applicationDayFault } from '../domain/applications/application-day.ts'
import { dayFault, dayOf } from '../domain/calendar/calendar-day.ts'
import { problem } from '../problems.ts'

/** In UTC: where the athlete is, it may be another day, so clients that know it say it. */
export const today = (): string => dayOf(new Date())

const accept = (field: string, day: string, fault: string | undefined): string => {
  if (fault === undefined) return day
  throw problem('invalid_request', `The ${field} is not one that can be used: it ${fault}`, {
    errors: [{ path: `/${field}`, message: fault }],
  })
}

/** Throws 400 for a day that can't be asked for. */
export const requireDay = (field: string, written: string): string =>
  accept(field, written, dayFault(written))

/** The day to read; today when none is named. */
export const dayToRead = (written: string | undefined): string => requireDay('date', written ?? today())

/** The day to apply a session to; today when none is named. */
export const dayToApply = (written: string | undefined): string => {
  const now = today()
  const day = written ?? now
  return accept('date', day, applicationDayFault(day, now))
}
