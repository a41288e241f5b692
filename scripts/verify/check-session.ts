/** One answered session against the programme: the clock again, the articles again, and what it says of itself. */
import type { Amendment } from '../../domain/amendment/amendment.ts'
import { audit } from '../../domain/amendment/coachs-amendment.ts'
import { sessionRules } from '../../domain/amendment/session-rules.ts'
import { layoutSeconds, programmedLayout, segmentTiming } from '../../domain/clock/layout.ts'
import type { Session } from '../../domain/plan/session.ts'
import { type AnsweredSession, rebuildLayout } from './rebuild-layout.ts'

export const checkSession = (
  session: Session,
  amendment: Amendment,
  targetMinutes: number,
  answered: AnsweredSession,
): string[] => {
  const layout = rebuildLayout(session, answered)
  if ('faults' in layout) return layout.faults
  const { originalDurationSeconds, compressedDurationSeconds, outcome } = answered
  const claims = {
    outcome,
    durationSeconds: compressedDurationSeconds,
    meetsTimeConstraint: answered.meetsTimeConstraint,
    minimumAchievableSeconds: answered.minimumAchievableSeconds,
  }
  const budgetSeconds = targetMinutes * 60 - amendment.bufferSeconds
  const violations = audit({ rules: sessionRules(session, amendment), budgetSeconds }, { layout, ...claims })
  const programmedSeconds = layoutSeconds(programmedLayout(session))
  return [
    ...violations.map(({ article, message }) => `${article}: ${message}`),
    ...answered.amendment
      .filter(({ held }) => !held)
      .map(({ id }) => `it says itself that ${id} does not hold`),
    ...answered.segments
      .filter((segment, index) => segment.timing.totalSeconds !== segmentTiming(layout[index]!).totalSeconds)
      .map(({ id }) => `${id} takes another time than it says`),
    ...(programmedSeconds === originalDurationSeconds
      ? []
      : [`the programme takes ${programmedSeconds} s, not ${originalDurationSeconds} s`]),
  ]
}
