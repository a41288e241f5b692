/** The plan store, on every kind of database that can be had here. */
import { randomUUID } from 'node:crypto'
import t from 'tap'
import type { NormalPlan } from '../../domain/plan/document.ts'
import { createPlanStore, type PlanPosition } from '../../store/plan-store.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { exercise, normal, plan } from '../domain/plan/build-plan.ts'
import { openDatabase } from '../plugins/database/open-database.ts'

const athlete = { id: 'athlete-1', roles: ['athlete'] }
const document = (change: Partial<NormalPlan> = {}): NormalPlan => ({
  ...normal(plan([exercise()])),
  ...change,
})

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    const store = createPlanStore(knex, randomUUID)
    const create = (ownerId: string, change: Partial<NormalPlan> = {}) =>
      store.create({ ownerId, plan: document(change), amendment: { coreSetFloor: 3 } })

    t.test('what is created is read back as it was, keys in order', async (t) => {
      const odd = document({ name: 'Ünïcode 💪 \'"\\ $1 ? ??', description: '{"a":[1,null]}' })
      const made = await store.create({ ownerId: 'athlete-1', plan: odd, amendment: { priorities: {} } })
      t.match(made, { version: 1, amendmentVersion: 1, ownerId: 'athlete-1', coachId: null, name: odd.name })
      t.same(made.createdAt, made.updatedAt)
      t.equal(made.createdAt.getTime() % 1, 0)
      const read = await store.findVisiblePlan(made.id, athlete)
      t.same(read, made)
      t.equal(JSON.stringify(read?.plan), JSON.stringify(odd))
      t.same(read?.amendment, { priorities: {} })
    })

    t.test('visible to its owner, its coach and admins; to nobody else', async (t) => {
      const { id } = await create('athlete-1', { coachId: 'coach-1' })
      const sees = async (userId: string, roles: string[] = ['athlete'], planId = id) =>
        (await store.findVisiblePlan(planId, { id: userId, roles })) !== undefined
      t.equal(await sees('athlete-1'), true)
      t.equal(await sees('coach-1'), true)
      t.equal(await sees('root', ['admin']), true)
      t.equal(await sees('stranger-1'), false)
      t.equal(await sees('stranger-1', ['coach', 'curator']), false)
      t.equal(await sees(''), false)
      t.equal(await sees('athlete-1', ['athlete'], id.toUpperCase()), true, 'an id is no matter of case')
      for (const odd of [randomUUID(), '', 'x', `${id} `, `${id}\n`, "' or true --", '\0']) {
        t.equal(await sees('root', ['admin'], odd), false, JSON.stringify(odd))
      }
    })

    t.test('replace: one version up, the moment moves, a stale version writes nothing', async (t) => {
      const made = await create('athlete-1')
      const next = await store.replace(made.id, 1, document({ name: 'Next', coachId: 'coach-1' }))
      t.match(next, {
        version: 2,
        amendmentVersion: 1,
        name: 'Next',
        coachId: 'coach-1',
        plan: { name: 'Next' },
      })
      t.same(next?.amendment, { coreSetFloor: 3 })
      t.same(next?.createdAt, made.createdAt)
      t.ok(next!.updatedAt >= made.updatedAt)
      t.equal(await store.replace(made.id, 1, document({ name: 'Stale' })), undefined)
      t.equal(await store.replace(randomUUID(), 1, document()), undefined)
      t.same(await store.findVisiblePlan(made.id, athlete), next)
      t.match(await store.replace(made.id, 2, document()), { version: 3, coachId: null })
    })

    t.test('of many writers on one version exactly one succeeds', async (t) => {
      const { id } = await create('athlete-1')
      const writers = Array.from({ length: 8 }, (_, index) =>
        index % 2 ? store.replaceAmendment(id, 1, {}) : store.replace(id, 1, document({ name: `W${index}` })),
      )
      const written = (await Promise.all(writers)).filter((result) => result !== undefined)
      t.equal(written.length, 1)
      t.same(await store.findVisiblePlan(id, athlete), written[0])
    })

    t.test('replaceAmendment raises both versions and leaves the document alone', async (t) => {
      const made = await create('athlete-1')
      const next = await store.replaceAmendment(made.id, 1, { coreSetCap: null })
      t.match(next, { version: 2, amendmentVersion: 2, plan: made.plan })
      t.same(next?.amendment, { coreSetCap: null })
      t.equal(await store.replaceAmendment(made.id, 1, {}), undefined)
    })

    t.test('remove: on the version that it names', async (t) => {
      const { id } = await create('athlete-1')
      t.equal(await store.remove(id, 2), false)
      t.equal(await store.remove(id, 1), true)
      t.equal(await store.remove(id, 1), false)
      t.equal(await store.findVisiblePlan(id, athlete), undefined)
    })

    t.test('lists: newest first, page by page, unmoved by what is added in between', async (t) => {
      const made: string[] = []
      for (let count = 0; count < 7; count += 1)
        made.push((await create('athlete-2', { coachId: 'coach-2' })).id)
      // Several in one millisecond: the id decides, or a page would repeat or skip one.
      await knex('plans').whereIn('id', made.slice(1, 5)).update({ created_at: '2020-01-01T00:00:00.123Z' })
      await create('other')
      const all = await store.list({ of: { ownerId: 'athlete-2' }, limit: 100 })
      t.same(all.map(({ id }) => id).sort(), [...made].sort())
      const moments = all.map(({ createdAt }) => createdAt.getTime())
      t.same(
        moments,
        [...moments].sort((a, b) => b - a),
      )

      const seen: string[] = []
      let after: PlanPosition | undefined
      for (let page = 0; page < 4; page += 1) {
        const items = await store.list({ of: { ownerId: 'athlete-2' }, limit: 2, ...(after && { after }) })
        seen.push(...items.map(({ id }) => id))
        after = items.at(-1)
        await create('athlete-2')
      }
      t.same(
        seen,
        all.map(({ id }) => id),
      )
      t.equal((await store.list({ of: { coachId: 'coach-2' }, limit: 100 })).length, 7)
      t.same(await store.list({ of: { ownerId: 'nobody' }, limit: 100 }), [])
    })

    t.test('a broken row hurts only itself', async (t) => {
      const good = await create('athlete-3')
      const bad = await create('athlete-3')
      await knex('plans').where({ id: bad.id }).update({ document: '{"microcycles":7}' })
      t.equal((await store.list({ of: { ownerId: 'athlete-3' }, limit: 10 })).length, 2)
      t.same(await store.findVisiblePlan(good.id, { id: 'athlete-3', roles: [] }), good)
      t.match(await store.replace(bad.id, 1, document()), { version: 2 })
    })

    t.test('lists walk their index', async (t) => {
      const explain = async (column: string) => {
        const sql = `explain select id from plans where ${column} = 'x' and (created_at, id) < (now(), '${randomUUID()}') order by created_at desc, id desc limit 21`
        return knex.transaction(async (transaction): Promise<string> => {
          // The table is small here; the planner would rightly read it whole.
          await transaction.raw('set local enable_seqscan = off')
          const { rows } = await transaction.raw(sql)
          return rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n')
        })
      }
      const own = await explain('owner_id')
      t.match(own, /plans_of_owner/)
      t.notMatch(own, /Sort/)
      const coached = await explain('coach_id')
      t.match(coached, /plans_of_coach/)
      t.notMatch(coached, /Sort/)
    })
  })
}
