/** Who gets in: the flag off, on, and on for some; with and without a token; by every method. */
import { writeFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { crunchClient, smallPlan } from './crunch-client.ts'

const flagKey = 'feature.stream5_time_crunch_mode'

const flagsFile = (t: Test, flag: object): string => {
  const file = `${t.testdir({})}/flags.json`
  const whole = {
    key: flagKey,
    version: 1,
    variations: [true, false],
    offVariation: 1,
    salt: 'salt',
    ...flag,
  }
  writeFileSync(file, JSON.stringify({ flags: { [flagKey]: whole } }))
  return file
}

const withFlag = (t: Test, flag: object) => crunchClient(t, { config: { flagsFile: flagsFile(t, flag) } })
const paths = ['/preview', '/frontier', '/model', '/apply', '/applications/1', '/nothing', '']
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

t.test(
  'off: 404 feature_not_available on every path, by every method, with or without a token',
  async (t) => {
    const { call, metric } = await withFlag(t, { on: false, fallthrough: { variation: 0 } })
    for (const path of paths) {
      for (const method of methods) {
        for (const as of ['athlete-1', undefined]) {
          const { status, body } = await call(method, path, as === undefined ? {} : { as })
          t.equal(status, 404, `${method} ${path} as ${as}`)
          if (method !== 'HEAD') t.equal(body.error, 'feature_not_available')
        }
      }
    }
    t.equal(
      await metric('planning_engine_time_crunch_refused_total', '{reason="flag_off"}'),
      paths.length * methods.length * 2,
    )
    t.equal(await metric('planning_engine_time_crunch_requests_total', '{status="client_error"}'), 0)
  },
)

t.test('off: the body is not looked at: 404, not 400', async (t) => {
  const { call } = await withFlag(t, { on: false, fallthrough: { variation: 0 } })
  const answer = await call('POST', '/preview', { as: 'athlete-1', payload: { nonsense: true } })
  t.match(answer, { status: 404, body: { error: 'feature_not_available' } })
})

t.test('on: without a token 401 before any 405; with one, 405 with Allow, or 404 not_found', async (t) => {
  const { call, metric } = await withFlag(t, { on: true, fallthrough: { variation: 0 } })
  for (const path of ['/preview', '/model', '/nothing']) {
    const { status, headers } = await call('GET', path)
    t.equal(status, 401, path)
    t.equal(headers['www-authenticate'], 'Bearer')
  }
  for (const method of ['GET', 'HEAD', 'DELETE'] as const) {
    const { status, headers } = await call(method, '/preview', { as: 'athlete-1' })
    t.match({ status, allow: headers.allow }, { status: 405, allow: 'POST' }, method)
  }
  const text = { 'content-type': 'text/plain' }
  const put = await call('PUT', '/preview', { as: 'athlete-1', payload: 'not JSON', headers: text })
  t.equal(put.status, 405, 'whatever the body is')
  t.match((await call('POST', '/model', { as: 'athlete-1' })).headers.allow, /GET/)
  t.match(await call('GET', '/nothing', { as: 'athlete-1' }), { status: 404, body: { error: 'not_found' } })
  t.equal(await metric('planning_engine_time_crunch_refused_total', '{reason="unauthorized"}'), 3)
})

t.test('on for ten per cent: the same users are in every time, everyone else gets 404', async (t) => {
  const { call } = await withFlag(t, {
    on: true,
    fallthrough: {
      rollout: {
        contextKind: 'user',
        variations: [
          { variation: 0, weight: 10_000 },
          { variation: 1, weight: 90_000 },
        ],
      },
    },
  })
  const ask = async (user: number) => (await call('GET', '/model', { as: `user-${user}` })).status
  const users = Array.from({ length: 200 }, (_, user) => user)
  const first = await Promise.all(users.map(ask))
  t.same(await Promise.all(users.map(ask)), first)
  const inside = first.filter((status) => status === 200).length
  t.ok(inside > 5 && inside < 40, `${inside} of 200 are in`)
  t.equal(inside + first.filter((status) => status === 404).length, 200)
  t.equal((await call('GET', '/model')).status, 401, 'on for some: an anonymous caller gets 401')
})

t.test('the kill switch wins over a flag that is on: 404', async (t) => {
  const { call } = await crunchClient(t, { config: { timeCrunchKillSwitch: true } })
  t.match(await call('GET', '/model'), { status: 404, body: { error: 'feature_not_available' } })
})

t.test('plans are not behind the flag', async (t) => {
  const { importPlan } = await withFlag(t, { on: false, fallthrough: { variation: 0 } })
  t.ok(await importPlan(smallPlan()))
})
