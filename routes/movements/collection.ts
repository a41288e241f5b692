/** The movement library, page by page: all of it by name, or what a search and filters find. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { searchKey } from '../../domain/movements/search-terms.ts'
import { pageOf } from '../page.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { presentMovement } from './present.ts'
import { equipmentOf, musclesOf, patternsOf } from './query-words.ts'
import { movementListQuerySchema, movementListSchema } from './schemas.ts'

const collectionRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '',
    {
      config: { problems: ['unknown_vocabulary'] },
      schema: {
        operationId: 'searchMovements',
        summary: 'Search the movement library, or list it by name',
        tags: ['movements'],
        querystring: movementListQuerySchema,
        response: { 200: movementListSchema },
      },
    },
    async (request) => {
      const { search, muscle, equipment, pattern, limit, cursor } = request.query
      const filter = {
        ...(muscle !== undefined && { muscles: musclesOf(muscle) }),
        ...(equipment !== undefined && { equipment: equipmentOf(equipment) }),
        ...(pattern !== undefined && { patterns: patternsOf(pattern) }),
      }
      const after = cursor === undefined ? undefined : decodeCursor(cursor)
      const key = search === undefined ? undefined : searchKey(search)
      // No name holds neither letter nor digit.
      if (search !== undefined && key === undefined) return { items: [], nextCursor: null }
      const { rows, last } = await pageOf(limit, (count) =>
        app.movementStore.search({
          ...filter,
          ...(key && { key }),
          ...(after && { after }),
          limit: count,
        }),
      )
      return {
        // One that can't be read is left out, and told of in the log; the page ends where it did with it.
        items: rows.flatMap(({ movement }) => (movement ? [presentMovement(movement)] : [])),
        nextCursor: last ? encodeCursor(last.position) : null,
      }
    },
  )
}

export default collectionRoute
