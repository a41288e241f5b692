/** Time Crunch Mode: one scope behind one gate (flag, token, flag for the user), measured as one. */
import type { FastifyPluginAsync } from 'fastify'
import { flagGate } from './flag-gate.ts'
import frontierRoute from './frontier.ts'
import { measure } from './measure.ts'
import modelRoute from './model.ts'
import { otherMethods } from './other-methods.ts'
import previewRoute from './preview.ts'

const timeCrunchRoutes: FastifyPluginAsync = async (app) => {
  measure(app)
  app.addHook('onRequest', flagGate(app))
  const others = otherMethods(app)
  await app.register(previewRoute)
  await app.register(frontierRoute)
  await app.register(modelRoute)
  others.answer()
}

export default timeCrunchRoutes
