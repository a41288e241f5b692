/** Limits that one caller meets are never another's: nobody can be locked out by somebody else, nor by failing often. */
import t, { type Test } from 'tap'
import { bearer, testApp } from '../helper.ts'
import { claims, hmacToken } from '../plugins/auth/tokens.ts'

const allowed = 5
const url = '/api/v1/movements'
const address = '203.0.113.7'

const limitedApp = async (t: Test, trustProxy = false) => {
  const app = await testApp(t, { config: { rateLimitMax: allowed, trustProxy, consoleEnabled: false } })
  const ask = async (headers: Record<string, string>, remoteAddress = address) =>
    (await app.inject({ url, headers, remoteAddress })).statusCode
  const exhaust = async (headers: Record<string, string>, remoteAddress = address) => {
    for (let count = 0; count <= allowed; count += 1) await ask(headers, remoteAddress)
    return ask(headers, remoteAddress)
  }
  return { ask, exhaust }
}

/** Somebody's name on a token that nobody signed, and on one that is long over. */
const forged = (sub: string) => ({
  authorization: `Bearer ${hmacToken(claims({ sub }), {}, 'b'.repeat(40))}`,
})

t.test('200 for a user whose name stands on forged tokens', async (t) => {
  const { ask, exhaust } = await limitedApp(t)
  t.equal(await exhaust(forged('athlete-1')), 429)
  t.equal(await ask(bearer('athlete-1')), 200, 'from the same address')
  t.equal(await ask(bearer('athlete-1'), '203.0.113.8'), 200, 'from another')
})

t.test('200 for all users of an address from which somebody has asked too much', async (t) => {
  const { ask, exhaust } = await limitedApp(t)
  t.equal(await exhaust({}), 429, 'without a token')
  t.equal(await exhaust(bearer('athlete-1')), 429, 'with one')
  t.equal(await ask(bearer('athlete-2')), 200)
  t.equal(await ask({}, '203.0.113.8'), 401)
})

t.test('200 for a good token after any number of bad ones: failing locks nobody out', async (t) => {
  const { ask } = await limitedApp(t)
  for (let count = 0; count < 50; count += 1) {
    t.ok([401, 429].includes(await ask({ authorization: `Bearer guess-${count}` })))
  }
  t.equal(await ask(bearer('athlete-1')), 200)
})

t.test('a user called like an address, or like another key, is somebody else', async (t) => {
  const { ask, exhaust } = await limitedApp(t)
  for (const subject of [address, `address ${address}`, 'user athlete-1']) {
    t.equal(await exhaust(bearer(subject)), 429, subject)
  }
  t.equal(await ask({}), 401, 'the address')
  t.equal(await ask(bearer('athlete-1')), 200, 'the user')
})

t.test('X-Forwarded-For spends nobody else’s allowance where no proxy is trusted', async (t) => {
  const { ask, exhaust } = await limitedApp(t)
  const victim = '198.51.100.1'
  t.equal(await exhaust({ 'x-forwarded-for': victim }), 429)
  t.equal(await ask({}, victim), 401)
  t.equal(await ask({ 'x-forwarded-for': '198.51.100.2' }), 429, 'nor does it give a new one')
})

t.test('429 says how long it lasts, and costs no other scope', async (t) => {
  const app = await testApp(t, { config: { rateLimitMax: allowed, consoleEnabled: false } })
  const asOne = { headers: bearer('athlete-1') }
  for (let count = 0; count < allowed; count += 1) await app.inject({ url, ...asOne })
  const refused = await app.inject({ url, ...asOne })
  t.match(refused, { statusCode: 429, headers: { 'retry-after': /^\d+$/ } })
  t.ok(Number(refused.headers['retry-after']) <= 60)
  for (const probe of ['/health/live', '/health/ready', '/metrics']) {
    t.equal((await app.inject({ url: probe, ...asOne })).statusCode, 200, probe)
  }
})
