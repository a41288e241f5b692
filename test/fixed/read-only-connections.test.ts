/** A connection to a server that took no changes (a standby) stayed in the pool after a fail-over, and every write on it failed. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import t from 'tap'
import { postgresAnswers, testDatabase } from '../database.ts'
import { connectionsLost } from '../faults/idle-pool.ts'
import { applicationClient } from '../routes/time-crunch/application-client.ts'
import { smallPlan } from '../routes/time-crunch/crunch-client.ts'

const skip = !(await postgresAnswers()) && 'no PostgreSQL server answers here'

t.test('503 once, then 201: the next write gets another connection', { skip }, async (t) => {
  const { url: databaseUrl } = await testDatabase(t, 'postgres')
  const { app, call } = await applicationClient(t, { config: { databaseUrl, databasePoolMax: 1 } })
  const admin = new pg.Client({ connectionString: databaseUrl })
  await admin.connect()
  t.teardown(() => admin.end())
  const name = new URL(databaseUrl).pathname.slice(1)
  const write = () => call('POST', '/api/v1/plans', { as: 'athlete-1', payload: smallPlan() })

  // Sessions that begin now read only, and stay so: what happens to those of a standby's address.
  await admin.query(`alter database ${name} set default_transaction_read_only = on`)
  await admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  const read = () => call('GET', '/api/v1/plans', { as: 'athlete-1' })
  while ((await read()).status !== 200) await sleep(10)
  t.match(await write(), {
    status: 503,
    headers: { 'retry-after': /^[1-9]/ },
    body: { error: 'not_ready', detail: /takes no changes at the moment: nothing was written/ },
  })
  t.equal((await read()).status, 200)
  await admin.query(`alter database ${name} reset default_transaction_read_only`)
  t.match(await write(), { status: 503 }, 'the connection from before')
  t.equal((await write()).status, 201)
  t.equal(await connectionsLost(() => app.database.pool().used), 0)
})
