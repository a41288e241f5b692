/** What to do on a day: the session that was applied to it, else the programme. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Static } from '@sinclair/typebox'
import { programmedSession } from '../../domain/applications/programmed-session.ts'
import { prepareSession } from '../../domain/clock/prepare-session.ts'
import { findPlan, findPlanVersion } from '../find-plan.ts'
import { isInForce, seesApplications } from '../time-crunch/in-force.ts'
import { findSession } from '../time-crunch/select-sessions.ts'
import { dayToRead } from '../training-day.ts'
import { dayQuerySchema, daySessionSchema, sessionParametersSchema } from './day-schemas.ts'

const sessionByDateRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/:planId/sessions/:sessionId',
    {
      config: { problems: ['plan_not_found', 'session_not_found'] },
      schema: {
        operationId: 'readSessionOfDay',
        summary: 'What to do of a session on a day',
        tags: ['plans'],
        params: sessionParametersSchema,
        querystring: dayQuerySchema,
        response: { 200: daySessionSchema },
      },
    },
    async (request) => {
      const { planId, sessionId } = request.params
      const date = dayToRead(request.query.date)
      const version = await findPlanVersion(app.planStore, planId, request.user)
      const plan = await app.compressor.prepare(version, () => findPlan(app.planStore, planId, request.user))
      const { document, weekNumber } = findSession(plan, sessionId)
      const found = (await seesApplications(app, request.user))
        ? await app.applicationStore.findCurrent(plan.id, sessionId, date)
        : undefined
      const inForce = found !== undefined && isInForce(found, document, plan.amendment)
      return {
        date,
        planId: plan.id,
        planVersion: plan.version,
        applicationId: inForce ? found.id : null,
        outdated:
          found === undefined || inForce
            ? null
            : {
                applicationId: found.id,
                planVersion: found.planVersion,
                targetMinutes: found.targetMinutes,
              },
        session: inForce
          ? found.session
          : programmedSession(prepareSession(document, weekNumber), plan.amendment),
      } as Static<typeof daySessionSchema>
    },
  )
}

export default sessionByDateRoute
