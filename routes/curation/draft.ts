/** One draft: read for review, replaced by its editors. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { DraftDocument } from '../../domain/curation/movement-draft.ts'
import { draftFields } from '../../domain/curation/movement-draft.ts'
import { etagOf, requireVersion } from '../if-match.ts'
import { ifMatchSchema } from '../schemas.ts'
import { acceptDraft } from './accept-draft.ts'
import { findDraft, requireMove } from './find-draft.ts'
import { presentDraft, presentForReview } from './present.ts'
import { storedOrRefused } from './refusals.ts'
import {
  draftForReviewSchema,
  draftParametersSchema,
  draftReplacementSchema,
  draftSchema,
} from './schemas.ts'

/** The draft in a body that may hold, as it was read, what only the service writes. */
const sentDraft = (body: DraftDocument): DraftDocument => {
  const known = Object.entries(body).filter(([key]) => draftFields.some((field) => field === key))
  return { name: body.name, ...Object.fromEntries(known) }
}

const draftRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/movements/:id',
    {
      config: { problems: ['forbidden', 'movement_not_found'] },
      schema: {
        operationId: 'readMovementDraft',
        summary: 'Read a movement draft, and what publishing it would change in the library',
        tags: ['curation'],
        params: draftParametersSchema,
        response: { 200: draftForReviewSchema },
      },
    },
    async (request, reply) => {
      const stored = await findDraft(app.curationStore, request.params.id)
      reply.header('etag', etagOf(stored.version))
      return presentForReview(stored, app.movementLibrary.bySlug(stored.draft.slug))
    },
  )

  app.put(
    '/movements/:id',
    {
      config: {
        problems: [
          'forbidden',
          'movement_not_found',
          'version_conflict',
          'state_conflict',
          'unknown_vocabulary',
          'precondition_required',
        ],
      },
      schema: {
        operationId: 'replaceMovementDraft',
        summary: 'Replace a movement draft, while it is DRAFT or CHANGES_REQUESTED',
        tags: ['curation'],
        params: draftParametersSchema,
        headers: ifMatchSchema,
        body: draftReplacementSchema,
        response: { 200: draftSchema },
      },
    },
    async (request, reply) => {
      const before = await findDraft(app.curationStore, request.params.id)
      requireVersion(request.headers['if-match'], before.version, 'draft')
      requireMove(before, 'update')
      // Without a slug it keeps the one it has: a better name is no other movement.
      const sent = { slug: before.draft.slug, ...sentDraft(request.body as DraftDocument) }
      const draft = acceptDraft(sent, app.movementLibrary)
      const act = { actorId: request.user.id }
      const stored = storedOrRefused(await app.curationStore.update(before, draft, act))
      reply.header('etag', etagOf(stored.version))
      return presentDraft(stored)
    },
  )
}

export default draftRoutes
