/** The movements migration, back and forth on a filled database of every kind that can be had here. */
import t from 'tap'
import { down, up } from '../../migrations/20250103-movements.ts'
import { movementsOfRelease } from '../../movements/movements-of-release.ts'
import { seedMovements } from '../../store/movement-seed.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { openDatabase } from '../plugins/database/open-database.ts'

const tables = ['movements', 'movement_terms', 'movement_library']

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    const present = async () => Promise.all(tables.map((table) => knex.schema.hasTable(table)))
    const all = { added: movementsOfRelease.length, updated: 0, skipped: [] }
    t.same(await seedMovements(knex, movementsOfRelease), all)

    await knex.transaction(down)
    t.same(await present(), [false, false, false])
    t.ok(await knex.schema.hasTable('plans'), 'what others own stays')

    await knex.transaction(up)
    t.same(await present(), [true, true, true])
    t.same(await seedMovements(knex, movementsOfRelease), all, 'as good as new')

    t.test('the extension is used where it can be had, and is not needed', async (t) => {
      const { rows } = await knex.raw(
        `select count(*)::int as count from pg_indexes where indexname = 'movement_terms_trigrams'`,
      )
      t.equal(rows[0].count, kind === 'postgres' ? 1 : 0)
    })
  })
}
