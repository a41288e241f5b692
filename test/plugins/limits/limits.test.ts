/** What one caller, and all together, may ask: counted by user or address, shed under load, probes exempt. */
import { setTimeout as sleep } from 'node:timers/promises'
import fastify, { type FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import auth from '../../../plugins/auth/index.ts'
import errors from '../../../plugins/errors/index.ts'
import limits, { type LimitsOptions } from '../../../plugins/limits/index.ts'
import { audience, claims, hmacToken, issuer, secret } from '../auth/tokens.ts'

const build = async (
  t: Test,
  options: Partial<LimitsOptions> = {},
  trustProxy = false,
): Promise<FastifyInstance> => {
  const app = fastify({ trustProxy })
  await app.register(errors)
  await app.register(auth, { secret, issuer, audience })
  await app.register(limits, {
    rateLimitMax: 3,
    eventLoopDelayMaxMs: 0,
    requestsInFlightMax: 1_000,
    requestTimeoutMs: 30_000,
    ...options,
  })
  app.get('/open', async () => ({}))
  app.get('/mine', { onRequest: app.authenticate }, async () => ({}))
  app.get('/probe', { config: { probe: true } }, async () => ({}))
  t.teardown(() => app.close())
  return app
}

const as = (sub: string) => ({ authorization: `Bearer ${hmacToken(claims({ sub }))}` })

t.test('429 for the request after the last, with RateLimit headers and Retry-After', async (t) => {
  const app = await build(t)
  const refusals: string[] = []
  app.onRefusal((request, reason) => refusals.push(`${reason} ${request.url}`))
  for (const remaining of ['2', '1', '0']) {
    const response = await app.inject({ url: '/mine', headers: as('u1') })
    t.match(response, {
      statusCode: 200,
      headers: { 'ratelimit-limit': '3', 'ratelimit-remaining': remaining },
    })
  }
  const refused = await app.inject({ url: '/mine', headers: as('u1') })
  t.match(refused, { statusCode: 429, headers: { 'ratelimit-remaining': '0', 'retry-after': /^\d+$/ } })
  t.match(refused.json(), { error: 'rate_limited', detail: /3 requests in a minute/ })
  t.strictSame(refusals, ['rate_limited /mine'])
  t.equal(
    (await app.inject({ url: '/mine', headers: as('u2') })).statusCode,
    200,
    'another user is not affected',
  )
})

t.test(
  '429 for callers without a valid token by address: refusals and unknown addresses count',
  async (t) => {
    const app = await build(t)
    const bad = { authorization: 'Bearer nonsense' }
    t.equal((await app.inject({ url: '/mine', headers: bad })).statusCode, 401)
    t.equal((await app.inject('/nowhere')).statusCode, 404)
    t.equal((await app.inject('/open')).statusCode, 200)
    for (const url of ['/mine', '/nowhere', '/open']) {
      t.equal((await app.inject({ url, headers: bad })).statusCode, 429, url)
    }
    t.equal(
      (await app.inject({ url: '/mine', headers: as('u1') })).statusCode,
      200,
      'a user is counted apart',
    )
    t.equal(
      (await app.inject({ url: '/open', remoteAddress: '10.0.0.2' })).statusCode,
      200,
      'so is another address',
    )
  },
)

t.test('429: X-Forwarded-For makes no new caller unless a proxy is trusted; a /64 is one', async (t) => {
  const ask = (app: FastifyInstance, address: string) =>
    app.inject({ url: '/open', headers: { 'x-forwarded-for': address } })
  const direct = await build(t, { rateLimitMax: 1 })
  t.equal((await ask(direct, '192.0.2.1')).statusCode, 200)
  t.equal((await ask(direct, '192.0.2.2')).statusCode, 429)
  const proxied = await build(t, { rateLimitMax: 1 }, true)
  t.equal((await ask(proxied, '192.0.2.1')).statusCode, 200)
  t.equal((await ask(proxied, '192.0.2.2')).statusCode, 200)
  t.equal((await ask(proxied, '2001:db8::1')).statusCode, 200)
  t.equal((await ask(proxied, '2001:db8::2')).statusCode, 429)
})

t.test('200 for probes, however many', async (t) => {
  const app = await build(t)
  for (let count = 0; count < 10; count += 1) {
    const response = await app.inject('/probe')
    t.equal(response.statusCode, 200)
    t.notOk('ratelimit-limit' in response.headers)
  }
})

/** Keeps the event loop from turning. */
const block = (milliseconds: number): void => {
  const endMs = performance.now() + milliseconds
  while (performance.now() < endMs);
}

t.test('503 while the event loop lags, with Retry-After; probes are answered', async (t) => {
  const app = await build(t, { rateLimitMax: 1_000, eventLoopDelayMaxMs: 50 })
  const refusals: string[] = []
  app.onRefusal((_request, reason) => refusals.push(reason))
  await app.ready()
  await sleep(20)
  const deadlineMs = Date.now() + 10_000
  let response = await app.inject('/open')
  while (response.statusCode === 200 && Date.now() < deadlineMs) {
    block(300)
    await sleep(1)
    response = await app.inject('/open')
  }
  t.match(response, { statusCode: 503, headers: { 'retry-after': /^\d+$/ } })
  t.equal(response.json().error, 'overloaded')
  t.ok(refusals.includes('overloaded'))
  t.equal((await app.inject('/probe')).statusCode, 200)
})

t.test('200: answers forbid framing, sniffing and loading', async (t) => {
  const app = await build(t)
  t.match((await app.inject('/open')).headers, {
    'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none'",
    'x-content-type-options': 'nosniff',
    'strict-transport-security': /max-age/,
  })
})
