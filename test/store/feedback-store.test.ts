/** The feedback store, on every kind of database that can be had here. */
import { randomUUID } from 'node:crypto'
import t from 'tap'
import type { FeedbackReport } from '../../domain/adaptation/report.ts'
import { createFeedbackStore, type FeedbackPosition } from '../../store/feedback-store.ts'
import { createPlanStore } from '../../store/plan-store.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { performance, planOfWeeks, rpe } from '../domain/adaptation/build-adaptation.ts'
import { openDatabase } from '../plugins/database/open-database.ts'

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    const plans = createPlanStore(knex, randomUUID)
    const store = createFeedbackStore(knex, randomUUID)
    const newPlan = async () =>
      (await plans.create({ ownerId: 'athlete-1', plan: planOfWeeks(6), amendment: {} })).id
    const record = (planId: string, report: FeedbackReport = rpe(1, 0), reportedBy = 'athlete-1') =>
      store.record({ planId, planVersion: 1, report, reportedBy })

    t.test('what is recorded is read back as it was', async (t) => {
      const planId = await newPlan()
      const odd = rpe(1, 0, { note: 'Ünïcode 💪 \'"\\ $1 ? ??', sets: [{ reps: 5, load: '45 lb' }] })
      const made = await record(planId, odd)
      t.match(made, { planId, planVersion: 1, version: 1, reportedBy: 'athlete-1' })
      t.same(made?.report, odd)
      t.same(made?.createdAt, made?.updatedAt)
      t.same(await store.list(planId, 10), [made])
    })

    t.test('said again: one row, the last word, one version up', async (t) => {
      const planId = await newPlan()
      const first = await record(planId)
      const again = await store.record({
        planId,
        planVersion: 3,
        report: rpe(1, 2),
        reportedBy: 'coach-1',
      })
      t.match(again, {
        id: first?.id,
        version: 2,
        planVersion: 3,
        reportedBy: 'coach-1',
        report: { rpe: 10 },
      })
      t.same(again?.createdAt, first?.createdAt)
      t.equal((await store.list(planId, 10)).length, 1)
    })

    t.test('another exercise, day, session or kind is another fact, and so is another plan', async (t) => {
      const planId = await newPlan()
      const facts = [
        rpe(1, 0),
        rpe(1, 0, { exerciseId: 'curl' }),
        rpe(1, 0, { date: '2026-01-06' }),
        rpe(1, 0, { sessionId: 'w2-d1' }),
        performance(1, [4]),
      ]
      for (const report of facts) t.match(await record(planId, report), { version: 1 })
      t.match(await record(planId, performance(1, [3])), { version: 2 })
      t.match(await record(await newPlan()), { version: 1 })
      t.equal((await store.list(planId, 10)).length, 5)
    })

    t.test('said many times at once: one row', async (t) => {
      const planId = await newPlan()
      const written = await Promise.all(
        Array.from({ length: 8 }, (_, index) => record(planId, rpe(1, index / 8))),
      )
      t.same(written.map((one) => one?.version).sort(), [1, 2, 3, 4, 5, 6, 7, 8])
      const [only, ...others] = await store.list(planId, 10)
      t.same(others, [])
      t.same(
        only,
        written.find((one) => one?.version === 8),
      )
    })

    t.test('of a plan that is gone nothing is recorded, and what was goes with it', async (t) => {
      const planId = await newPlan()
      await record(planId)
      t.equal(await plans.remove(planId, 1), true)
      t.same(await store.list(planId, 10), [])
      t.equal(await record(planId), undefined)
      t.equal(await record(randomUUID()), undefined)
    })

    t.test(
      'lists: the latest training first, page by page, unmoved by what is added in between',
      async (t) => {
        const planId = await newPlan()
        for (const week of [3, 1, 2, 5, 4]) {
          await record(planId, rpe(week, 0))
          await record(planId, rpe(week, 0, { exerciseId: 'curl' }))
        }
        const all = await store.list(planId, 100)
        const days = all.map(({ date }) => date)
        t.same(days, [...days].sort().reverse())
        const seen: string[] = []
        let after: FeedbackPosition | undefined
        for (let page = 0; page < 5; page += 1) {
          const items = await store.list(planId, 2, after)
          seen.push(...items.map(({ id }) => id))
          const last = items.at(-1)!
          after = { date: last.date, id: last.id }
          await record(planId, rpe(6, 0, { sessionId: `x${page}` }))
        }
        t.same(
          seen,
          all.map(({ id }) => id),
        )
      },
    )

    t.test('recent: the days up to the latest report, whenever that was', async (t) => {
      const planId = await newPlan()
      t.same(await store.recent(planId, 42), [])
      for (const date of ['2020-01-01', '2020-01-19', '2020-01-20', '2020-03-02']) {
        await record(planId, rpe(1, 0, { date }))
      }
      const dates = async (days: number) => (await store.recent(planId, days)).map(({ date }) => date)
      t.same(await dates(42), ['2020-03-02', '2020-01-20'])
      t.same(await dates(43), ['2020-03-02', '2020-01-20', '2020-01-19'])
      t.same(await dates(0), ['2020-03-02'])
    })

    t.test('remove: only of its own plan, once', async (t) => {
      const planId = await newPlan()
      const { id } = (await record(planId))!
      t.equal(await store.remove(await newPlan(), id), false)
      for (const odd of [randomUUID(), '', 'x', `${id}\n`, "' or true --", '\0']) {
        t.equal(await store.remove(planId, odd), false, JSON.stringify(odd))
      }
      t.equal(await store.remove(planId, id), true)
      t.equal(await store.remove(planId, id), false)
      t.match(await record(planId), { version: 1 })
    })

    t.test('lists walk their index, and so does what the analysis reads', async (t) => {
      const planId = await newPlan()
      const explain = (sql: string) =>
        knex.transaction(async (transaction): Promise<string> => {
          // The table is small here; the planner would rightly read it whole.
          await transaction.raw('set local enable_seqscan = off')
          const { rows } = await transaction.raw(`explain ${sql}`)
          return rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n')
        })
      const order = 'order by training_date desc, id desc limit 21'
      const list = await explain(
        `select id from feedback where plan_id = '${planId}' and (training_date, id) < ('2026-01-01', '${planId}') ${order}`,
      )
      t.match(list, /feedback_of_plan/)
      t.notMatch(list, /Sort/)
      const recent = await explain(
        `select report from feedback where plan_id = '${planId}' and training_date >= (select max(training_date) from feedback where plan_id = '${planId}') - 42 ${order}`,
      )
      t.match(recent, /feedback_of_plan/)
      t.notMatch(recent, /Sort/)
    })
  })
}
