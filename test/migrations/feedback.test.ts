/** The feedback migration, back and forth on a filled database of every kind that can be had here. */
import { randomUUID } from 'node:crypto'
import t from 'tap'
import { down, up } from '../../migrations/20250106-feedback.ts'
import { createFeedbackStore } from '../../store/feedback-store.ts'
import { createPlanStore } from '../../store/plan-store.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { planOfWeeks, rpe } from '../domain/adaptation/build-adaptation.ts'
import { openDatabase } from '../plugins/database/open-database.ts'

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    const plan = await createPlanStore(knex, randomUUID).create({
      ownerId: 'athlete-1',
      plan: planOfWeeks(2),
      amendment: {},
    })
    const store = createFeedbackStore(knex, randomUUID)
    const record = () =>
      store.record({ planId: plan.id, planVersion: 1, report: rpe(1, 0), reportedBy: 'athlete-1' })
    t.match(await record(), { version: 1 })

    await knex.transaction(down)
    t.equal(await knex.schema.hasTable('feedback'), false)
    t.equal((await knex('plans')).length, 1, 'what others own stays')

    await knex.transaction(up)
    t.match(await record(), { version: 1 }, 'empty, and as good as new')
  })
}
