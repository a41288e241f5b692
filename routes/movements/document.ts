/** One movement of the library. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { etagOf } from '../if-match.ts'
import { movementNotFound } from './movement-not-found.ts'
import { presentMovement } from './present.ts'
import { movementParametersSchema, movementSchema } from './schemas.ts'

const documentRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/:slug',
    {
      config: { problems: ['movement_not_found'] },
      schema: {
        operationId: 'readMovement',
        summary: 'Read a movement',
        tags: ['movements'],
        params: movementParametersSchema,
        response: { 200: movementSchema },
      },
    },
    async (request, reply) => {
      const { slug } = request.params
      const found = await app.movementStore.findBySlug(slug)
      if (!found) throw movementNotFound()
      reply.header('etag', etagOf(found.version))
      return { ...presentMovement(found.movement), version: found.version }
    },
  )
}

export default documentRoute
