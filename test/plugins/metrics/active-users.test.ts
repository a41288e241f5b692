/** Distinct users of the last minutes, over all instances, by a clock that the test holds. */
import fastify, { type FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import activeUsers from '../../../plugins/active-users.ts'
import database from '../../../plugins/database/index.ts'
import errors from '../../../plugins/errors/index.ts'
import metrics from '../../../plugins/metrics/index.ts'
import { availableKinds, testDatabase } from '../../database.ts'

const minuteMs = 60_000
const startMs = Date.UTC(2026, 0, 5, 12)

const build = async (t: Test, url: string, now: () => number): Promise<FastifyInstance> => {
  const app = fastify()
  await app.register(errors)
  await app.register(metrics, { host: '127.0.0.1' })
  await app.register(database, { url, poolMax: 2, statementTimeoutMs: 5_000, migrate: true })
  // The test refreshes by hand.
  await app.register(activeUsers, { now, refreshMs: 3_600_000 })
  t.teardown(() => app.close())
  await app.ready()
  return app
}

const counts = async (app: FastifyInstance): Promise<number[]> => {
  await app.activeUsers.refresh()
  const text = (await app.inject('/metrics')).body
  return ['5m', '1h', '24h'].map((window) =>
    Number(
      new RegExp(`^planning_engine_time_crunch_active_users\\{window="${window}"\\} (\\d+)$`, 'm').exec(
        text,
      )?.[1],
    ),
  )
}

for (const kind of await availableKinds()) {
  t.test(`users leave the windows one after the other (${kind})`, async (t) => {
    const { url } = await testDatabase(t, kind)
    let nowMs = startMs
    const app = await build(t, url, () => nowMs)
    t.strictSame(await counts(app), [0, 0, 0])

    for (const user of ['athlete-1', 'athlete-2', 'athlete-1', 'athlete-1']) app.activeUsers.record(user)
    t.strictSame(await counts(app), [2, 2, 2], 'distinct users')

    nowMs = startMs + 4 * minuteMs
    app.activeUsers.record('athlete-1')
    await app.activeUsers.refresh()
    nowMs = startMs + 6 * minuteMs
    t.strictSame(await counts(app), [1, 2, 2], 'seen again counts from then')
    nowMs = startMs + 62 * minuteMs
    t.strictSame(await counts(app), [0, 1, 2])
    nowMs = startMs + 25 * 60 * minuteMs
    t.strictSame(await counts(app), [0, 0, 0])

    const text = (await app.inject('/metrics')).body
    t.notMatch(text, /athlete-/, 'no user in a label')
    t.strictSame(await app.database.knex('active_users').select('*'), [], 'forgotten after a day')
  })
}

t.test('every instance reports the same, and a late one does not undo what is newer', async (t) => {
  const { url, kind } = await testDatabase(t)
  if (kind === 'pglite') {
    t.pass('an embedded database has one instance')
    return
  }
  let nowMs = startMs
  const one = await build(t, url, () => nowMs)
  const other = await build(t, url, () => nowMs)
  one.activeUsers.record('athlete-1')
  nowMs += 4 * minuteMs
  other.activeUsers.record('athlete-1')
  other.activeUsers.record('athlete-2')
  await other.activeUsers.refresh()
  await one.activeUsers.refresh()
  nowMs += 2 * minuteMs
  t.strictSame(await counts(one), [2, 2, 2])
  t.strictSame(await counts(other), [2, 2, 2])
})

t.test('a database that fails keeps the last count, and the sightings for later', async (t) => {
  const { url } = await testDatabase(t)
  const app = await build(t, url, () => startMs)
  app.activeUsers.record('athlete-1')
  t.strictSame(await counts(app), [1, 1, 1])
  const { knex } = app.database
  await knex.schema.renameTable('active_users', 'elsewhere')
  app.activeUsers.record('athlete-2')
  t.strictSame(await counts(app), [1, 1, 1])
  await knex.schema.renameTable('elsewhere', 'active_users')
  t.strictSame(await counts(app), [2, 2, 2])
})
