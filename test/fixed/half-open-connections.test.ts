/**
 * A database that vanished without a word (a machine gone, a network parted) kept each request for half a minute, and each
 * connection until the system gave it up, after hours: ten such requests, and the service had no connection left.
 */
import t from 'tap'
import { postgresAnswers, testDatabase } from '../database.ts'
import { connectionsLost } from '../faults/idle-pool.ts'
import { TcpProxy } from '../faults/tcp-proxy.ts'
import { applicationClient } from '../routes/time-crunch/application-client.ts'
import { smallPlan } from '../routes/time-crunch/crunch-client.ts'

const skip = !(await postgresAnswers()) && 'no PostgreSQL server answers here'

t.test('503 for whoever has such a connection, and nobody gets it after them', { skip }, async (t) => {
  const { url } = await testDatabase(t, 'postgres')
  const address = new URL(url)
  const proxy = await TcpProxy.open(t, Number(address.port || '5432'))
  address.hostname = '127.0.0.1'
  address.port = String(proxy.port)
  const { app, call, importPlan } = await applicationClient(t, {
    config: { databaseUrl: address.href, databaseStatementTimeoutMs: 500, databasePoolMax: 2 },
  })
  const as = 'athlete-1'
  const planId = await importPlan(smallPlan())
  const read = () => call('GET', `/api/v1/plans/${planId}`, { as })
  const write = (key: string) =>
    call('POST', '/api/v1/plans', { as, payload: smallPlan(), headers: { 'idempotency-key': key } })
  for (const lose of [read, () => write('void')]) {
    await Promise.all([read(), read()])
    proxy.hold()
    const lost = await Promise.all([lose(), lose()])
    t.same(
      lost.map(({ status, body }) => [status, body.error]),
      [
        [503, 'not_ready'],
        [503, 'not_ready'],
      ],
    )
    t.equal(await connectionsLost(() => app.database.pool().used), 0)
    t.equal((await read()).status, 200)
  }
  t.equal((await write('void')).status, 201)
  t.equal((await call('GET', '/api/v1/plans', { as })).body.items.length, 2)
})
