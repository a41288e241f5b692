/** An answer that breaks an article is a fault of ours: it is counted, logged with what replays it, and not sent. */
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { AuditedAnswer } from '../../domain/compressor/session-planner.ts'
import { modelVersion } from '../../domain/parameters.ts'

/** Throws where any answer has a violation: the client sees 500 internal_error and the request id, no more. */
export const refuseViolations = (
  app: FastifyInstance,
  log: FastifyBaseLogger,
  answers: readonly AuditedAnswer[],
  request: { planId: string; planVersion: number; targetMinutes: number },
): void => {
  const broken = answers.filter(({ violations }) => violations.length > 0)
  if (broken.length === 0) return
  for (const { article } of broken.flatMap(({ violations }) => violations)) {
    app.timeCrunchMetrics.amendmentViolation(article)
  }
  const violations = broken.flatMap(({ answer, violations: found }) =>
    found.map(({ article, exerciseId }) => ({ sessionId: answer.sessionId, article, exerciseId })),
  )
  log.error(
    { ...request, modelVersion, violations },
    'an answer breaks the Coach’s Amendment and was not sent',
  )
  throw new Error('an answer breaks the Coach’s Amendment')
}
