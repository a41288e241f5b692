/** The movement library, for callers with a token, whatever their role. */
import type { FastifyPluginAsync } from 'fastify'
import alternativesRoute from './alternatives.ts'
import collectionRoute from './collection.ts'
import documentRoute from './document.ts'

const movementRoutes: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', app.authenticate)
  await app.register(collectionRoute)
  await app.register(documentRoute)
  await app.register(alternativesRoute)
}

export default movementRoutes
