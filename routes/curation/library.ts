/** The published movements as curators look for them: is it there already, and is somebody changing it? */
import type { FastifyPluginAsyncTypebox, Static } from '@fastify/type-provider-typebox'
import { nameKey } from '../../domain/curation/name-key.ts'
import { problem } from '../../problems.ts'
import { pageOf } from '../page.ts'
import { searchLibrary } from './library-names.ts'
import { presentPublished } from './present.ts'
import { librarySearchQuerySchema, librarySearchSchema } from './schemas.ts'

const cursorForm = /^s:([a-z0-9][a-z0-9_-]{0,63})$/

const encodeSlug = (slug: string): string => Buffer.from(`s:${slug}`).toString('base64url')

const decodeSlug = (cursor: string): string => {
  const match = cursorForm.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  if (match?.[1]) return match[1]
  throw problem('invalid_request', 'cursor is not one that a page of this list has given', {
    errors: [{ path: '/cursor', message: 'must be the nextCursor of a page' }],
  })
}

const libraryRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/library',
    {
      config: { problems: ['forbidden'] },
      schema: {
        operationId: 'searchPublishedMovements',
        summary: 'Search the published movements, by slug in alphabetical order',
        tags: ['curation'],
        querystring: librarySearchQuerySchema,
        response: { 200: librarySearchSchema },
      },
    },
    async (request) => {
      const { limit, cursor, search } = request.query
      const key = search === undefined ? undefined : nameKey(search)
      const after = cursor === undefined ? undefined : decodeSlug(cursor)
      const found = searchLibrary(app.movementLibrary.all(), key, after)
      const { rows, last } = await pageOf(limit, async (most) => found.slice(0, most))
      const open = await app.curationStore.openDraftsOf(rows.map(({ slug }) => slug))
      const items = rows.map((movement) => presentPublished(movement, open.get(movement.slug)))
      const page = { items, nextCursor: last ? encodeSlug(last.slug) : null }
      return page as Static<typeof librarySearchSchema>
    },
  )
}

export default libraryRoute
