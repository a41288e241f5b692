/** No connection to be had: the server has none left, or the pool is full. A clear 503, and all is well once there are. */
import pg from 'pg'
import t, { type Test } from 'tap'
import { bearer, testApp } from '../../helper.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { connectionsLost } from '../idle-pool.ts'
import { noServerHere } from '../postgres-binaries.ts'
import { databaseUser, PostgresServer } from '../postgres-server.ts'
import { plans } from './served.ts'

/** Three of them are for administrators: this test's own. */
const maxConnections = 8

const ofTheService = `from pg_stat_activity where usename = '${databaseUser}' and application_name = 'planning-engine'`

/** Others take every connection that there is, those of the service too. */
const takeAll = async (t: Test, server: PostgresServer): Promise<() => Promise<void>> => {
  const held: pg.Client[] = []
  const release = async (): Promise<void> => {
    await Promise.all(held.splice(0).map((client) => client.end()))
  }
  t.teardown(release)
  for (;;) {
    const client = new pg.Client({ connectionString: server.url(), application_name: 'somebody else' })
    client.on('error', () => {})
    try {
      await client.connect()
      held.push(client)
    } catch (error) {
      if ((error as { code?: string }).code !== '53300') throw error
      const [{ count }] = await server.ask(`select count(*)::int ${ofTheService}`)
      if (count === 0) return release
      await server.ask(`select pg_terminate_backend(pid) ${ofTheService}`)
    }
  }
}

t.test('out of connections', { skip: noServerHere }, async (t) => {
  const server = await PostgresServer.create(t, { max_connections: String(maxConnections) })
  const app = await testApp(t, { config: { databaseUrl: server.url(), databasePoolMax: 2 } })
  const headers = bearer('athlete-1')
  const create = () => app.inject({ method: 'POST', url: plans, headers, payload: smallPlan() })
  const read = () => app.inject({ url: plans, headers })
  t.equal((await create()).statusCode, 201)

  await t.test('of the server: 503, not ready; once others leave 201, at the first request', async (t) => {
    const release = await takeAll(t, server)
    for (const ask of [create, read]) {
      const { statusCode, headers, body } = await ask()
      t.equal(statusCode, 503)
      t.match(headers, { 'retry-after': /^[1-9]/ })
      t.match(JSON.parse(body), {
        error: 'not_ready',
        detail: 'The database does not answer; try again',
      })
      t.notMatch(body, /clients|connection|slot|role|planner/i, 'nothing of what the server said')
    }
    t.equal((await app.inject('/health/live')).statusCode, 200)
    const ready = await app.inject('/health/ready')
    t.equal(ready.statusCode, 503)
    t.match(ready.json().checks.database, { ok: false, detail: 'no answer (53300)' })
    await release()
    t.equal((await create()).statusCode, 201)
    t.equal(await connectionsLost(() => app.database.pool().used), 0)
  })

  await t.test('of the pool: 503 when the wait for one is over; 200 once one is free', async (t) => {
    const blocker = new pg.Client({ connectionString: server.adminUrl() })
    await blocker.connect()
    t.teardown(() => blocker.end())
    await blocker.query('begin; lock table plans in access exclusive mode')
    const slow = [read(), read()]
    while (app.database.pool().used < 2) await new Promise((resolve) => setTimeout(resolve, 10))
    const [waiting, live] = await Promise.all([read(), app.inject('/health/live')])
    t.equal(live.statusCode, 200)
    t.equal(waiting.statusCode, 503)
    t.match(waiting.headers, { 'retry-after': /^[1-9]/ })
    t.match(waiting.json(), { error: 'not_ready', detail: /again$/ })
    await blocker.query('rollback')
    t.same(
      (await Promise.all(slow)).map(({ statusCode }) => statusCode),
      [200, 200],
      'those that had one are answered',
    )
    t.equal((await read()).statusCode, 200)
    t.equal(await connectionsLost(() => app.database.pool().used), 0)
  })
})
