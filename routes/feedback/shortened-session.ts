/** The session that Time Crunch Mode made for a day: the one that the plan's session of that day would be read as. */
import type { FastifyInstance } from 'fastify'
import { withDefaults } from '../../domain/amendment/amendment.ts'
import type { AppliedSession } from '../../domain/applications/applied-session.ts'
import { isCalendarDay } from '../../domain/calendar/calendar-day.ts'
import type { Caller } from '../../store/caller.ts'
import type { StoredPlan } from '../../store/plan-row.ts'
import { isInForce, seesApplications } from '../time-crunch/in-force.ts'

/** Undefined where the programme stands; a day that is none has nothing, and is refused later. */
export const shortenedSession = async (
  app: FastifyInstance,
  { id, plan, amendment }: StoredPlan,
  caller: Caller,
  { sessionId, date }: { sessionId: string; date: string },
): Promise<AppliedSession | undefined> => {
  const session = plan.microcycles.flatMap(({ sessions }) => sessions).find((one) => one.id === sessionId)
  if (!session || !isCalendarDay(date) || !(await seesApplications(app, caller))) return undefined
  const found = await app.applicationStore.findCurrent(id, sessionId, date)
  return found && isInForce(found, session, withDefaults(amendment)) ? found.session : undefined
}
