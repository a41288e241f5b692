/** Plans, for callers with a token: the collection, each document, and the amendment beside it. */
import type { FastifyPluginAsync } from 'fastify'
import amendmentRoutes from './amendment.ts'
import collectionRoutes from './collection.ts'
import documentRoutes from './document.ts'

const planRoutes: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', app.authenticate)
  await app.register(collectionRoutes)
  await app.register(documentRoutes)
  await app.register(amendmentRoutes)
}

export default planRoutes
