/** What was applied: its history, and taking it back. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problem } from '../../problems.ts'
import type { ListedApplication, SessionSummary } from '../../store/application-row.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import { findPlan, findPlanVersion } from '../find-plan.ts'
import { pageOf } from '../page.ts'
import { noContentSchema } from '../schemas.ts'
import { requireDay } from '../training-day.ts'
import {
  applicationListQuerySchema,
  applicationListSchema,
  applicationParametersSchema,
} from './application-schemas.ts'
import { isInForce } from './in-force.ts'

/** No plan has it: an application that is not there costs the same look-up as one of somebody else's plan. */
const nobodysPlan = '00000000-0000-0000-0000-000000000000'

const present = (application: ListedApplication, summary: SessionSummary, inForce: boolean) => {
  const { programmeDigest: _, summary: __, unavailableEquipment, createdAt, end, ...rest } = application
  return {
    ...rest,
    ...summary,
    ...(unavailableEquipment.length > 0 && { unavailableEquipment: [...unavailableEquipment] }),
    state: end?.as ?? (inForce ? ('current' as const) : ('outdated' as const)),
    appliedAt: createdAt.toISOString(),
    endedBy: end?.by ?? null,
    endedAt: end?.at.toISOString() ?? null,
  }
}

const requireDays = ({ from, to }: { from?: string; to?: string }) => {
  if (from !== undefined) requireDay('from', from)
  if (to !== undefined) requireDay('to', to)
  if (from === undefined || to === undefined || from <= to) return
  throw problem('invalid_request', 'from is after to', {
    errors: [{ path: '/from', message: 'must not be after to' }],
  })
}

const applicationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/applications',
    {
      config: { problems: ['feature_not_available', 'plan_not_found'] },
      schema: {
        operationId: 'listApplications',
        summary: 'Everything that was applied of a plan, the latest first; what was replaced or reverted too',
        tags: ['time-crunch'],
        querystring: applicationListQuerySchema,
        response: { 200: applicationListSchema },
      },
    },
    async (request) => {
      const { planId, limit, cursor, ...days } = request.query
      requireDays(days)
      const after = cursor === undefined ? undefined : decodeCursor(cursor)
      const version = await findPlanVersion(app.planStore, planId, request.user)
      const plan = await app.compressor.prepare(version, () => findPlan(app.planStore, planId, request.user))
      const { rows, last } = await pageOf(limit, (most) =>
        app.applicationStore.list({ ...days, planId: plan.id, limit: most, ...(after && { after }) }),
      )
      const sessions = new Map(plan.sessions.map(({ document }) => [document.id, document]))
      return {
        // One that can't be read is left out, and told of in the log; the page ends where it did with it.
        items: rows.flatMap((application) => {
          const { sessionId, summary } = application
          const session = sessions.get(sessionId)
          const inForce = session !== undefined && isInForce(application, session, plan.amendment)
          return summary === undefined ? [] : [present(application, summary, inForce)]
        }),
        nextCursor: last ? encodeCursor(last) : null,
      }
    },
  )

  app.delete(
    '/applications/:applicationId',
    {
      config: { problems: ['feature_not_available', 'application_not_found'] },
      schema: {
        operationId: 'revertApplication',
        summary: 'Back to the programme on that day',
        tags: ['time-crunch'],
        params: applicationParametersSchema,
        response: { 204: noContentSchema },
      },
    },
    async (request, reply) => {
      const { applicationId } = request.params
      const planId = await app.applicationStore.planOf(applicationId)
      const plan = await app.planStore.findVisibleVersion(planId ?? nobodysPlan, request.user)
      if (!plan || !(await app.applicationStore.revert(applicationId, request.user.id))) {
        throw problem('application_not_found', 'There is no current application with this id')
      }
      return reply.code(204).send(null)
    },
  )
}

export default applicationRoutes
