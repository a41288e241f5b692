/** The application store, on every kind of database that can be had here. */
import { randomUUID } from 'node:crypto'
import t from 'tap'
import { createApplicationStore, type NewApplication } from '../../store/application-store.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { openDatabase } from '../plugins/database/open-database.ts'
import { answer, application, planDocument, storedPlan } from './application-rows.ts'

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    const store = createApplicationStore(knex, randomUUID)
    const apply = (made: NewApplication) => knex.transaction((transaction) => store.apply(transaction, made))
    const applied = async (made: NewApplication) => {
      const result = await apply(made)
      if (!('application' in result)) throw new Error(result.outcome)
      return result.application
    }

    t.test('what is applied is read back as it was, on its day only', async (t) => {
      const { id: planId } = await storedPlan(knex)
      const made = await applied(application(planId))
      t.match(made, { ...application(planId), end: null })
      t.equal(JSON.stringify(made.session), JSON.stringify(answer))
      const { outcome, originalDurationSeconds, compressedDurationSeconds } = answer
      t.match(await store.list({ planId, limit: 1 }), [
        { id: made.id, summary: { outcome, originalDurationSeconds, compressedDurationSeconds } },
      ])
      t.same(await store.findCurrent(planId, made.sessionId, '2026-03-02'), made)
      t.equal(await store.findCurrent(planId, made.sessionId, '2026-03-03'), undefined)
      t.equal(await store.findCurrent(planId, 'other', '2026-03-02'), undefined)
      t.equal(await store.planOf(made.id), planId)
      t.equal(await store.planOf('not-an-id'), undefined)
    })

    t.test(
      'the same again is repeated; another target takes its place and the first stays known',
      async (t) => {
        const { id: planId } = await storedPlan(knex)
        const first = await applied(application(planId))
        const again = await apply(application(planId, { appliedBy: 'coach-1' }))
        t.match(again, { outcome: 'repeated', application: { id: first.id, appliedBy: 'athlete-1' } })
        const second = await apply(application(planId, { targetMinutes: 20, appliedBy: 'coach-1' }))
        t.match(second, { outcome: 'applied', application: { targetMinutes: 20, end: null } })
        const all = await store.list({ planId, limit: 10 })
        t.equal(all.length, 2)
        const replaced = all.find(({ id }) => id === first.id)
        t.match(replaced, { end: { as: 'replaced', by: 'coach-1', at: Date } })
        t.match(await store.findCurrent(planId, first.sessionId, first.date), { targetMinutes: 20 })
        await applied(application(planId, { date: '2026-03-03' }))
        t.match(
          await store.findCurrent(planId, first.sessionId, first.date),
          { targetMinutes: 20 },
          'another day is another matter',
        )
      },
    )

    t.test('other equipment is another application', async (t) => {
      const { id: planId } = await storedPlan(knex)
      const first = await applied(application(planId))
      const second = await applied(application(planId, { unavailableEquipment: ['barbell', 'cable'] }))
      t.not(second.id, first.id)
      t.same(second.unavailableEquipment, ['barbell', 'cable'])
      const again = await applied(application(planId, { unavailableEquipment: ['barbell', 'cable'] }))
      t.equal(again.id, second.id)
      t.not((await applied(application(planId, { unavailableEquipment: ['barbell'] }))).id, second.id)
    })

    t.test('another version of the plan, or no plan: nothing is written', async (t) => {
      const { id: planId, planStore } = await storedPlan(knex)
      t.same(await apply(application(planId, { planVersion: 2 })), { outcome: 'plan_changed' })
      await planStore.replace(planId, 1, planDocument)
      t.same(await apply(application(planId)), { outcome: 'plan_changed' })
      t.same(await apply(application(randomUUID())), { outcome: 'plan_gone' })
      t.same(await store.list({ planId, limit: 10 }), [])
      t.match(await apply(application(planId, { planVersion: 2 })), { outcome: 'applied' })
    })

    t.test('a newer version of the plan makes a new application of the same target', async (t) => {
      const { id: planId, planStore } = await storedPlan(knex)
      const first = await applied(application(planId))
      await planStore.replace(planId, 1, planDocument)
      const second = await applied(application(planId, { planVersion: 2 }))
      t.not(second.id, first.id)
    })

    t.test('of many at once on one day one stays current, the others are history', async (t) => {
      const { id: planId } = await storedPlan(knex)
      const targets = [15, 20, 25, 30, 35, 40, 45, 50]
      await Promise.all(targets.map((targetMinutes) => applied(application(planId, { targetMinutes }))))
      const all = await store.list({ planId, limit: 100 })
      t.equal(all.length, targets.length)
      t.equal(all.filter(({ end }) => end === null).length, 1)
    })

    t.test('many of the same at once: one is applied, the others are told so', async (t) => {
      const { id: planId } = await storedPlan(knex)
      const results = await Promise.all(Array.from({ length: 8 }, () => apply(application(planId))))
      t.equal(results.filter(({ outcome }) => outcome === 'applied').length, 1)
      t.equal(results.filter(({ outcome }) => outcome === 'repeated').length, 7)
    })

    t.test(
      'a plan that changes at the same moment: never an application of a version that is gone',
      async (t) => {
        for (let round = 0; round < 5; round += 1) {
          const { id: planId, planStore } = await storedPlan(knex)
          const [result] = await Promise.all([
            apply(application(planId)),
            planStore.replace(planId, 1, planDocument),
          ])
          const [row] = await knex('plans').where({ id: planId }).select('version')
          t.equal(row.version, 2)
          t.ok(['applied', 'plan_changed'].includes(result.outcome))
          t.equal((await store.list({ planId, limit: 10 })).length, result.outcome === 'applied' ? 1 : 0)
        }
      },
    )

    t.test('revert: once, by whoever is first; then the day is free', async (t) => {
      const { id: planId } = await storedPlan(knex)
      const made = await applied(application(planId))
      const tries = await Promise.all([store.revert(made.id, 'athlete-1'), store.revert(made.id, 'coach-1')])
      t.same(tries.sort(), [false, true])
      t.equal(await store.findCurrent(planId, made.sessionId, made.date), undefined)
      t.equal(await store.revert(randomUUID(), 'athlete-1'), false)
      const again = await applied(application(planId))
      t.not(again.id, made.id)
      t.match(
        (await store.list({ planId, limit: 10 })).find(({ id }) => id === made.id),
        { end: { as: 'reverted' } },
      )
    })

    t.test('latest: of each session the one made last, of the days asked for, current only', async (t) => {
      const { id: planId } = await storedPlan(knex)
      const moments = ['2026-01-01T10:00:00.000Z', '2026-01-02T10:00:00.000Z', '2026-01-03T10:00:00.000Z']
      const made = []
      for (const [index, date] of ['2026-03-09', '2026-03-02', '2026-03-04'].entries()) {
        const { id, sessionId } = await applied(application(planId, { date }))
        await knex('time_crunch_applications').where({ id }).update({ created_at: moments[index] })
        made.push({ id, sessionId })
      }
      const other = await applied(application(planId, { sessionId: 'other', date: '2026-03-02' }))
      const { sessionId } = made[0]!
      const ids = async (sessions: string[], days = {}) =>
        (await store.latest(planId, sessions, days)).map(({ id }) => id)
      t.same(await ids([sessionId]), [made[2]!.id], 'made last, not of the last day')
      t.same(await ids([sessionId, 'other']), [made[2]!.id, other.id])
      t.same(await ids([sessionId], { from: '2026-03-09', to: '2026-03-15' }), [made[0]!.id])
      t.same(await ids([sessionId], { from: '2026-03-02', to: '2026-03-08' }), [made[2]!.id])
      await store.revert(made[2]!.id, 'athlete-1')
      t.same(await ids([sessionId]), [made[1]!.id])
      t.same(await ids([]), [])
    })

    t.test('the history: latest first, page by page, of the days asked for', async (t) => {
      const { id: planId } = await storedPlan(knex)
      const days = Array.from({ length: 9 }, (_, index) => `2026-05-0${index + 1}`)
      for (const date of days) await applied(application(planId, { date }))
      // Several in one millisecond: the id decides, or a page would repeat or skip one.
      await knex('time_crunch_applications')
        .where({ plan_id: planId })
        .whereIn('training_date', days.slice(2, 6))
        .update({ created_at: '2026-01-01T00:00:00.123Z' })
      const all = await store.list({ planId, limit: 100 })
      t.same(all.map(({ date }) => date).sort(), days)
      const seen = []
      let after: { createdAt: Date; id: string } | undefined
      for (let page = 0; page < 5; page += 1) {
        const rows = await store.list({ planId, limit: 2, ...(after && { after }) })
        seen.push(...rows)
        after = rows.at(-1)
      }
      t.same(seen, all)
      const some = await store.list({ planId, limit: 100, from: '2026-05-03', to: '2026-05-05' })
      t.same(some.map(({ date }) => date).sort(), days.slice(2, 5))
    })

    t.test('a plan that is deleted takes its applications along', async (t) => {
      const { id: planId, planStore } = await storedPlan(knex)
      const made = await applied(application(planId))
      t.equal(await planStore.remove(planId, 1), true)
      t.equal(await store.planOf(made.id), undefined)
    })

    t.test(
      'the database itself refuses a second current one, and an end without its who and when',
      async (t) => {
        const { id: planId } = await storedPlan(knex)
        const { id } = await applied(application(planId))
        const [row] = await knex('time_crunch_applications').where({ id })
        const copy = { ...row, id: randomUUID(), session: JSON.stringify(row.session) }
        await t.rejects(knex('time_crunch_applications').insert(copy), { code: '23505' })
        await t.rejects(knex('time_crunch_applications').where({ id }).update({ ended_as: 'reverted' }), {
          code: '23514',
        })
      },
    )
  })
}
