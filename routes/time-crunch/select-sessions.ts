/** Which sessions of a plan a request means; what it names must be there. */
import type { PreparedPlan, PreparedSession, Selection } from '../../plugins/compressor/compressor-service.ts'
import { problem } from '../../problems.ts'

/** Throws 400 for week and sessionIds together, 404 session_not_found for an unknown one. */
export const selectSessions = (
  { sessions }: PreparedPlan,
  asked: { sessionIds?: string[]; week?: number },
): Selection => {
  const { sessionIds, week } = asked
  if (sessionIds !== undefined && week !== undefined) {
    throw problem('invalid_request', 'week and sessionIds exclude each other', {
      errors: [{ path: '/week', message: 'must not be sent together with sessionIds' }],
    })
  }
  if (week !== undefined) {
    if (sessions.some(({ weekNumber }) => weekNumber === week)) return { by: 'week', weekNumber: week }
    throw problem('session_not_found', `The plan has no week ${week}`)
  }
  if (sessionIds === undefined) return { by: 'all' }
  const known = new Set(sessions.map(({ document }) => document.id))
  const unknown = sessionIds.findIndex((id) => !known.has(id))
  if (unknown < 0) return { by: 'ids', ids: new Set(sessionIds) }
  throw problem('session_not_found', 'The plan has no session of that id', {
    errors: [{ path: `/sessionIds/${unknown}`, message: 'names no session of the plan' }],
  })
}

/** Throws 404 session_not_found. */
export const findSession = (plan: PreparedPlan, sessionId: string): PreparedSession => {
  const session = plan.sessions.find(({ document }) => document.id === sessionId)
  if (session !== undefined) return session
  throw problem('session_not_found', 'The plan has no session of that id')
}
