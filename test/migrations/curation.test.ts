/** The curation migration, back and forth on a filled database of every kind that can be had here. */
import { randomUUID } from 'node:crypto'
import t from 'tap'
import { down, up } from '../../migrations/20250104-curation.ts'
import { importBatch } from '../../store/curation-import.ts'
import { createPlanStore } from '../../store/plan-store.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { movementDraft } from '../domain/curation/build-draft.ts'
import { exercise, normal, plan } from '../domain/plan/build-plan.ts'
import { openDatabase } from '../plugins/database/open-database.ts'

const tables = ['movement_drafts', 'movement_draft_names', 'movement_draft_audit']

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    const present = async () => Promise.all(tables.map((table) => knex.schema.hasTable(table)))
    const batch = [{ draft: movementDraft(), source: 'test:1' }]
    await createPlanStore(knex, randomUUID).create({
      ownerId: 'athlete-1',
      plan: normal(plan([exercise()])),
      amendment: {},
    })
    t.equal((await importBatch(knex, randomUUID, batch, 'curator-1')).size, 1)

    await knex.transaction(down)
    t.same(await present(), [false, false, false])
    t.equal((await knex('plans')).length, 1, 'what others own stays')

    await knex.transaction(up)
    t.same(await present(), [true, true, true])
    t.equal((await importBatch(knex, randomUUID, batch, 'curator-1')).size, 1, 'empty, and as good as new')
  })
}
