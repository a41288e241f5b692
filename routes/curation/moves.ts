/** The moves of a draft, an address each. What a state allows stands in one table, domain/curation/status.ts. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { textFaults } from '../../domain/plan/text-faults.ts'
import type { ProblemCode } from '../../problems.ts'
import type { StoredDraft } from '../../store/curation-row.ts'
import { etagOf } from '../if-match.ts'
import { refuseFaults } from '../refuse-faults.ts'
import { ifMatchSchema } from '../schemas.ts'
import { findForMove } from './find-draft.ts'
import { approve, archive, publish, requestChanges, submit } from './make-move.ts'
import { presentDraft } from './present.ts'
import {
  draftParametersSchema,
  draftSchema,
  moveBodySchema,
  requestChangesBodySchema,
  submitBodySchema,
} from './schemas.ts'

const config: { problems: ProblemCode[] } = {
  problems: ['forbidden', 'movement_not_found', 'version_conflict', 'state_conflict'],
}

const shape = <Body>(operationId: string, summary: string, body: Body) => ({
  operationId,
  summary,
  tags: ['curation'],
  params: draftParametersSchema,
  headers: ifMatchSchema,
  body,
  response: { 200: draftSchema },
})

/** What was said with a move, which may be nothing; text that no database can hold is refused. */
const said = <Words extends object>(body: Words | null): Words | Record<string, never> => {
  refuseFaults(textFaults(body ?? {}))
  return body ?? {}
}

const answer = (reply: FastifyReply, stored: StoredDraft) => {
  reply.header('etag', etagOf(stored.version))
  return presentDraft(stored)
}

const moveRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const store = app.curationStore

  app.post(
    '/movements/:id/submit',
    { config, schema: shape('submitMovementDraft', 'Put a complete draft up for review', submitBodySchema) },
    async ({ params, headers, body, user }, reply) => {
      const found = await findForMove(store, params.id, headers['if-match'], 'submit')
      return answer(reply, await submit(app, found, user, said(body)))
    },
  )

  app.post(
    '/movements/:id/approve',
    { config, schema: shape('approveMovementDraft', "Approve somebody else's draft", moveBodySchema) },
    async ({ params, headers, body, user }, reply) => {
      const found = await findForMove(store, params.id, headers['if-match'], 'approve')
      return answer(reply, await approve(app, found, user, said(body)))
    },
  )

  app.post(
    '/movements/:id/request-changes',
    {
      config,
      schema: shape('requestMovementChanges', 'Send a draft back, saying why', requestChangesBodySchema),
    },
    async ({ params, headers, body, user }, reply) => {
      const found = await findForMove(store, params.id, headers['if-match'], 'request-changes')
      return answer(reply, await requestChanges(app, found, user, said(body)))
    },
  )

  app.post(
    '/movements/:id/publish',
    {
      config,
      schema: shape('publishMovementDraft', 'Bring an approved draft into the library', moveBodySchema),
    },
    async ({ params, headers, body, user, log }, reply) => {
      const found = await findForMove(store, params.id, headers['if-match'], 'publish')
      return answer(reply, await publish(app, found, user, said(body), log))
    },
  )

  app.post(
    '/movements/:id/archive',
    {
      config,
      schema: shape('archiveMovementDraft', 'Take a published movement out of the library', moveBodySchema),
    },
    async ({ params, headers, body, user, log }, reply) => {
      const found = await findForMove(store, params.id, headers['if-match'], 'archive')
      return answer(reply, await archive(app, found, user, said(body), log))
    },
  )
}

export default moveRoutes
