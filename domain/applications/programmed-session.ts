/** The programme in the form of an answer, so that a session looks the same on days with and without an application. */
import type { Amendment } from '../amendment/amendment.ts'
import { audit, coachsAmendment } from '../amendment/coachs-amendment.ts'
import { sessionRules } from '../amendment/session-rules.ts'
import { plannedSets } from '../balance/planned-sets.ts'
import { layoutSeconds, programmedLayout } from '../clock/layout.ts'
import type { SessionAnswer } from '../compressor/answer.ts'
import { presentSegments } from '../compressor/present.ts'
import type { Session } from '../plan/session.ts'

/** What to do on a day; the shortest possible session is known only where one was compressed. */
export type DaySession = Omit<SessionAnswer, 'minimumAchievableSeconds'> &
  Partial<Pick<SessionAnswer, 'minimumAchievableSeconds'>>

/**
 * Nobody asked for a target: all the time there is, nothing changed. The articles are checked all the same, so that a
 * programme which holds an exercise that its coach has banned does not look as if it kept the coach's word.
 */
export const programmedSession = (session: Session, amendment: Amendment): DaySession => {
  const layout = programmedLayout(session)
  const durationSeconds = layoutSeconds(layout)
  const violations = audit(
    { rules: sessionRules(session, amendment), budgetSeconds: durationSeconds },
    {
      layout,
      outcome: 'unchanged',
      durationSeconds,
      meetsTimeConstraint: true,
      minimumAchievableSeconds: durationSeconds,
    },
  )
  return {
    sessionId: session.id,
    name: session.name,
    weekNumber: session.weekNumber,
    dayOfWeek: session.dayOfWeek,
    originalDurationSeconds: durationSeconds,
    compressedDurationSeconds: durationSeconds,
    meetsTimeConstraint: true,
    outcome: 'unchanged',
    optimality: { proven: true, gap: 0 },
    retained: {
      size: 1,
      strength: 1,
      muscles: [...plannedSets(session)]
        .map(([muscle, sets]) => ({ muscle, before: sets, after: sets }))
        .sort((one, other) => (one.muscle < other.muscle ? -1 : 1)),
    },
    segments: presentSegments(layout),
    changes: [],
    amendment: coachsAmendment.map(({ id }) => ({
      id,
      held: violations.every(({ article }) => article !== id),
    })),
  }
}
