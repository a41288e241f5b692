/** What was said about a plan: read page by page, and taken back. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { dayOf } from '../../domain/calendar/calendar-day.ts'
import { problem } from '../../problems.ts'
import type { FeedbackPosition, ListedFeedback } from '../../store/feedback-store.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import { findPlanVersion } from '../find-plan.ts'
import { pageOf } from '../page.ts'
import { planParametersSchema } from '../plans/schemas.ts'
import { noContentSchema } from '../schemas.ts'
import { presentFeedback } from './present.ts'
import { feedbackPageSchema, feedbackParametersSchema, pageQuerySchema } from './schemas.ts'

/** Here the moment is the start of the day of training. */
const cursorOf = ({ id, date }: ListedFeedback): string =>
  encodeCursor({ id, createdAt: new Date(`${date}T00:00:00Z`) })

const positionOf = (cursor: string): FeedbackPosition => {
  const { id, createdAt } = decodeCursor(cursor)
  return { id, date: dayOf(createdAt) }
}

const historyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/:planId/feedback',
    {
      config: { problems: ['plan_not_found'] },
      schema: {
        operationId: 'listFeedback',
        summary: 'What was reported of a plan, the latest training first',
        tags: ['adaptation'],
        params: planParametersSchema,
        querystring: pageQuerySchema,
        response: { 200: feedbackPageSchema },
      },
    },
    async (request) => {
      const { id: planId } = await findPlanVersion(app.planStore, request.params.planId, request.user)
      const { limit, cursor } = request.query
      const after = cursor === undefined ? undefined : positionOf(cursor)
      const { rows, last } = await pageOf(limit, (most) => app.feedbackStore.list(planId, most, after))
      return {
        // One that can't be read is left out, and told of in the log; the page ends where it did with it.
        items: rows.flatMap(({ report, ...stored }) =>
          report === undefined ? [] : [presentFeedback(stored, report)],
        ),
        nextCursor: last ? cursorOf(last) : null,
      }
    },
  )

  app.delete(
    '/:planId/feedback/:feedbackId',
    {
      config: { problems: ['not_found', 'plan_not_found'] },
      schema: {
        operationId: 'deleteFeedback',
        summary: 'Take a report back',
        tags: ['adaptation'],
        params: feedbackParametersSchema,
        response: { 204: noContentSchema },
      },
    },
    async (request, reply) => {
      const { planId, feedbackId } = request.params
      const { id } = await findPlanVersion(app.planStore, planId, request.user)
      if (!(await app.feedbackStore.remove(id, feedbackId))) {
        throw problem('not_found', 'The plan has no feedback with this id')
      }
      return reply.code(204).send(null)
    },
  )
}

export default historyRoutes
