/** Statements that wait for a lock: 503 once the statement timeout is over, and nobody else is kept from anything. */
import pg from 'pg'
import t, { type Test } from 'tap'
import { postgresAnswers, testDatabase } from '../../database.ts'
import { applicationClient } from '../../routes/time-crunch/application-client.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { connectionsLost } from '../idle-pool.ts'

const statementTimeoutMs = 500
const waitersAtOnce = 4

/** Somebody else's transaction, which holds what this statement locks until it is let go. */
const holding = async (t: Test, url: string, statement: string): Promise<() => Promise<void>> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`begin; ${statement}`)
  let isOver = false
  const release = async (): Promise<void> => {
    if (isOver) return
    isOver = true
    await client.query('rollback')
    await client.end()
  }
  t.teardown(release)
  return release
}

const busy = {
  status: 503,
  body: { error: 'overloaded', detail: 'The database took too long; try again' },
  headers: { 'retry-after': /^[1-9]/ },
}

const skip = !(await postgresAnswers()) && 'no PostgreSQL server answers here'

t.test('locks', { skip }, async (t) => {
  const { url: databaseUrl } = await testDatabase(t, 'postgres')
  const client = await applicationClient(t, {
    config: { databaseUrl, databaseStatementTimeoutMs: statementTimeoutMs },
  })
  const { app, apply, call, importPlan } = client
  const planId = await importPlan(smallPlan())
  const planPath = `/api/v1/plans/${planId}`
  const as = 'athlete-1'

  await t.test('of the whole table: 503 for plans, 200 for all else; afterwards 200', async (t) => {
    const release = await holding(t, databaseUrl, 'lock table plans in access exclusive mode')
    const waiters = Array.from({ length: waitersAtOnce }, () => call('GET', planPath, { as }))
    waiters.push(call('POST', '/api/v1/plans', { as, payload: smallPlan() }))
    waiters.push(apply({ planId }, as, { 'idempotency-key': 'behind-a-table' }))
    const others = [
      call('GET', '/api/v1/movements?search=squat', { as }),
      call('GET', '/model', { as }),
      app.inject('/health/live').then(({ statusCode: status }) => ({ status })),
      app.inject('/health/ready').then(({ statusCode: status }) => ({ status })),
    ]
    t.same(
      (await Promise.all(others)).map(({ status }) => status),
      [200, 200, 200, 200],
    )
    for (const reply of await Promise.all(waiters)) t.match(reply, busy)
    t.equal(
      await connectionsLost(() => app.database.pool().used),
      0,
      'every connection is back while the lock is still held',
    )
    await release()
    t.equal((await call('GET', planPath, { as })).status, 200)
    t.equal((await call('GET', '/api/v1/plans', { as })).body.items.length, 1, 'the import was not done')
  })

  await t.test(
    'of one row: 503 for what changes it, 200 for reading it; then each is done once',
    async (t) => {
      const release = await holding(t, databaseUrl, `select from plans where id = '${planId}' for update`)
      const replace = () =>
        call('PUT', planPath, {
          as,
          payload: { ...smallPlan(), name: 'Renamed' },
          headers: { 'if-match': '"1"' },
        })
      const key = { 'idempotency-key': 'behind-a-row' }
      const [replaced, applied, read] = await Promise.all([
        replace(),
        apply({ planId }, as, key),
        call('GET', planPath, { as }),
      ])
      t.match(replaced, busy)
      t.match(applied, busy)
      t.match(read, { status: 200, body: { version: 1, name: 'Small plan' } })
      t.equal(await connectionsLost(() => app.database.pool().used), 0)
      t.match(await client.history({ planId }), { status: 200, body: { items: { length: 0 } } })
      await release()
      t.equal((await apply({ planId }, as, key)).status, 201, 'the same key, for the first time')
      t.equal((await client.history({ planId })).body.items.length, 1)
      t.match(await replace(), { status: 200, body: { version: 2, name: 'Renamed' } })
    },
  )
})
