/** A request's Idempotency-Key, with whose it is and a digest of what it asks; and the answer that is given once. */
import { createHash } from 'node:crypto'
import { Type } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { problem } from '../problems.ts'
import type { Caller } from '../store/caller.ts'
import type { Once, RequestKey } from '../store/idempotency-store.ts'

export const requestKeySchema = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      pattern: '^[\\x21-\\x7e]{1,255}$',
      description:
        'Sent again with the same body within 24 hours, the answer is given again and nothing happens twice.',
    }),
  ),
})

/** The order in which a client writes the properties of a body, its outermost ones, is no part of what it asks. */
const canonical = (body: object): string =>
  JSON.stringify(Object.entries(body).sort(([one], [other]) => (one < other ? -1 : 1)))

/** `operation` keeps one key from answering for two routes. Undefined without a key. */
export const requestKeyOf = (
  operation: string,
  { id: userId }: Caller,
  key: string | undefined,
  body: object,
): RequestKey | undefined =>
  key === undefined
    ? undefined
    : {
        userId,
        key,
        digest: createHash('sha256')
          .update(`${operation}\n${canonical(body)}`)
          .digest('base64url'),
      }

/** Answers with what was written, now or when the key came first. */
export const answerOnce = <Body>(reply: FastifyReply, once: Once<Body>): Body => {
  if (once.outcome === 'other_request') {
    throw problem('state_conflict', 'This Idempotency-Key was used for another request; choose a new one')
  }
  if (once.outcome === 'replayed') reply.header('idempotency-replayed', 'true')
  reply.code(once.answer.status)
  return once.answer.body
}
