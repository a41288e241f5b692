/** Who did what to a draft, when, and what changed by it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { problem } from '../../problems.ts'
import { pageOf } from '../page.ts'
import { findDraft } from './find-draft.ts'
import { presentAuditEntry } from './present.ts'
import { auditPageSchema, draftParametersSchema, pageQuerySchema } from './schemas.ts'

const cursorForm = /^v([1-9]\d{0,8})$/

const encodeVersion = (version: number): string => Buffer.from(`v${version}`).toString('base64url')

const decodeVersion = (cursor: string): number => {
  const match = cursorForm.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  if (match?.[1]) return Number(match[1])
  throw problem('invalid_request', 'cursor is not one that a page of this list has given', {
    errors: [{ path: '/cursor', message: 'must be the nextCursor of a page' }],
  })
}

const auditRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/movements/:id/audit',
    {
      config: { problems: ['forbidden', 'movement_not_found'] },
      schema: {
        operationId: 'readMovementDraftAudit',
        summary: 'Who did what to a movement draft, the latest first',
        tags: ['curation'],
        params: draftParametersSchema,
        querystring: pageQuerySchema,
        response: { 200: auditPageSchema },
      },
    },
    async (request) => {
      const { id } = await findDraft(app.curationStore, request.params.id)
      const { limit, cursor } = request.query
      const before = cursor === undefined ? undefined : decodeVersion(cursor)
      const page = await pageOf(limit, (rows) => app.curationStore.audit(id, rows, before))
      return {
        items: page.rows.map(presentAuditEntry),
        nextCursor: page.last ? encodeVersion(page.last.version) : null,
      }
    },
  )
}

export default auditRoute
