/** Adaptations of a plan, for callers with a token: proposed from feedback, applied by whoever may change the plan. */
import type { FastifyPluginAsync } from 'fastify'
import applyRoute from './apply.ts'
import readRoute from './read.ts'

const adaptationRoutes: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', app.authenticate)
  await app.register(readRoute)
  await app.register(applyRoute)
}

export default adaptationRoutes
