/** A request's Idempotency-Key, with whose it is and a digest of what it asks. */
import { createHash } from 'node:crypto'
import type { Caller } from '../../store/caller.ts'
import type { RequestKey } from '../../store/idempotency-store.ts'

/** The order in which a client writes the properties of a flat body is no part of what it asks. */
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
