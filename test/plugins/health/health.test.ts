/** Liveness says that the process answers; readiness adds up the checks, and ends with the draining. */
import fastify, { type FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import errors from '../../../plugins/errors/index.ts'
import health, { type Check } from '../../../plugins/health.ts'

const build = async (t: Test, checks: Record<string, Check>): Promise<FastifyInstance> => {
  const app = fastify()
  await app.register(errors)
  await app.register(health)
  for (const [name, check] of Object.entries(checks)) app.readiness.add(name, check)
  t.teardown(() => app.close())
  return app
}

const good: Check = () => ({ ok: true })

t.test('200 live, whatever the checks say', async (t) => {
  const app = await build(t, { database: () => ({ ok: false }) })
  const response = await app.inject('/health/live')
  t.equal(response.statusCode, 200)
  t.strictSame(response.json(), { status: 'live' })
})

t.test('200 ready, with the state of each check', async (t) => {
  const app = await build(t, {
    database: async () => ({ ok: true }),
    flags: () => ({ ok: false, critical: false, detail: 'file stale' }),
  })
  const response = await app.inject('/health/ready')
  t.equal(response.statusCode, 200)
  t.strictSame(response.json(), {
    status: 'ready',
    checks: {
      database: { ok: true, critical: true },
      flags: { ok: false, critical: false, detail: 'file stale' },
    },
  })
})

const failing: [string, Check, string | undefined][] = [
  ['is not ok', () => ({ ok: false, detail: 'no answer' }), 'no answer'],
  ['rejects', async () => Promise.reject(new Error('password=hunter2')), 'the check failed'],
  [
    'throws',
    () => {
      throw new Error('password=hunter2')
    },
    'the check failed',
  ],
  ['hangs', () => new Promise(() => {}), 'no answer in time'],
]
for (const [what, check, detail] of failing) {
  t.test(`503 while a check ${what}`, async (t) => {
    const app = await build(t, { database: check, flags: good })
    const response = await app.inject('/health/ready')
    t.match(response, {
      statusCode: 503,
      headers: { 'retry-after': /^\d+$/, 'content-type': /problem\+json/ },
    })
    t.match(response.json(), {
      error: 'not_ready',
      detail: 'Not ok: database',
      checks: { database: { ok: false, detail }, flags: { ok: true } },
    })
    t.notMatch(response.body, 'hunter2')
  })
}

t.test('503 from the moment of draining', async (t) => {
  const app = await build(t, { database: good })
  t.equal((await app.inject('/health/ready')).statusCode, 200)
  app.readiness.drain()
  const response = await app.inject('/health/ready')
  t.match(response, { statusCode: 503, headers: { 'retry-after': /^\d+$/ } })
  t.match(response.json(), {
    error: 'not_ready',
    detail: 'The service is draining',
    checks: { database: { ok: true } },
  })
  t.equal((await app.inject('/health/live')).statusCode, 200)
})

t.test('many probes at once are one check', async (t) => {
  let runs = 0
  const app = await build(t, {
    database: () => {
      runs += 1
      return { ok: true }
    },
  })
  await Promise.all(Array.from({ length: 20 }, () => app.inject('/health/ready')))
  t.equal(runs, 1)
})
