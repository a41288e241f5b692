/** Enhanced plans, for callers with a token: plans made from what somebody wants and has. */
import type { FastifyPluginAsync } from 'fastify'
import generateRoute from './generate.ts'

const enhancedPlanRoutes: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', app.authenticate)
  await app.register(generateRoute)
}

export default enhancedPlanRoutes
