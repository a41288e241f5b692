/** The seed, on every kind of database that can be had here: again is nothing new, and what curators decided is theirs. */
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import type { Movement } from '../../domain/movements/movement.ts'
import { movementsOfRelease } from '../../movements/movements-of-release.ts'
import { seedMovements } from '../../store/movement-seed.ts'
import { createMovementStore } from '../../store/movement-store.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { movement } from '../domain/movements/build-movement.ts'
import { openDatabase } from '../plugins/database/open-database.ts'

const bench = movement({ aliases: ['Bench', 'Flat press'] })
const dip = movement({ slug: 'dip', name: 'Dip', equipment: 'body_only', aliases: ['Dips'] })

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    const store = createMovementStore(knex)
    const publish = (one: Movement) => knex.transaction((transaction) => store.publish(transaction, one))
    const archive = (slug: string) => knex.transaction((transaction) => store.archive(transaction, slug))
    const seed = (...movements: Movement[]) => seedMovements(knex, movements)
    const rows = async () => ({
      movements: await knex('movements').orderBy('slug'),
      terms: await knex('movement_terms').orderBy(['slug', 'is_inner', 'term']),
      revision: await store.revision(),
    })

    t.beforeEach(async () => {
      await knex('movements').delete()
    })

    t.test('the whole release; a second time changes nothing, not even a moment', async (t) => {
      t.same(await seedMovements(knex, movementsOfRelease), {
        added: movementsOfRelease.length,
        updated: 0,
        skipped: [],
      })
      const before = await rows()
      t.equal(before.movements.length, movementsOfRelease.length)
      t.same(await seedMovements(knex, movementsOfRelease), { added: 0, updated: 0, skipped: [] })
      t.same(await rows(), before)
      t.same(
        (await store.findBySlug('bench-press'))?.movement,
        movementsOfRelease.find(({ slug }) => slug === 'bench-press'),
      )
    })

    t.test('two at the same moment bring each movement once', async (t) => {
      const outcomes = await Promise.all([seed(bench, dip), seed(bench, dip)])
      t.same(outcomes.map(({ added }) => added).sort(), [0, 2])
      t.match(await store.findBySlug('dip'), { version: 1 })
    })

    t.test('a later release: what it changes is brought up to date, the rest is not touched', async (t) => {
      await seed(bench, dip)
      const before = await store.revision()
      t.same(await seed({ ...bench, level: 'beginner', aliases: ['Bench'] }, dip), {
        added: 0,
        updated: 1,
        skipped: [],
      })
      t.match(await store.findBySlug('bench-press'), { version: 2, movement: { level: 'beginner' } })
      t.match(await store.findBySlug('dip'), { version: 1 })
      t.equal(await store.revision(), before + 1)
      t.same(await knex('movement_terms').where({ term: 'flatpress' }), [], 'names that it gave up are gone')
    })

    t.test('a name moves from one movement to another in one release', async (t) => {
      await seed(bench, dip)
      const moved = [
        { ...bench, aliases: ['Bench'] },
        { ...dip, aliases: ['Dips', 'Flat press'] },
      ]
      t.match(await seed(...moved), { updated: 2 })
      t.match((await store.findBySlug('dip'))?.movement, { aliases: ['Dips', 'Flat press'] })
      t.same(await seed(...moved), { added: 0, updated: 0, skipped: [] })
    })

    t.test("a curator's edit stays, whatever the release says", async (t) => {
      await seed(bench, dip)
      const edited = { ...bench, name: 'Barbell bench press', aliases: [] }
      await publish(edited)
      const before = await rows()
      t.same(await seed({ ...bench, level: 'advanced' }, dip), { added: 0, updated: 0, skipped: [] })
      t.same(await rows(), before)
      t.match(await store.findBySlug('bench-press'), { version: 2, movement: edited })
    })

    t.test('a publication in the same moment stays too', { skip: kind === 'pglite' }, async (t) => {
      await seed(bench, dip)
      const edited = { ...bench, name: 'Barbell bench press', aliases: [] }
      const publication = await knex.transaction()
      await store.publish(publication, edited)
      const seeding = seed({ ...bench, level: 'advanced' }, { ...dip, level: 'advanced' })
      await setTimeout(100)
      await publication.commit()
      t.match(await seeding, { updated: 1 })
      t.match(await store.findBySlug('bench-press'), { movement: edited })
    })

    t.test('what a curator archived does not come back', async (t) => {
      await seed(bench, dip)
      await archive('dip')
      t.same(await seed(bench, dip), { added: 0, updated: 0, skipped: [] })
      t.equal(await store.findBySlug('dip'), undefined)
    })

    t.test(
      "a name that a curator's movement has by now: an alias is left out, a movement stays out",
      async (t) => {
        await publish(movement({ slug: 'odd-dip', name: 'Odd dip', aliases: ['Dip', 'Bench'] }))
        t.same(await seed(bench, dip), { added: 1, updated: 0, skipped: ['dip'] })
        t.match((await store.findBySlug('bench-press'))?.movement, { aliases: ['Flat press'] })
        t.same(await seed(bench, dip), { added: 0, updated: 0, skipped: ['dip'] }, 'and again')
        await archive('odd-dip')
        t.same(await seed(bench, dip), { added: 1, updated: 1, skipped: [] }, 'until the name is free')
      },
    )
  })
}
