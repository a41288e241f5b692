/** What the feedback suggests to change, for somebody to decide. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { findPlan } from '../find-plan.ts'
import { etagOf } from '../if-match.ts'
import { planParametersSchema } from '../plans/schemas.ts'
import { adapt } from './adapt.ts'
import { presentAdaptation } from './present.ts'
import { adaptationsSchema } from './schemas.ts'

const readRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/:planId/adaptations',
    {
      config: { problems: ['plan_not_found'] },
      schema: {
        operationId: 'readAdaptations',
        summary: 'What the feedback suggests to change in the weeks ahead; nothing changes by itself',
        tags: ['adaptation'],
        params: planParametersSchema,
        response: { 200: adaptationsSchema },
      },
    },
    async (request, reply) => {
      const stored = await findPlan(app.planStore, request.params.planId, request.user)
      const adaptation = await adapt(app, stored)
      // The plan's version, because that is what applying a proposal has to name.
      reply.header('etag', etagOf(stored.version))
      return presentAdaptation(stored, adaptation)
    },
  )
}

export default readRoute
