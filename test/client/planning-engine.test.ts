/** The client drives the running service: over a socket, with its types, and with what goes wrong. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { answerOf, ProblemError, planningEngine } from '../../client/planning-engine.ts'
import { demoPlans } from '../../demo-plans/demo-plans.ts'
import { testApp, tokenFor } from '../helper.ts'

const { amendment: _, coachId: __, ...document } = demoPlans[0].document

const running = async (t: Test): Promise<string> => {
  const app = await testApp(t)
  return app.listen({ host: '127.0.0.1', port: 0 })
}

const problemOf = (call: Promise<unknown>): Promise<ProblemError> =>
  call.then(
    () => {
      throw new Error('the call succeeded')
    },
    (error) => error,
  )

t.test('plans: create, list, read, change, delete', async (t) => {
  const engine = planningEngine({ baseUrl: await running(t), token: tokenFor('athlete-1') })
  t.strictSame(await answerOf(engine.GET('/api/v1/plans')), { items: [], nextCursor: null })

  const { data: created, response } = await engine.POST('/api/v1/plans', { body: document })
  t.equal(response.status, 201)
  t.match(created, { name: document.name, version: 1, ownerId: 'athlete-1' })
  const planId = created?.id ?? ''
  const { items } = await answerOf(engine.GET('/api/v1/plans', { params: { query: { limit: '10' } } }))
  t.strictSame(
    items.map(({ id }) => id),
    [planId],
  )

  const path = { planId }
  const read = await engine.GET('/api/v1/plans/{planId}', { params: { path } })
  const version = read.response.headers.get('etag') ?? ''
  const header = { 'if-match': version }
  const body = { ...document, name: 'Renamed' }
  const replaced = await answerOf(engine.PUT('/api/v1/plans/{planId}', { params: { path, header }, body }))
  t.match(replaced, { name: 'Renamed', version: 2 })

  const stale = await problemOf(engine.PUT('/api/v1/plans/{planId}', { params: { path, header }, body }))
  t.match(stale, { status: 409, error: 'version_conflict' })
  const current = { 'if-match': '"2"' }
  const gone = await engine.DELETE('/api/v1/plans/{planId}', { params: { path, header: current } })
  t.equal(gone.response.status, 204)
  t.equal(gone.data, undefined)
})

t.test('time crunch: preview and frontier', async (t) => {
  const engine = planningEngine({ baseUrl: await running(t), token: tokenFor('athlete-1') })
  const { id: planId } = await answerOf(engine.POST('/api/v1/plans', { body: document }))
  const preview = await answerOf(
    engine.POST('/api/v1/time-crunch/preview', { body: { planId, targetMinutes: 45 } }),
  )
  t.equal(preview.meetsTimeConstraint, true)
  const [session] = preview.sessions
  t.ok(session && session.compressedDurationSeconds <= 45 * 60)
  const sessionId = session?.sessionId ?? ''
  const { steps } = await answerOf(
    engine.POST('/api/v1/time-crunch/frontier', { body: { planId, sessionId } }),
  )
  const seconds = steps.map(({ durationSeconds }) => durationSeconds)
  t.strictSame(
    seconds,
    [...seconds].sort((one, other) => one - other),
  )
  const { articles } = await answerOf(engine.GET('/api/v1/time-crunch/model'))
  t.equal(articles.length, 11)
})

t.test('404, 400, 401: problems are thrown, typed', async (t) => {
  const baseUrl = await running(t)
  const tokens = [tokenFor('athlete-1'), tokenFor('athlete-2')]
  const engine = planningEngine({ baseUrl, token: async () => tokens.shift() ?? '' })
  const { id: planId } = await answerOf(engine.POST('/api/v1/plans', { body: document }))

  const foreign = await problemOf(engine.GET('/api/v1/plans/{planId}', { params: { path: { planId } } }))
  t.type(foreign, ProblemError)
  t.match(foreign, { status: 404, error: 'plan_not_found', errors: [], message: /./, requestId: /./ })

  const anonymous = await problemOf(planningEngine({ baseUrl }).GET('/api/v1/plans'))
  t.match(anonymous, { status: 401, error: 'unauthorized' })

  const athlete = planningEngine({ baseUrl, token: tokenFor('athlete-1') })
  const bad = await problemOf(
    // @ts-expect-error the body has no minutes, and needs a target
    athlete.POST('/api/v1/time-crunch/preview', { body: { planId, minutes: 45 } }),
  )
  t.match(bad, { status: 400, error: 'invalid_request' })
  const paths = (bad as ProblemError).errors.map(({ path }) => path)
  t.strictSame(paths.sort(), ['/minutes', '/targetMinutes'])
})

t.test('what a proxy answers has its status and nothing else', async (t) => {
  const proxy = createServer((_request, reply) => {
    reply.writeHead(503, { 'content-type': 'text/html', 'retry-after': '7' }).end('<h1>Back soon</h1>')
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  t.teardown(() => proxy.close())
  const baseUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  const problem = await problemOf(planningEngine({ baseUrl }).GET('/health/ready'))
  t.match(problem, {
    name: 'ProblemError',
    status: 503,
    error: undefined,
    message: 'The service answered 503',
    retryAfterSeconds: 7,
  })
})

t.test('no service, no answer: the platform’s own error', async (t) => {
  await t.rejects(planningEngine({ baseUrl: 'http://127.0.0.1:1' }).GET('/health/live'), TypeError)
})
