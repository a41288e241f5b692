/** The clock is set forward and back by hours while the service runs: it goes by the new time, and nothing sticks. */
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import t, { type Test } from 'tap'
import { availableKinds, testDatabase } from '../../database.ts'
import { createKeys, publish, signedToken, startIssuer } from '../../plugins/auth/tokens.ts'
import { flagKey, until } from '../../plugins/flags/harness.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { hourMs, type ShiftedService, serveShifted, tokenAt } from './shifted-service.ts'

const rateLimit = 20

const flagsFile = async (t: Test) => {
  const path = `${t.testdir({})}/flags.json`
  const say = (text: string): Promise<void> => writeFile(path, text)
  const turn = (on: boolean): Promise<void> => say(JSON.stringify({ flagValues: { [flagKey]: on } }))
  await turn(true)
  return { path, say, turn }
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Tokens are judged by the new time: what was made then is good, what is of hours before or behind is not. */
const checkTokens = async (t: Test, service: ShiftedService, planId: string): Promise<void> => {
  const status = async (shiftMs: number) =>
    (
      await service.ask(`/api/v1/plans/${planId}`, {
        headers: tokenAt(service.nowMs() + shiftMs, 'athlete-1'),
      })
    ).status
  t.same([await status(-2 * hourMs), await status(0), await status(2 * hourMs)], [401, 200, 401])
}

/** Whoever has used up their requests is told of less than a minute; everybody else is let in. */
const checkRates = async (t: Test, service: ShiftedService, planId: string, user: string): Promise<void> => {
  const refused = await service.askAs(user, `/api/v1/plans/${planId}`)
  t.equal(refused.status, 429)
  const seconds = Number(refused.headers['retry-after'])
  t.ok(seconds >= 0 && seconds <= 60, `told to come back after ${seconds} s`)
}

const useUp = async (service: ShiftedService, user: string): Promise<void> => {
  for (let count = 0; count < rateLimit; count += 1) await service.askAs(user, '/api/v1/plans')
}

const checkFlags = async (
  t: Test,
  service: ShiftedService,
  flags: Awaited<ReturnType<typeof flagsFile>>,
): Promise<void> => {
  // Each time as somebody else: the limit is low.
  const isOn = async () =>
    (await service.askAs(`looks-${randomUUID()}`, '/api/v1/time-crunch/model')).status === 200
  const detail = async () => (await service.ask('/health/ready')).body.checks.flags.detail as string
  await flags.turn(false)
  await until(async () => !(await isOn()), 10_000, 'off')
  await flags.say('{')
  await until(async () => (await detail()).startsWith('file stale'), 10_000, 'stale in readiness')
  await flags.turn(true)
  await until(isOn, 10_000, 'on')
  await until(async () => (await detail()).startsWith('file up'), 10_000, 'up in readiness')
  t.pass('a change of the flags and of the readiness is seen at once')
}

/** No duration is negative or hours long, whichever way the clock went meanwhile. */
const checkDurations = async (t: Test, service: ShiftedService): Promise<void> => {
  const { body } = await service.ask('/metrics')
  const sums = [...String(body).matchAll(/^(\w+_seconds_sum)\S* (\S+)$/gm)]
  t.ok(sums.length > 3)
  for (const [, name, sum] of sums) t.ok(Number(sum) >= 0 && Number(sum) < 600, `${name} ${sum}`)
  const times = service
    .log()
    .flatMap(({ responseTime }) => (responseTime === undefined ? [] : [Number(responseTime)]))
  t.ok(times.length > 10 && times.every((ms) => ms >= 0 && ms < 600_000))
}

for (const kind of await availableKinds()) {
  t.test(`${kind}: forward six hours, back twelve, and home again`, async (t) => {
    const { url } = await testDatabase(t, kind)
    const flags = await flagsFile(t)
    const service = await serveShifted(t, {
      DATABASE_URL: url,
      FLAGS_FILE: flags.path,
      RATE_LIMIT_MAX: String(rateLimit),
    })
    const created = await service.askAs('athlete-1', '/api/v1/plans', { payload: smallPlan() })
    const planId = created.body.id
    const headers = { 'idempotency-key': 'once' }
    const payload = { planId, planVersion: 1, sessionId: 'day-1', date: '2026-03-02', targetMinutes: 20 }
    // Each request as somebody else where it can be: the limit is low, so that it can be reached.
    const apply = () => service.askAs('athlete-1', '/api/v1/time-crunch/apply', { payload, headers })
    const first = await apply()
    t.equal(first.status, 201)

    for (const [index, shiftMs] of [6 * hourMs, -6 * hourMs, 0].entries()) {
      await useUp(service, `busy-${index}`)
      const token = { headers: tokenAt(service.nowMs(), 'athlete-1') }
      const byToken = async () => (await service.ask(`/api/v1/plans/${planId}`, token)).status
      t.equal(await byToken(), 200)
      await service.setClock(shiftMs)
      t.equal(await byToken(), 401, 'the token that was good before is expired, or of a time to come')
      await checkRates(t, service, planId, `busy-${index}`)
      await checkTokens(t, service, planId)
      const again = await apply()
      t.match(again, {
        status: 201,
        headers: { 'idempotency-replayed': 'true' },
        body: { id: first.body.id },
      })
      const today = await service.askAs('athlete-1', `/api/v1/plans/${planId}/sessions/day-1`)
      t.match(today, { status: 200, body: { date: dayOf(service.nowMs()) } })
      await checkFlags(t, service, flags)
    }
    await checkDurations(t, service)
    t.equal(await service.end(), 0)
    t.same(
      service.log().filter(({ level }) => Number(level) >= 50),
      [],
    )
  })
}

t.test(
  'published keys: a new key is found, a withdrawn one is dropped, before and after a jump',
  async (t) => {
    const [first, second, third] = [createKeys('ES256'), createKeys('EdDSA'), createKeys('ES256')]
    const issuer = await startIssuer(t, [publish(first)])
    const { url } = await testDatabase(t)
    const service = await serveShifted(t, {
      DATABASE_URL: url,
      JWT_SECRET: '',
      JWT_JWKS_URL: issuer.url,
    })
    const status = async (keys: typeof first) => {
      const seconds = Math.floor(service.nowMs() / 1_000)
      const claims = {
        iss: 'planning-engine',
        aud: 'planning-engine',
        sub: 'u1',
        iat: seconds,
        exp: seconds + 60,
      }
      const authorization = `Bearer ${signedToken(keys, claims)}`
      return (await service.ask('/api/v1/plans', { headers: { authorization } })).status
    }
    t.equal(await status(first), 200)
    issuer.keys = [publish(second)]
    await service.setClock(-6 * hourMs)
    t.same([await status(second), await status(first)], [200, 401])
    issuer.keys = [publish(third)]
    await service.setClock(6 * hourMs)
    t.same([await status(third), await status(second)], [200, 401])
    t.ok(issuer.requests < 8, `the issuer was asked ${issuer.requests} times`)
    t.equal(await service.end(), 0)
  },
)
