/** The library's store, on every kind of database that can be had here: publication, archive, reading. */
import t from 'tap'
import type { Movement } from '../../domain/movements/movement.ts'
import { createMovementStore } from '../../store/movement-store.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { movement } from '../domain/movements/build-movement.ts'
import { openDatabase } from '../plugins/database/open-database.ts'

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    const store = createMovementStore(knex)
    const publish = (one: Movement) => knex.transaction((transaction) => store.publish(transaction, one))
    const archive = (slug: string) => knex.transaction((transaction) => store.archive(transaction, slug))

    t.test('what is published is read back as it was; again is its next version', async (t) => {
      const one = movement({ aliases: ['Ünïcode 💪 \'"\\ $1 ?'], station: 'rack', setupSeconds: 0 })
      t.same(await publish(one), { version: 1 })
      t.strictSame((await store.findBySlug(one.slug))?.movement, one)
      t.same(await publish({ ...one, name: 'Press' }), { version: 2 })
      t.match(await store.findBySlug(one.slug), { version: 2, movement: { name: 'Press' } })
      t.match(await store.all(), [{ name: 'Press' }])
    })

    t.test('archived: neither read nor listed nor found; false when it is not there', async (t) => {
      const gone = movement({ slug: 'gone', name: 'Gone lift' })
      await publish(gone)
      t.equal(await archive('gone'), true)
      t.equal(await archive('gone'), false)
      t.equal(await archive('never-was'), false)
      t.equal(await store.findBySlug('gone'), undefined)
      t.notOk((await store.all()).some(({ slug }) => slug === 'gone'))
      t.same(await store.search({ key: { term: 'gone', words: ['gone'] }, limit: 5 }), [])
      t.same(await publish(gone), { version: 3 }, 'and may be published again')
    })

    t.test('the revision rises with every change and with nothing else', async (t) => {
      const before = await store.revision()
      await publish(movement({ slug: 'new', name: 'New' }))
      await store.all()
      await archive('never-was')
      t.equal(await store.revision(), before + 1)
      await archive('new')
      t.equal(await store.revision(), before + 2)
    })

    t.test('a publication that is rolled back has not been', async (t) => {
      const before = await store.revision()
      await t.rejects(
        knex.transaction(async (transaction) => {
          await store.publish(transaction, movement({ slug: 'undone', name: 'Undone' }))
          throw new Error('no')
        }),
        { message: 'no' },
      )
      t.equal(await store.findBySlug('undone'), undefined)
      t.equal(await store.revision(), before)
    })

    t.test('slugs that nothing can have', async (t) => {
      for (const odd of ['', '\0', 'BENCH-PRESS', "' or true --"]) {
        t.equal(await store.findBySlug(odd), undefined, JSON.stringify(odd))
      }
    })
  })
}
