/** When the embedded database panicked, the whole service spun for ever: PGlite asked what was left of it again and again. */
import { rename } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { testDatabase } from '../database.ts'
import { applicationClient } from '../routes/time-crunch/application-client.ts'
import { smallPlan } from '../routes/time-crunch/crunch-client.ts'

t.test('503 while it is dead, and opened anew once it can be', async (t) => {
  const { url: databaseUrl } = await testDatabase(t, 'pglite')
  const lines: string[] = []
  const { app, call, importPlan } = await applicationClient(t, {
    config: { databaseUrl },
    logger: { level: 'warn', stream: { write: (line: string) => lines.push(line) } },
  })
  const planId = await importPlan(smallPlan())
  const read = () => call('GET', `/api/v1/plans/${planId}`, { as: 'athlete-1' })
  const before = await read()

  // The next file of its log can't be made, which is what PostgreSQL panics at.
  const log = `${databaseUrl.slice('pglite:'.length)}/pg_wal`
  await app.database.knex.raw('select pg_switch_wal()')
  await rename(log, `${log}-away`)
  const down = {
    status: 503,
    body: { error: 'not_ready', detail: 'The database does not answer; try again' },
  }
  t.match(await call('POST', '/api/v1/plans', { as: 'athlete-1', payload: smallPlan() }), down)
  for (const reply of await Promise.all([read(), read(), read()])) t.match(reply, down)
  t.equal((await app.inject('/health/live')).statusCode, 200)
  t.equal((await app.inject('/health/ready')).statusCode, 503)
  t.match(lines.join(''), /The embedded database has stopped: /)

  await rename(`${log}-away`, log)
  let after = await read()
  for (let attempt = 0; after.status !== 200 && attempt < 100; attempt += 1) {
    await sleep(100)
    after = await read()
  }
  t.same(after.body, before.body)
  t.equal((await call('POST', '/api/v1/plans', { as: 'athlete-1', payload: smallPlan() })).status, 201)
})
