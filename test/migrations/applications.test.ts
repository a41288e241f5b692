/** The applications migration, back and forth on a filled database of every kind that can be had here. */
import { randomUUID } from 'node:crypto'
import t from 'tap'
import { down, up } from '../../migrations/20250105-applications.ts'
import { createApplicationStore } from '../../store/application-store.ts'
import { createIdempotencyStore } from '../../store/idempotency-store.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { openDatabase } from '../plugins/database/open-database.ts'
import { application, storedPlan } from '../store/application-rows.ts'

const tables = ['time_crunch_applications', 'idempotency_keys']

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    const present = async () => Promise.all(tables.map((table) => knex.schema.hasTable(table)))
    const applications = createApplicationStore(knex, randomUUID)
    const { id: planId } = await storedPlan(knex)
    const fill = () =>
      createIdempotencyStore(knex).once(
        { userId: 'athlete-1', key: 'key', digest: 'digest' },
        async (transaction) => ({
          status: 201,
          body: await applications.apply(transaction, application(planId)),
        }),
      )
    t.match(await fill(), { outcome: 'written' })

    await knex.transaction(down)
    t.same(await present(), [false, false])
    t.equal((await knex('plans')).length, 1, 'what others own stays')

    await knex.transaction(up)
    t.same(await present(), [true, true])
    t.match(await fill(), { outcome: 'written', answer: { body: { outcome: 'applied' } } }, 'as good as new')
  })
}
