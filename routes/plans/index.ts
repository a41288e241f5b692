/** Plans, for callers with a token: the collection, each document, the amendment beside it, its days and weeks. */
import type { FastifyPluginAsync } from 'fastify'
import amendmentRoutes from './amendment.ts'
import balanceRoute from './balance.ts'
import collectionRoutes from './collection.ts'
import documentRoutes from './document.ts'
import planMovementsRoute from './movements.ts'
import sessionByDateRoute from './session-by-date.ts'

const planRoutes: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', app.authenticate)
  await app.register(collectionRoutes)
  await app.register(documentRoutes)
  await app.register(amendmentRoutes)
  await app.register(planMovementsRoute)
  await app.register(sessionByDateRoute)
  await app.register(balanceRoute)
}

export default planRoutes
