/** The flag plugin as a whole: which source wins, readiness, and the price of a question. */
import Fastify from 'fastify'
import t from 'tap'
import errors from '../../../plugins/errors/index.ts'
import flags from '../../../plugins/flags/index.ts'
import health from '../../../plugins/health.ts'
import { booleanFlag, percentage } from '../../stand-ins/launchdarkly/flag-table.ts'
import { flagKey, startApp, startStandIn, until } from './harness.ts'

t.test('the kill switch wins over everything and contacts nobody', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
  const app = await startApp(t, { ...standIn.connection, killSwitch: true })
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), false)
  t.equal(app.flags.isOffForAll(flagKey), true)
  t.match(app.flags.state(), { source: 'kill_switch', status: 'up', detail: 'kill switch' })
  t.equal(app.flags.up(), 1)
  t.equal(standIn.streamCount(), 0)
  t.match(app.logLines.join(''), 'kill switch')
})

t.test('an SDK key wins over a file, a blank one does not', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey, { on: false })] })
  const withKey = await startApp(t, { ...standIn.connection, file: 'nowhere.json' })
  t.match(withKey.flags.state(), { source: 'launchdarkly', status: 'up' })
  t.equal(await withKey.flags.isEnabled(flagKey, 'athlete-1'), false)
  const without = await startApp(t, { ...standIn.connection, sdkKey: ' \n' })
  t.match(without.flags.state(), { source: 'file', status: 'up' })
})

t.test('readiness, 200: the check follows the state, is never critical, and shows no address', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
  const app = Fastify()
  t.teardown(() => app.close())
  await app.register(errors)
  await app.register(health)
  await app.register(flags, standIn.connection)
  const ready = () => app.inject('/health/ready')
  t.match((await ready()).json().checks.flags, { ok: true, critical: false, detail: 'launchdarkly up' })

  for (const how of ['drop', 401] as const) {
    standIn.fail(how)
    await until(async () => (await ready()).json().checks.flags.ok === false, 3000)
    await until(() => how === 'drop' || app.flags.state().status === 'failed', 10_000)
    t.equal((await ready()).statusCode, 200)
    t.notMatch((await ready()).body, /127\.0\.0\.1|sdk-/)
  }
})

t.test('a question costs microseconds', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey, { fallthrough: percentage(50) })] })
  const sources = { stream: await startApp(t, standIn.connection), file: await startApp(t, {}) }
  for (const [name, app] of Object.entries(sources)) {
    const ask = async (count: number): Promise<number> => {
      const start = performance.now()
      for (let index = 0; index < count; index += 1) await app.flags.isEnabled(flagKey, `user-${index % 100}`)
      return ((performance.now() - start) * 1000) / count
    }
    await ask(20_000)
    const means = [await ask(20_000), await ask(20_000), await ask(20_000)]
    t.comment(`${name}: ${means.map((mean) => mean.toFixed(2)).join(', ')} µs a question`)
    // 5–8 and 1.5 µs outside the test runner, several times that under its hooks. Other work on the machine must not fail the test,
    // a question that waits for something must.
    t.ok(Math.min(...means) < 200, name)
  }
})
