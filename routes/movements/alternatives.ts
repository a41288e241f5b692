/** What can be done instead of a movement, with what there is. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { alternativesOf } from '../../domain/movements/alternatives.ts'
import { wantedOf } from '../../domain/movements/wanted.ts'
import { movementNotFound } from './movement-not-found.ts'
import { presentMovement } from './present.ts'
import { equipmentOf } from './query-words.ts'
import {
  alternativesQuerySchema,
  alternativesSchema,
  defaultAlternatives,
  movementParametersSchema,
} from './schemas.ts'

const alternativesRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/:slug/alternatives',
    {
      config: { problems: ['movement_not_found', 'unknown_vocabulary'] },
      schema: {
        operationId: 'listAlternatives',
        summary: 'Movements of the same pattern and muscles, best first, with reasons',
        tags: ['movements'],
        params: movementParametersSchema,
        querystring: alternativesQuerySchema,
        response: { 200: alternativesSchema },
      },
    },
    async (request) => {
      const { slug } = request.params
      const { equipment, limit } = request.query
      const there = equipment === undefined ? undefined : new Set(equipmentOf(equipment))
      const movement = app.movementLibrary.bySlug(slug)
      if (!movement) throw movementNotFound()
      const found = alternativesOf(
        wantedOf(movement),
        app.movementLibrary.all(),
        (other) => there === undefined || there.has(other.equipment),
      )
      const items = found
        .slice(0, limit === undefined ? defaultAlternatives : Number(limit))
        .map((one) => ({ ...one, movement: presentMovement(one.movement), reasons: [...one.reasons] }))
      return { slug, items }
    },
  )
}

export default alternativesRoute
