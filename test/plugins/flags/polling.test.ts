/** Flags by polling. One real interval passes: the SDK polls no more often than every 30 s. */
import t from 'tap'
import { booleanFlag } from '../../stand-ins/launchdarkly/flag-table.ts'
import { flagKey, startApp, startStandIn, until } from './harness.ts'

t.test('the first poll serves the start, the next one brings the change', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
  const app = await startApp(t, { ...standIn.connection, mode: 'polling', pollIntervalSeconds: 30 })
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), true)
  t.match(app.flags.state(), { status: 'up', detail: 'polling' })
  t.equal(standIn.streamCount(), 0)
  t.equal(standIn.pollCount(), 1)
  standIn.table.change(flagKey, { on: false })
  await until(async () => !(await app.flags.isEnabled(flagKey, 'athlete-1')), 32_000, 'off')
  t.equal(standIn.pollCount(), 2)
})

t.test('an outage at the start: off, and not up', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
  standIn.fail(503)
  const app = await startApp(t, { ...standIn.connection, mode: 'polling', startWaitMs: 300 })
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), false)
  t.match(app.flags.state(), { status: 'connecting', ready: false, detail: 'polling request' })
})

t.test('a refused key fails for good', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
  const app = await startApp(t, { ...standIn.connection, sdkKey: 'sdk-revoked-key', mode: 'polling' })
  t.match(app.flags.state(), { status: 'failed', ready: false })
})
