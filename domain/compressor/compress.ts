/** The compressor in one call: one session, one amendment, one target → the answer of the model. */
import type { Amendment } from '../amendment/amendment.ts'
import type { Session } from '../plan/session.ts'
import type { SessionAnswer } from './answer.ts'
import type { SearchLimits } from './search/problem.ts'
import { SessionPlanner } from './session-planner.ts'
import { solveSession } from './solve.ts'

/** About what 100 ms and two seconds are on one core of 2024; the HTTP edge sets its own. */
export const defaultLimits: SearchLimits = Object.freeze({ targetSteps: 4_000_000, sessionSteps: 80_000_000 })

/** `targetMinutes`: a whole number in 15..180. Asking for many targets, keep a `SessionPlanner` instead. */
export const compressSession = (
  session: Session,
  amendment: Amendment,
  targetMinutes: number,
  limits: SearchLimits = defaultLimits,
): SessionAnswer =>
  new SessionPlanner(session, amendment, solveSession(session, amendment, limits)).answer(targetMinutes)
    .answer
