/** Look-ups of one turn go to the database together, and each is answered by its own caller's right. */
import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import t from 'tap'
import type { Caller } from '../../store/caller.ts'
import { createPlanStore } from '../../store/plan-store.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { exercise, normal, plan } from '../domain/plan/build-plan.ts'
import { openDatabase } from '../plugins/database/open-database.ts'

const athlete: Caller = { id: 'athlete-1', roles: ['athlete'] }
const coach: Caller = { id: 'coach-1', roles: ['coach'] }
const admin: Caller = { id: 'admin-1', roles: ['admin'] }
/** Text that would end a literal, an array, an object or a statement. */
const odd: Caller = { id: '"}]\'); drop table plans; -- \\ $1 ? {"a":', roles: ['athlete'] }

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    const store = createPlanStore(knex, randomUUID)
    const document = normal(plan([exercise()]))
    const create = (ownerId: string, coachId?: string) =>
      store.create({ ownerId, plan: { ...document, ...(coachId && { coachId }) }, amendment: {} })
    const [mine, oddly] = [await create(athlete.id, coach.id), await create(odd.id)]

    const counting = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
      let statements = 0
      const note = (): void => {
        statements += 1
      }
      knex.on('query', note)
      const result = await work()
      knex.removeListener('query', note)
      return [result, statements]
    }

    t.test('many callers and plans, one statement, each their own answer', async (t) => {
      const asked: [string, Caller, number | undefined][] = [
        [mine.id, athlete, 1],
        [mine.id, coach, 1],
        [mine.id, admin, 1],
        [mine.id, odd, undefined],
        [oddly.id, odd, 1],
        [oddly.id, athlete, undefined],
        [oddly.id, admin, 1],
        [randomUUID(), admin, undefined],
        ['no id', admin, undefined],
        [mine.id.toUpperCase(), athlete, 1],
      ]
      const [found, statements] = await counting(() =>
        Promise.all(asked.map(([id, caller]) => store.findVisibleVersion(id, caller))),
      )
      t.strictSame(
        found.map((version) => version?.version),
        asked.map(([, , version]) => version),
      )
      t.strictSame(found[0], { id: mine.id, version: 1, updatedAt: mine.updatedAt })
      t.equal(found[4]?.id, oddly.id)
      t.equal(statements, 1)
    })

    t.test('what is asked later sees what was written since', async (t) => {
      const { id } = await create(athlete.id)
      t.equal((await store.findVisibleVersion(id, athlete))?.version, 1)
      await store.replace(id, 1, document)
      t.equal((await store.findVisibleVersion(id, athlete))?.version, 2)
      await store.remove(id, 2)
      t.equal(await store.findVisibleVersion(id, athlete), undefined)
    })

    t.test('another turn, another statement', async (t) => {
      const [, statements] = await counting(async () => {
        const first = store.findVisibleVersion(mine.id, athlete)
        await nextTurn()
        return Promise.all([first, store.findVisibleVersion(mine.id, coach)])
      })
      t.equal(statements, 2)
    })

    t.test('a database that fails tells everybody who asked', async (t) => {
      await knex.schema.renameTable('plans', 'elsewhere')
      const asked = await Promise.allSettled(
        [athlete, coach].map((caller) => store.findVisibleVersion(mine.id, caller)),
      )
      t.strictSame(
        asked.map(({ status }) => status),
        ['rejected', 'rejected'],
      )
      await knex.schema.renameTable('elsewhere', 'plans')
      t.equal((await store.findVisibleVersion(mine.id, athlete))?.version, 1, 'and then answers again')
    })
  })
}
