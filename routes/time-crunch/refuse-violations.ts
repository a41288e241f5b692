/** An answer that breaks an article is a fault of ours: it is counted, logged with what replays it, and not sent. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AuditedAnswer } from '../../domain/compressor/session-planner.ts'
import { modelVersion } from '../../domain/parameters.ts'
import { answerDigest } from './answer-digest.ts'

/** Throws where the answer has a violation: the client sees 500 internal_error and the request id, no more. */
export const refuseViolations = (
  app: FastifyInstance,
  { log, computation }: Pick<FastifyRequest, 'log' | 'computation'>,
  audited: AuditedAnswer,
  asked: { planId: string; planVersion: number; targetMinutes: number },
): void => {
  const { answer, violations } = audited
  if (violations.length === 0) return
  for (const { article } of violations) app.timeCrunchMetrics.amendmentViolation(article)
  const { sessionId } = answer
  log.error(
    {
      ...asked,
      modelVersion,
      ...computation,
      violations: violations.map(({ article, exerciseId }) => ({ sessionId, article, exerciseId })),
      digest: answerDigest(audited),
    },
    'an answer breaks the Coach’s Amendment and was not sent',
  )
  throw new Error('an answer breaks the Coach’s Amendment')
}
