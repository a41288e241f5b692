/** How many requests are answered at once, and for how long at most. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import fastify, { type FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import auth from '../../../plugins/auth/index.ts'
import errors from '../../../plugins/errors/index.ts'
import limits, { type LimitsOptions } from '../../../plugins/limits/index.ts'
import { audience, issuer, secret } from '../auth/tokens.ts'

const build = async (t: Test, options: Partial<LimitsOptions>) => {
  const app = fastify()
  await app.register(errors)
  await app.register(auth, { secret, issuer, audience })
  await app.register(limits, {
    rateLimitMax: 1_000,
    eventLoopDelayMaxMs: 0,
    requestsInFlightMax: 1_000,
    requestTimeoutMs: 30_000,
    ...options,
  })
  const open: (() => void)[] = []
  const wait = async (): Promise<object> => {
    await new Promise<void>((resolve) => open.push(resolve))
    return {}
  }
  app.post('/slow', wait)
  app.get('/slow', wait)
  app.get('/quick', async () => ({}))
  app.get('/probe', { config: { probe: true } }, async () => ({}))
  t.teardown(() => app.close())
  await app.ready()
  return { app, open }
}

const untilWaiting = async (open: readonly unknown[], count: number): Promise<void> => {
  const endMs = performance.now() + 20_000
  while (open.length < count && performance.now() < endMs) await sleep(5)
}

t.test(
  '503 with Retry-After beyond the limit, at once; probes and later requests are answered',
  async (t) => {
    const { app, open } = await build(t, { requestsInFlightMax: 2 })
    const refusals: string[] = []
    app.onRefusal((request, reason) => refusals.push(`${reason} ${request.url}`))
    const waiting = ['/slow', '/slow'].map((url) => app.inject({ method: 'POST', url, payload: { a: 1 } }))
    await untilWaiting(open, 2)
    const refused = await app.inject('/quick')
    t.match(refused, {
      statusCode: 503,
      headers: { 'retry-after': '1', 'x-content-type-options': 'nosniff' },
    })
    t.equal(refused.json().error, 'overloaded')
    t.strictSame(refusals, ['overloaded /quick'])
    t.equal((await app.inject('/probe')).statusCode, 200)
    open[0]!()
    t.equal((await waiting[0]!).statusCode, 200)
    t.equal((await app.inject('/quick')).statusCode, 200, 'there is room again')
    open[1]!()
    await waiting[1]
  },
)

const listening = async (app: FastifyInstance): Promise<number> => {
  await app.listen({ host: '127.0.0.1', port: 0 })
  return (app.server.address() as { port: number }).port
}

t.test('200 once a client is gone without its answer: its place is free', async (t) => {
  const { app, open } = await build(t, { requestsInFlightMax: 1 })
  const client = connect(await listening(app), '127.0.0.1')
  client.write(
    'POST /slow HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}',
  )
  await untilWaiting(open, 1)
  t.equal((await app.inject('/quick')).statusCode, 503)
  client.destroy()
  await once(client, 'close')
  const endMs = performance.now() + 20_000
  let { statusCode } = await app.inject('/quick')
  while (statusCode === 503 && performance.now() < endMs) {
    await sleep(5)
    statusCode = (await app.inject('/quick')).statusCode
  }
  t.equal(statusCode, 200)
  open[0]!()
})

for (const [what, options] of [
  ['with a body', { method: 'POST', payload: { a: 1 } }],
  ['without one', { method: 'GET' }],
] as const) {
  t.test(
    `503 for an answer that takes too long, to a request ${what}; what comes too late is let go`,
    async (t) => {
      const { app, open } = await build(t, { requestTimeoutMs: 200 })
      // Something for the process to live for: the limit's own timer does not count.
      await listening(app)
      const late = await app.inject({ ...options, url: '/slow' })
      t.equal(late.statusCode, 503)
      t.match(late.json(), { error: 'overloaded', detail: /took too long/ })
      t.match(late.headers['retry-after'], /^\d+$/)
      open[0]!()
      await sleep(20)
      t.equal((await app.inject('/quick')).statusCode, 200)
    },
  )
}
