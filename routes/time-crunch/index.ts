/** Time Crunch Mode: one scope behind one gate (flag, token, flag for the user), measured as one. */
import type { FastifyPluginAsync } from 'fastify'
import applicationRoutes from './applications.ts'
import applyRoute from './apply.ts'
import { flagGate } from './flag-gate.ts'
import frontierRoute from './frontier.ts'
import { measure } from './measure.ts'
import modelRoute from './model.ts'
import previewRoute from './preview.ts'

const timeCrunchRoutes: FastifyPluginAsync = async (app) => {
  measure(app)
  app.addHook('onRequest', flagGate(app))
  // Unknown paths and methods of this scope go through its gate too; the errors plugin then says 404 or 405.
  app.setNotFoundHandler(async () => {})
  await app.register(previewRoute)
  await app.register(frontierRoute)
  await app.register(modelRoute)
  await app.register(applyRoute)
  await app.register(applicationRoutes)
}

export default timeCrunchRoutes
