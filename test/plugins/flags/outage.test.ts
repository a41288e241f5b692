/** What an outage of LaunchDarkly does to flags: nothing is lost, nothing is guessed, and everybody is told. */
import t from 'tap'
import { booleanFlag } from '../../stand-ins/launchdarkly/flag-table.ts'
import { flagKey, startApp, startStandIn, until } from './harness.ts'

/** The SDK's first retries come after 0.5–1 s, then 1–2 s, then 2–4 s. */
const retryLimitMs = 10_000

for (const how of ['drop', 503] as const) {
  t.test(`an outage at the start (${how}): off, in time, then picked up`, async (t) => {
    const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
    standIn.fail(how)
    const start = performance.now()
    const app = await startApp(t, { ...standIn.connection, startWaitMs: 300 })
    const startMs = performance.now() - start
    t.ok(startMs > 250 && startMs < 1500, `started after ${startMs.toFixed(0)} ms`)
    t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), false)
    t.equal(app.flags.isOffForAll(flagKey), true)
    t.match(app.flags.state(), { status: 'connecting', ready: false, detail: 'streaming request' })
    t.equal(app.flags.up(), 0)

    standIn.recover()
    await until(() => app.flags.isEnabled(flagKey, 'athlete-1'), retryLimitMs, 'recovery')
    t.match(app.flags.state(), { status: 'up', ready: true })
    t.equal(app.flags.up(), 1)
  })

  t.test(
    `an outage later (${how}): the last known value stays, and the change made meanwhile arrives`,
    async (t) => {
      const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
      const app = await startApp(t, standIn.connection)
      standIn.fail(how)
      standIn.table.change(flagKey, { on: false })
      await until(() => app.flags.state().status === 'stale', 3000, 'stale')
      t.equal(app.flags.up(), 0)
      t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), true)
      t.equal(app.flags.isOffForAll(flagKey), false)

      standIn.recover()
      await until(
        async () => !(await app.flags.isEnabled(flagKey, 'athlete-1')),
        retryLimitMs,
        'the missed change',
      )
      t.match(app.flags.state(), { status: 'up', ready: true })
    },
  )
}

t.test('a connection that ends is opened again', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
  const app = await startApp(t, standIn.connection)
  standIn.closeStreams()
  await until(() => app.flags.state().status === 'stale', 1000, 'stale')
  await until(() => app.flags.state().status === 'up', retryLimitMs, 'up')
  standIn.table.change(flagKey, { on: false })
  await until(async () => !(await app.flags.isEnabled(flagKey, 'athlete-1')), 1000, 'off')
})

t.test('a broken message is trouble, not the end', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
  const app = await startApp(t, standIn.connection)
  standIn.sendRaw('patch', '{"path":')
  await until(() => app.flags.state().status === 'stale', 1000, 'stale')
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), true)
  standIn.table.change(flagKey, { on: false })
  await until(async () => !(await app.flags.isEnabled(flagKey, 'athlete-1')), 1000, 'off')
  t.equal(app.flags.state().status, 'up')
})

t.test('a refused key: at once, for good, told in state and log, and the app is up', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
  const start = performance.now()
  const app = await startApp(t, { ...standIn.connection, sdkKey: 'sdk-revoked-key' })
  t.ok(performance.now() - start < 2000, 'without waiting for the limit')
  t.match(app.flags.state(), { status: 'failed', ready: false, detail: 'Authentication failed' })
  t.equal(app.flags.up(), 0)
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), false)
  t.equal(app.flags.isOffForAll(flagKey), true)
  const errors = app.logLines.filter((line) => JSON.parse(line).level >= 50)
  t.match(errors.join(''), 'Authentication failed')
  t.notMatch(app.logLines.join(''), 'sdk-revoked-key')
})

t.test('a wrong address is as final, and named', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
  const app = await startApp(t, { ...standIn.connection, streamUri: `${standIn.uri}/nowhere` })
  t.match(app.flags.state(), {
    status: 'failed',
    ready: false,
    detail: 'LaunchDarkly answered 404 Not Found',
  })
})

t.test('a key with a line break at its end works', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
  const app = await startApp(t, { ...standIn.connection, sdkKey: `${standIn.sdkKey}\n` })
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), true)
})

t.test('a key that is revoked later: the last known value stays, and the state says so', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
  const app = await startApp(t, standIn.connection)
  standIn.fail(401)
  await until(() => app.flags.state().status === 'failed', retryLimitMs, 'failed')
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), true)
  t.match(app.flags.state(), { ready: true, detail: 'last known values' })
})

t.test('a close during an outage is bounded', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
  const app = await startApp(t, { ...standIn.connection, closeWaitMs: 200 })
  await app.flags.isEnabled(flagKey, 'athlete-1')
  standIn.fail('drop')
  const start = performance.now()
  await app.close()
  const closeMs = performance.now() - start
  t.ok(closeMs < 1000, `closed after ${closeMs.toFixed(0)} ms`)
})
