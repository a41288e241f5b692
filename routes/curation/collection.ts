/** The collection of drafts: begin one, list them. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { nameKey } from '../../domain/curation/name-key.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import { etagOf } from '../if-match.ts'
import { pageOf } from '../page.ts'
import { acceptDraft } from './accept-draft.ts'
import { presentDraft } from './present.ts'
import { storedOrRefused } from './refusals.ts'
import { draftDocumentSchema, draftListQuerySchema, draftListSchema, draftSchema } from './schemas.ts'

const collectionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/movements',
    {
      config: { problems: ['forbidden', 'unknown_vocabulary', 'state_conflict'] },
      schema: {
        operationId: 'createMovementDraft',
        summary: 'Begin a movement draft; with the slug of a published movement, a new version of that',
        tags: ['curation'],
        body: draftDocumentSchema,
        response: { 201: draftSchema },
      },
    },
    async (request, reply) => {
      const draft = acceptDraft(request.body, app.movementLibrary)
      const stored = storedOrRefused(await app.curationStore.create(draft, { actorId: request.user.id }))
      reply
        .code(201)
        .header('location', `${app.prefix}/movements/${stored.id}`)
        .header('etag', etagOf(stored.version))
      return presentDraft(stored)
    },
  )

  app.get(
    '/movements',
    {
      config: { problems: ['forbidden'] },
      schema: {
        operationId: 'listMovementDrafts',
        summary: 'List movement drafts, newest first',
        tags: ['curation'],
        querystring: draftListQuerySchema,
        response: { 200: draftListSchema },
      },
    },
    async (request) => {
      const { limit, cursor, status, search, tag, reviewer } = request.query
      const page = await pageOf(limit, (rows) =>
        app.curationStore.list({
          limit: rows,
          ...(status !== undefined && { status }),
          ...(search !== undefined && { searchKey: nameKey(search) }),
          ...(tag !== undefined && { tag }),
          ...(reviewer !== undefined && { reviewerId: reviewer }),
          ...(cursor !== undefined && { after: decodeCursor(cursor) }),
        }),
      )
      return {
        // One that can't be read is left out, and told of in the log; the page ends where it did with it.
        items: page.rows.flatMap(({ draft, ...row }) => (draft ? [presentDraft({ ...row, draft })] : [])),
        nextCursor: page.last ? encodeCursor(page.last) : null,
      }
    },
  )
}

export default collectionRoutes
