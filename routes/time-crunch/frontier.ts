/** What every minute buys: the optimum of one session for every target from 15 to 180, as steps. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problem } from '../../problems.ts'
import { findPlan, findPlanVersion } from '../find-plan.ts'
import { computationOf } from './computation.ts'
import { frontierAnswerSchema, frontierRequestSchema } from './schemas.ts'
import { selectSessions } from './select-sessions.ts'

const frontierRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/frontier',
    {
      config: {
        problems: ['feature_not_available', 'plan_not_found', 'session_not_found', 'plan_not_compressible'],
      },
      schema: {
        operationId: 'readTimeCrunchFrontier',
        summary: 'What each minute buys: the answers of one session for every target',
        tags: ['time-crunch'],
        body: frontierRequestSchema,
        response: { 200: frontierAnswerSchema },
      },
    },
    async (request) => {
      const { planId, sessionId } = request.body
      const version = await findPlanVersion(app.planStore, planId, request.user)
      const plan = await app.compressor.prepare(version, () => findPlan(app.planStore, planId, request.user))
      request.computation = computationOf(app, plan, { isSwapped: false })
      const [planner] = await app.compressor.planners(plan, selectSessions(plan, { sessionIds: [sessionId] }))
      if (planner === undefined || planner.isEmpty) {
        throw problem('plan_not_compressible', 'The session holds no exercise')
      }
      return { planId: plan.id, planVersion: plan.version, sessionId, steps: planner.frontier() }
    },
  )
}

export default frontierRoute
