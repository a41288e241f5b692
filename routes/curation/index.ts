/** Movement curation, for curators and admins: drafts, their moves and audit, and the library that they go into. */
import type { FastifyPluginAsync } from 'fastify'
import auditRoute from './audit.ts'
import collectionRoutes from './collection.ts'
import draftRoutes from './draft.ts'
import libraryRoute from './library.ts'
import moveRoutes from './moves.ts'
import { requireCurator } from './permissions.ts'

const curationRoutes: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', app.authenticate)
  app.addHook('onRequest', async (request) => requireCurator(request.user))
  await app.register(collectionRoutes)
  await app.register(draftRoutes)
  await app.register(moveRoutes)
  await app.register(auditRoute)
  await app.register(libraryRoute)
}

export default curationRoutes
