/** Requests with a body had no time limit: Fastify's ends with the body (fastify#6725). A preview could take for ever. */
import pg from 'pg'
import t from 'tap'
import { demoPlans } from '../../demo-plans/demo-plans.ts'
import { postgresAnswers, testDatabase } from '../database.ts'
import { bearer, testApp } from '../helper.ts'

const isSkipped = (await postgresAnswers())
  ? false
  : 'no PostgreSQL server answers, whose tables could be locked'

t.test(
  '503 for a preview that waits for a locked table, 200 once it is free',
  { skip: isSkipped },
  async (t) => {
    const { url: databaseUrl } = await testDatabase(t, 'postgres')
    const config = { databaseUrl, requestTimeoutMs: 1_000, databaseStatementTimeoutMs: 8_000 }
    const app = await testApp(t, { config })
    // Over a socket: without one the body never ends, and neither did the limit.
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const post = async (path: string, body: object) => {
      const headers = { ...bearer('athlete-1'), 'content-type': 'application/json' }
      const answer = await fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    }
    const { amendment: _, coachId: __, ...document } = demoPlans[0].document
    const imported = await post('/api/v1/plans', document)
    const request = { planId: imported.body.id, targetMinutes: 45, sessionIds: ['squat'] }
    const preview = () => post('/api/v1/time-crunch/preview', request)

    const other = new pg.Client({ connectionString: databaseUrl })
    await other.connect()
    t.teardown(() => other.end())
    await other.query('begin')
    await other.query('lock table plans in access exclusive mode')
    const late = await preview()
    t.equal(late.status, 503)
    t.match(late.body, { error: 'overloaded', detail: /answer took too long/ })
    await other.query('rollback')

    const endMs = performance.now() + 30_000
    let { status } = await preview()
    while (status !== 200 && performance.now() < endMs) status = (await preview()).status
    t.equal(status, 200)
  },
)
