/** Feedback comes in: how hard an exercise was, and what was done of a session. Said again, it replaces what was said. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import {
  type CheckedReport,
  checkPerformanceReport,
  checkRpeReport,
} from '../../domain/adaptation/check-report.ts'
import type { FeedbackReport } from '../../domain/adaptation/report.ts'
import { type ProblemCode, problem } from '../../problems.ts'
import type { StoredFeedback } from '../../store/feedback-store.ts'
import type { StoredPlan } from '../../store/plan-row.ts'
import { findPlan } from '../find-plan.ts'
import { refuseFaults } from '../refuse-faults.ts'
import { today } from '../training-day.ts'
import { presentFeedback } from './present.ts'
import {
  performanceFeedbackSchema,
  rpeFeedbackSchema,
  storedPerformanceSchema,
  storedRpeSchema,
} from './schemas.ts'
import { shortenedSession } from './shortened-session.ts'

const problems: readonly ProblemCode[] = ['plan_not_found', 'session_not_found']

/** The report that was checked, or the answer that says what is wrong with it. */
const accept = <Report extends FeedbackReport>(checked: CheckedReport<Report>, sessionId: string): Report => {
  if (checked.outcome === 'checked') return checked.report
  if (checked.outcome === 'faulty') refuseFaults(checked.faults)
  throw problem('session_not_found', `The plan has no session "${sessionId}"`)
}

const record = async (
  app: FastifyInstance,
  plan: StoredPlan,
  report: FeedbackReport,
  reportedBy: string,
): Promise<StoredFeedback> => {
  const { id: planId, version: planVersion } = plan
  const stored = await app.feedbackStore.record({ planId, planVersion, report, reportedBy })
  if (!stored) throw problem('plan_not_found', 'The plan has been deleted in the meantime')
  return stored
}

const recordRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/feedback/rpe',
    {
      config: { problems },
      schema: {
        operationId: 'reportRpe',
        summary: 'How hard an exercise was; said again for the same session, day and exercise it replaces',
        tags: ['adaptation'],
        body: rpeFeedbackSchema,
        response: { 200: storedRpeSchema, 201: storedRpeSchema },
      },
    },
    async (request, reply) => {
      const { planId, ...sent } = request.body
      const plan = await findPlan(app.planStore, planId, request.user)
      const shortened = await shortenedSession(app, plan, request.user, sent)
      const report = accept(checkRpeReport(plan.plan, sent, today(), shortened), sent.sessionId)
      const stored = await record(app, plan, report, request.user.id)
      return reply.code(stored.version === 1 ? 201 : 200).send(presentFeedback(stored, report))
    },
  )

  app.post(
    '/feedback/performance',
    {
      config: { problems },
      schema: {
        operationId: 'reportPerformance',
        summary: 'What was done of a session; said again for the same session and day it replaces',
        tags: ['adaptation'],
        body: performanceFeedbackSchema,
        response: { 200: storedPerformanceSchema, 201: storedPerformanceSchema },
      },
    },
    async (request, reply) => {
      const { planId, ...sent } = request.body
      const plan = await findPlan(app.planStore, planId, request.user)
      const shortened = await shortenedSession(app, plan, request.user, sent)
      const checked = checkPerformanceReport(plan.plan, sent, today(), shortened)
      const report = accept(checked, sent.sessionId)
      const stored = await record(app, plan, report, request.user.id)
      return reply.code(stored.version === 1 ? 201 : 200).send(presentFeedback(stored, report))
    },
  )
}

export default recordRoutes
