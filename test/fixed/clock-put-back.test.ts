/**
 * The clock was put back by hours: whoever had used up their requests stayed out for as long, readiness stayed as it was,
 * and tokens of a time to come passed.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { bearer, testApp } from '../helper.ts'

const hoursMs = 6 * 3_600_000

const putBack = (t: Test): void => {
  const { now } = Date
  t.teardown(() => {
    Date.now = now
  })
  Date.now = () => now() - hoursMs
}

t.test('429 for less than a minute, whatever the clock says', async (t) => {
  const app = await testApp(t, { config: { rateLimitMax: 2 } })
  const ask = () => app.inject('/api/v1/plans')
  t.same([(await ask()).statusCode, (await ask()).statusCode, (await ask()).statusCode], [401, 401, 429])
  putBack(t)
  const { statusCode, headers } = await ask()
  t.equal(statusCode, 429)
  t.ok(Number(headers['retry-after']) <= 60, `after ${headers['retry-after']} s`)
})

t.test('503 as soon as a check fails', async (t) => {
  const app = await testApp(t)
  let ok = true
  app.readiness.add('of the test', () => ({ ok }))
  t.equal((await app.inject('/health/ready')).statusCode, 200)
  putBack(t)
  ok = false
  // For half a second the last results are used again.
  await sleep(600)
  t.equal((await app.inject('/health/ready')).statusCode, 503)
})

t.test('401 for a token that was made when the clock was ahead', async (t) => {
  const app = await testApp(t)
  const headers = bearer('athlete-1')
  t.equal((await app.inject({ url: '/api/v1/plans', headers })).statusCode, 200)
  putBack(t)
  t.equal((await app.inject({ url: '/api/v1/plans', headers })).statusCode, 401)
})
