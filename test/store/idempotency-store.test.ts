/** The idempotency store, on every kind of database that can be had here. */
import type { Knex } from 'knex'
import t from 'tap'
import { createIdempotencyStore, type RequestKey } from '../../store/idempotency-store.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { openDatabase } from '../plugins/database/open-database.ts'

const keyed = (key: string, change: Partial<RequestKey> = {}): RequestKey => ({
  userId: 'athlete-1',
  key,
  digest: 'one',
  ...change,
})

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    const store = createIdempotencyStore(knex)
    await knex.schema.createTable('written', (table) => table.text('what'))
    const written = async (what: string): Promise<number> => (await knex('written').where({ what })).length
    const write =
      (what: string, status = 201) =>
      async (transaction: Knex.Transaction) => {
        await transaction('written').insert({ what })
        return { status, body: { what, list: [1, null, 'ä'] } }
      }

    t.test('the first is written, the next get its answer', async (t) => {
      const answer = { status: 201, body: { what: 'first', list: [1, null, 'ä'] } }
      t.equal(await store.find(keyed('first')), undefined)
      t.same(await store.once(keyed('first'), write('first')), { outcome: 'written', answer })
      t.same(await store.once(keyed('first'), write('first', 200)), { outcome: 'replayed', answer })
      t.same(await store.find(keyed('first')), { outcome: 'replayed', answer })
      t.equal(await written('first'), 1)
    })

    t.test('another request under the key is told so; another user has keys of their own', async (t) => {
      await store.once(keyed('shared'), write('shared'))
      const other = keyed('shared', { digest: 'two' })
      t.same(await store.once(other, write('shared')), { outcome: 'other_request' })
      t.same(await store.find(other), { outcome: 'other_request' })
      const somebodyElse = keyed('shared', { userId: 'athlete-2', digest: 'two' })
      t.match(await store.once(somebodyElse, write('shared')), { outcome: 'written' })
      t.equal(await written('shared'), 2)
    })

    t.test('of many at once one writes, and all get its answer', async (t) => {
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, index) => store.once(keyed('race'), write('race', 200 + index))),
      )
      t.equal(await written('race'), 1)
      t.equal(results.filter(({ outcome }) => outcome === 'written').length, 1)
      t.equal(new Set(results.map((result) => JSON.stringify('answer' in result && result.answer))).size, 1)
    })

    t.test('a write that fails leaves neither its work nor its key', async (t) => {
      const failing = async (transaction: Knex.Transaction) => {
        await write('failed')(transaction)
        throw new Error('no')
      }
      await t.rejects(store.once(keyed('failed'), failing), { message: 'no' })
      t.equal(await written('failed'), 0)
      t.equal(await store.find(keyed('failed')), undefined)
      t.match(await store.once(keyed('failed', { digest: 'two' }), write('failed')), { outcome: 'written' })
    })

    t.test('without a key every request is written', async (t) => {
      await store.once(undefined, write('free'))
      t.match(await store.once(undefined, write('free')), { outcome: 'written' })
      t.equal(await written('free'), 2)
    })

    t.test('after a day a key is free again, and what is out of date is cleared away', async (t) => {
      const age = (key: string, hours: number) =>
        knex('idempotency_keys')
          .where({ key })
          .update({ created_at: knex.raw(`now() - interval '${hours} hours'`) })
      for (const key of ['old', 'young', 'forgotten']) await store.once(keyed(key), write(key))
      await age('old', 25)
      await age('forgotten', 48)
      await age('young', 23)
      t.equal(await store.find(keyed('old')), undefined)
      t.match(await store.once(keyed('young', { digest: 'two' }), write('young')), {
        outcome: 'other_request',
      })
      t.match(await store.once(keyed('old', { digest: 'two' }), write('old')), { outcome: 'written' })
      t.match(await store.find(keyed('old', { digest: 'two' })), { outcome: 'replayed' })
      t.same(await knex('idempotency_keys').where({ key: 'forgotten' }), [])
      t.equal((await knex('idempotency_keys').where({ key: 'young' })).length, 1)
    })
  })
}
