/** The collection of plans: create or import one, list them. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { withDefaults } from '../../domain/amendment/amendment.ts'
import { checkAmendment } from '../../domain/amendment/contradictions.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import { etagOf } from '../if-match.ts'
import { refuseFaults } from '../refuse-faults.ts'
import { answerOnce, requestKeyOf, requestKeySchema } from '../request-key.ts'
import { announceUnresolved } from './movements.ts'
import { normalForm } from './normal-form.ts'
import { requireMayAmend } from './permissions.ts'
import { presentPlan, presentSummary } from './present.ts'
import { planDocumentSchema, planListQuerySchema, planListSchema, planSchema } from './schemas.ts'

const defaultPageSize = 20

type PlanAnswer = ReturnType<typeof presentPlan>

const collectionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '',
    {
      config: { problems: ['forbidden', 'unknown_vocabulary', 'amendment_contradiction', 'state_conflict'] },
      schema: {
        operationId: 'createPlan',
        summary:
          'Create or import a plan; the header movements-unresolved counts what the library does not know',
        tags: ['plans'],
        headers: requestKeySchema,
        body: planDocumentSchema,
        response: { 201: planSchema },
      },
    },
    async (request, reply) => {
      const { amendment, ...document } = request.body
      const ownerId = request.user.id
      if (amendment) requireMayAmend(request.user, ownerId, document.coachId)
      const send = (body: PlanAnswer): PlanAnswer => {
        reply.code(201).header('location', `${app.prefix}/${body.id}`).header('etag', etagOf(body.version))
        announceUnresolved(app, reply, { id: body.id, plan: body })
        return body
      }
      const requestKey = requestKeyOf(
        'create',
        request.user,
        request.headers['idempotency-key'],
        request.body,
      )
      const known = requestKey && (await app.idempotencyStore.find<PlanAnswer>(requestKey))
      if (known) return send(answerOnce(reply as FastifyReply, known))

      const plan = normalForm(document, app.movementLibrary)
      if (amendment) refuseFaults(checkAmendment(withDefaults(amendment), plan, '/amendment'))
      const made = { ownerId, plan, amendment: amendment ?? {} }
      // One statement needs no transaction around it; with a key there are two.
      if (requestKey === undefined) return send(presentPlan(await app.planStore.create(made)))
      const once = await app.idempotencyStore.once(requestKey, async (transaction) => ({
        status: 201,
        body: presentPlan(await app.planStore.create(made, transaction)),
      }))
      return send(answerOnce(reply as FastifyReply, once))
    },
  )

  app.get(
    '',
    {
      schema: {
        operationId: 'listPlans',
        summary: 'Own plans, or with coached=true those that the caller coaches; newest first',
        tags: ['plans'],
        querystring: planListQuerySchema,
        response: { 200: planListSchema },
      },
    },
    async (request) => {
      const { limit: written, cursor, coached } = request.query
      const limit = written === undefined ? defaultPageSize : Number(written)
      const { id } = request.user
      // One more than asked for tells whether there is another page.
      const found = await app.planStore.list({
        of: coached === 'true' ? { coachId: id } : { ownerId: id },
        limit: limit + 1,
        ...(cursor !== undefined && { after: decodeCursor(cursor) }),
      })
      const page = found.slice(0, limit)
      const last = found.length > limit ? page.at(-1) : undefined
      return { items: page.map(presentSummary), nextCursor: last ? encodeCursor(last) : null }
    },
  )
}

export default collectionRoutes
