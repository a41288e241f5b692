/** The database stops while the service runs: told quickly and clearly; when it is back, all is well without a restart. */
import t from 'tap'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { noServerHere } from '../postgres-binaries.ts'
import { databaseName, databasePassword, databaseUser, PostgresServer } from '../postgres-server.ts'
import { clear503, plans, serve } from './served.ts'

const requestsAtOnce = 30

t.test('stopped and started again', { skip: noServerHere }, async (t) => {
  const server = await PostgresServer.create(t)
  const { process, call } = await serve(t, server.url())
  const { pid } = process.child
  const { status, body: plan } = await call('POST', plans, { payload: smallPlan() })
  t.equal(status, 201)
  const planPath = `${plans}/${plan.id}`
  const apply = {
    planId: plan.id,
    planVersion: 1,
    sessionId: 'day-1',
    date: '2026-03-02',
    targetMinutes: 20,
  }
  const requests: [string, string, object?][] = [
    ['GET', plans],
    ['GET', planPath],
    ['POST', plans, { payload: smallPlan() }],
    ['POST', plans, { payload: smallPlan(), headers: { 'idempotency-key': 'while-it-is-down' } }],
    ['PUT', planPath, { payload: smallPlan(), headers: { 'if-match': '"1"' } }],
    ['DELETE', planPath, { headers: { 'if-match': '"1"' } }],
    ['PUT', `${planPath}/amendment`, { payload: {}, headers: { 'if-match': '"1"' } }],
    ['POST', '/api/v1/time-crunch/preview', { payload: { planId: plan.id, targetMinutes: 30 } }],
    ['POST', '/api/v1/time-crunch/apply', { payload: apply }],
    ['GET', '/api/v1/movements?search=squat'],
  ]

  for (const how of ['fast', 'immediate', 'killed'] as const) {
    await t.test(`${how}: 503 for what needs it, 200 at the first request afterwards`, async (t) => {
      await (how === 'killed' ? server.kill() : server.stop(how))
      for (const [method, path, request] of requests) {
        const reply = await call(method, path, request)
        clear503(t, reply, 'not_ready', `${method} ${path}`)
        const said = JSON.stringify([reply.body, ...reply.headers])
        for (const secret of [databasePassword, databaseUser, databaseName, String(server.port)]) {
          t.notOk(said.includes(secret), `nothing of ${secret}`)
        }
      }
      const many = await Promise.all(Array.from({ length: requestsAtOnce }, () => call('GET', plans)))
      t.same(new Set(many.map(({ status }) => status)), new Set([503]), 'all at once: 503')
      t.match(await call('GET', '/health/live'), { status: 200 })
      t.match(await call('GET', '/health/ready'), {
        status: 503,
        body: { error: 'not_ready', checks: { database: { ok: false, detail: /^no answer/ } } },
      })
      t.match(await call('GET', '/metrics'), { status: 200 })

      await server.start()
      const first = await call('GET', planPath)
      t.equal(first.status, 200, 'the first request')
      t.same(first.body, plan, 'nothing has changed')
      const again = await call('PUT', planPath, { payload: smallPlan(), headers: { 'if-match': '"9"' } })
      t.match(again, { status: 409, body: { error: 'version_conflict' } }, 'and the rules are as before')
      t.equal((await call('POST', plans, { payload: smallPlan() })).status, 201)
      t.equal(process.child.pid, pid)
      t.equal(process.child.exitCode, null)
    })
  }

  t.equal((await call('GET', '/health/ready')).status, 200)
  t.equal((await call('GET', `${plans}?limit=100`)).body.items.length, 4, 'what was refused was not done')
  t.equal(await process.end(), 0)
  const output = process.output()
  t.match(output, /"msg":"request refused"/, 'the log tells of it')
  for (const secret of [
    databasePassword,
    databaseUser,
    databaseName,
    `:${server.port}`,
    `"port":${server.port}`,
  ]) {
    t.notOk(output.includes(secret), `the log has nothing of ${secret}`)
  }
})
