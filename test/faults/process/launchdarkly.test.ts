/** LaunchDarkly down, slow, hanging, talking nonsense, refusing the key: the whole service, before and after. */
import t, { type Test } from 'tap'
import { testDatabaseUrl } from '../../database.ts'
import { flagKey, until } from '../../plugins/flags/harness.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { booleanFlag } from '../../stand-ins/launchdarkly/flag-table.ts'
import { startLaunchDarkly } from '../../stand-ins/launchdarkly/launchdarkly.ts'
import { type Gate, openGate, type Passage } from './gate.ts'
import { type Serving, serve } from './serving.ts'

/** The SDK's first retries come after 0.5–1 s, then 1–2 s, then 2–4 s. */
const retryLimitMs = 20_000

const launchDarkly = async (t: Test, passage: Passage = 'open') => {
  const standIn = await startLaunchDarkly({ flags: [booleanFlag(flagKey)] })
  t.teardown(() => standIn.close())
  return { standIn, gate: await openGate(t, standIn.uri, passage) }
}

const settingsOf = (databaseUrl: string, { url }: Gate) => ({
  DATABASE_URL: databaseUrl,
  LAUNCHDARKLY_SDK_KEY: 'sdk-stand-in-key',
  LAUNCHDARKLY_BASE_URI: url,
  LAUNCHDARKLY_STREAM_URI: url,
  LAUNCHDARKLY_EVENTS_URI: url,
  LAUNCHDARKLY_START_WAIT_MS: '500',
})

/** What a user, somebody without a token, a probe and a scrape see. */
const lookAt = async ({ ask }: Serving, planId: string) => {
  const preview = '/api/v1/time-crunch/preview'
  const payload = { planId, targetMinutes: 30, week: 1 }
  const [user, anybody, ready, metrics] = await Promise.all([
    ask(preview, { as: 'athlete-1', payload }),
    ask(preview, { payload }),
    ask('/health/ready'),
    ask('/metrics'),
  ])
  return {
    user: user.status,
    userError: user.body.error,
    anybody: anybody.status,
    ready: ready.status,
    flags: ready.body.checks.flags,
    up: /^planning_engine_flag_client_up (\d)$/m.exec(metrics.body)?.[1],
  }
}

const importPlan = async ({ ask }: Serving): Promise<string> => {
  const { status, body } = await ask('/api/v1/plans', { as: 'athlete-1', payload: smallPlan() })
  if (status !== 201) throw new Error(`the plan was refused: ${JSON.stringify(body)}`)
  return body.id
}

const noValues = {
  user: 404,
  userError: 'feature_not_available',
  anybody: 404,
  ready: 200,
  flags: {
    ok: false,
    critical: false,
    detail: /^launchdarkly connecting: every flag is off until values arrive|no flag values have arrived/,
  },
  up: '0',
}
const working = { user: 200, anybody: 401, ready: 200, flags: { ok: true, critical: false }, up: '1' }
const lastKnown = (status: 'stale' | 'failed') => ({
  user: 200,
  anybody: 401,
  ready: 200,
  flags: { ok: false, critical: false, detail: new RegExp(`^launchdarkly ${status}: the last known values`) },
  up: '0',
})

for (const passage of ['shut', 'hanging'] as const) {
  t.test(`${passage} at the start: the service starts, feature off, ready; then on by itself`, async (t) => {
    const { gate } = await launchDarkly(t, passage)
    const service = await serve(t, settingsOf(await testDatabaseUrl(t), gate))
    const planId = await importPlan(service)
    t.match(await lookAt(service, planId), noValues)
    await gate.become('open')
    // Readiness is half a second behind at most.
    const isUp = async () => (await lookAt(service, planId)).flags.ok
    await until(isUp, retryLimitMs, 'up')
    t.match(await lookAt(service, planId), working)
    t.equal(await service.end(), 0)
  })
}

t.test(
  'while running: the last known values through everything, and the kill switch when it counts',
  async (t) => {
    const { standIn, gate } = await launchDarkly(t)
    const settings = settingsOf(await testDatabaseUrl(t), gate)
    const service = await serve(t, settings)
    const planId = await importPlan(service)
    const look = () => lookAt(service, planId)
    const stateOf = async () => (await look()).flags.detail.split(' ')[1]
    t.match(await look(), working)

    await gate.become('hanging')
    await until(async () => (await stateOf()) === 'stale:', retryLimitMs, 'stale')
    t.match(await look(), lastKnown('stale'), 'hanging')
    await gate.become('open')
    await until(async () => (await stateOf()) === 'up:', retryLimitMs, 'up')
    t.match(await look(), working, 'after it hung')

    standIn.sendRaw('patch', '<html>Bad gateway</html>')
    standIn.sendRaw('put', '{"path":"/","data":{"flags":{"a-flag-of-somebody":null}}}')
    await until(async () => (await stateOf()) === 'stale:', retryLimitMs, 'stale')
    t.match(await look(), lastKnown('stale'), 'nonsense')
    standIn.table.change(flagKey, { on: false })
    await until(async () => (await look()).user === 404, 5_000, 'off')
    standIn.table.change(flagKey, { on: true })
    await until(async () => (await look()).user === 200, 5_000, 'on')
    await until(async () => (await stateOf()) === 'up:', 5_000, 'up')
    t.match(await look(), working, 'after nonsense')

    standIn.fail(401)
    await until(async () => (await stateOf()) === 'failed:', retryLimitMs, 'failed')
    t.match(await look(), lastKnown('failed'))
    t.equal(await service.end(), 0)
    t.match(
      service.log().find(({ flagStatus }) => flagStatus === 'failed'),
      { level: 50, flagSource: 'launchdarkly' },
    )

    // LaunchDarkly says on, and nobody can reach it: the switch has to do without.
    await gate.become('hanging')
    const visits = gate.visits()
    const switched = await serve(t, { ...settings, TIME_CRUNCH_KILL_SWITCH: 'true' })
    t.match(await lookAt(switched, planId), {
      user: 404,
      userError: 'feature_not_available',
      anybody: 404,
      ready: 200,
      flags: { ok: true, detail: /^kill_switch up/ },
    })
    t.equal(gate.visits(), visits, 'nobody asked LaunchDarkly')
    t.equal(await switched.end(), 0)
  },
)

t.test(
  'a refused key at the start: off, ready, told in readiness, metric and log, without the key',
  async (t) => {
    const { standIn, gate } = await launchDarkly(t)
    standIn.fail(401)
    const service = await serve(t, settingsOf(await testDatabaseUrl(t), gate))
    const planId = await importPlan(service)
    t.match(await lookAt(service, planId), {
      ...noValues,
      flags: {
        ok: false,
        critical: false,
        detail: /^launchdarkly failed: every flag is off: Authentication failed/,
      },
    })
    t.equal(await service.end(), 0)
    t.match(
      service.log().find(({ flagStatus }) => flagStatus === 'failed'),
      { level: 50 },
    )
    t.notMatch(service.output(), standIn.sdkKey)
  },
)
