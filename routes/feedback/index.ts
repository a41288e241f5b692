/** Feedback on training, for callers with a token: reported, read, taken back. */
import type { FastifyPluginAsync } from 'fastify'
import { problem } from '../../problems.ts'
import historyRoutes from './history.ts'
import recordRoutes from './record.ts'

const feedbackRoutes: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', app.authenticate)
  // Stands beside plan ids: what is here is no plan that somebody could not find.
  app.all('/feedback', { schema: { hide: true } }, async () => {
    throw problem('not_found', 'Feedback is sent to /feedback/rpe and /feedback/performance')
  })
  await app.register(recordRoutes)
  await app.register(historyRoutes)
}

export default feedbackRoutes
