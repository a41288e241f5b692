/** Requests that carry a key are answered once: the answer is kept with the write that it reports, and given again. */
import type { Knex } from 'knex'
import { now } from './plan-row.ts'
import { type RowReader, trustingReader } from './row-reader.ts'

export interface RequestKey {
  readonly userId: string
  /** Chosen by the client; another user's equal key is another key. */
  readonly key: string
  /** Of what is asked: the same key for something else is a mistake of the client's. */
  readonly digest: string
}

export interface Answer<Body> {
  readonly status: number
  readonly body: Body
}

export type Once<Body> =
  | { readonly outcome: 'written' | 'replayed'; readonly answer: Answer<Body> }
  | { readonly outcome: 'other_request' }

export interface IdempotencyStore {
  /**
   * What is known of a key; undefined when nothing is, or no longer. Throws `UnreadableRow` where the answer can't be read:
   * done again, it might be done twice.
   */
  find<Body>(requestKey: RequestKey): Promise<Once<Body> | undefined>
  /**
   * Runs `write` in a transaction and keeps its answer under the key, both or neither. A request that comes while
   * another with its key is under way waits, and gets that one's answer. Nothing is kept of a write that throws.
   * Without a key it is a plain transaction.
   */
  once<Body>(
    requestKey: RequestKey | undefined,
    write: (transaction: Knex.Transaction) => Promise<Answer<Body>>,
  ): Promise<Once<Body>>
}

interface KeyRow {
  request_digest: string
  status: unknown
  answer: unknown
}

/** As long as a client may still be trying; the contract names it. */
const keptFor = "interval '24 hours'"

/** Every new key clears away a few that are out of date, so that the table never grows for good. */
const clearedAtOnce = 20

const claim = `
  insert into idempotency_keys (user_id, key, request_digest, created_at) values (?, ?, ?, ?)
  on conflict (user_id, key) do update
    set request_digest = excluded.request_digest, status = null, answer = null, created_at = excluded.created_at
    where idempotency_keys.created_at <= now() - ${keptFor}
  returning key`

// Rows that another request has in hand are left to it: nobody waits here.
const clear = `
  delete from idempotency_keys where (user_id, key) in (
    select user_id, key from idempotency_keys where created_at <= now() - ${keptFor}
    order by created_at limit ${clearedAtOnce} for update skip locked)`

export const createIdempotencyStore = (knex: Knex, rows: RowReader = trustingReader): IdempotencyStore => {
  const known = <Body>(
    { request_digest, status, answer: body }: KeyRow,
    { digest }: RequestKey,
  ): Once<Body> => {
    if (request_digest !== digest) return { outcome: 'other_request' }
    // The digest is what the row is found by: its key would name a user.
    const answer = rows.require('answer', digest, { status, body }) as Answer<Body>
    return { outcome: 'replayed', answer }
  }

  const read = (within: Knex, { userId, key }: RequestKey) =>
    within('idempotency_keys').where({ user_id: userId, key }).first('request_digest', 'status', 'answer')

  return {
    async find(requestKey) {
      const row = await read(knex, requestKey).andWhereRaw(`created_at > now() - ${keptFor}`)
      return row && known(row, requestKey)
    },

    once: (requestKey, write) =>
      knex.transaction(async (transaction) => {
        if (requestKey === undefined) return { outcome: 'written', answer: await write(transaction) }
        const { userId, key, digest } = requestKey
        const { rows: claimed } = await transaction.raw(claim, [userId, key, digest, now(transaction)])
        if (claimed.length === 0) return known(await read(transaction, requestKey), requestKey)
        const answer = await write(transaction)
        await transaction('idempotency_keys')
          .where({ user_id: userId, key })
          .update({ status: answer.status, answer: JSON.stringify(answer.body) })
        await transaction.raw(clear)
        return { outcome: 'written', answer }
      }),
  }
}
