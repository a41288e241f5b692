/** Calendar days as YYYY-MM-DD, which compare as text: which are real, which can be asked for, how far apart they are. */

const dayMs = 86_400_000

/** Before any training that this service can know of. */
const earliestDay = '2000-01-01'
/** The last that can be asked for; it keeps days that are worked out from one inside four digits of a year. */
const latestDay = '2999-12-31'

const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** The day of a moment in UTC. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

/** 2026-02-30 is none: it would come back as another day. */
export const isCalendarDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = msOf(text)
  return !Number.isNaN(ms) && dayOf(new Date(ms)) === text
}

/** Days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number => (msOf(to) - msOf(from)) / dayMs

/** A day as many days after another; before it for a negative number. */
export const daysLater = (day: string, days: number): string => dayOf(new Date(msOf(day) + days * dayMs))

export const isMonday = (day: string): boolean => new Date(msOf(day)).getUTCDay() === 1

/** Why a day can't be asked for; undefined when it can. */
export const dayFault = (day: string, latest: string = latestDay): string | undefined => {
  if (!isCalendarDay(day)) return `"${day}" is not a day of the calendar; write it as YYYY-MM-DD`
  if (day < earliestDay) return `must not be before ${earliestDay}`
  return day > latest ? `must not be after ${latest}` : undefined
}
