/** SIGTERM while many clients keep their connections busy: nothing that was accepted is lost, and the process ends by itself. */
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import t, { type Test } from 'tap'
import { postgresAnswers, testDatabase, testDatabaseUrl } from '../../database.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { type Answer, ask, type Serving, serve } from './serving.ts'

const drainDelayMs = 1_500
const clientCount = 24
/** That each client has had when the signal comes. */
const answersBefore = 5

const importPlan = async ({ ask }: Serving): Promise<string> => {
  const { status, body } = await ask('/api/v1/plans', { as: 'athlete-1', payload: smallPlan() })
  if (status !== 201) throw new Error(`the plan was refused: ${JSON.stringify(body)}`)
  return body.id
}

interface Client {
  readonly answers: Answer[]
  /** Until it has left: with the code of the error that made it, if there was one. */
  readonly left: Promise<string | undefined>
}

/** Asks on one kept connection, again and again, until it is told that the connection closes. */
const keepAsking = async (
  url: string,
  planId: string,
  client: number,
  answers: Answer[],
): Promise<string | undefined> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    for (let round = 0; ; round += 1) {
      const path = round % 3 === 0 ? `/api/v1/plans/${planId}` : '/api/v1/time-crunch/preview'
      const payload = { planId, targetMinutes: 15 + ((round * 7 + client) % 160) }
      const answer = await ask(`${url}${path}`, {
        as: 'athlete-1',
        agent,
        ...(round % 3 !== 0 && { payload }),
      })
      answers.push(answer)
      if (answer.headers.connection === 'close') return undefined
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code ?? message
  } finally {
    agent.destroy()
  }
}

const startClient = (url: string, planId: string, client: number): Client => {
  const answers: Answer[] = []
  return { answers, left: keepAsking(url, planId, client, answers) }
}

interface Seen {
  readonly atMs: number
  readonly ready: number | string
  readonly served: number | string
}

/** New connections every few milliseconds, until the door is shut. */
const watchDoor = async ({ url }: Serving): Promise<Seen[]> => {
  const seen: Seen[] = []
  const startMs = performance.now()
  const status = (path: string) =>
    ask(`${url}${path}`).then(
      (answer) => answer.status,
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    )
  for (;;) {
    const [ready, served] = [await status('/health/ready'), await status('/health/live')]
    seen.push({ atMs: performance.now() - startMs, ready, served })
    if (ready === 'ECONNREFUSED') return seen
    await sleep(20)
  }
}

const settingsOf = async (t: Test, drain: { delayMs: number; ms: number }) => ({
  DATABASE_URL: await testDatabaseUrl(t),
  DRAIN_DELAY_MS: String(drain.delayMs),
  DRAIN_MS: String(drain.ms),
})

t.test('under load: 503 first, connections told to close, nothing lost, then refused, exit 0', async (t) => {
  const service = await serve(t, await settingsOf(t, { delayMs: drainDelayMs, ms: 8_000 }))
  const planId = await importPlan(service)
  const load = Array.from({ length: clientCount }, (_, client) => startClient(service.url, planId, client))
  while (load.some(({ answers }) => answers.length < answersBefore)) await sleep(20)
  t.equal((await service.ask('/health/ready')).status, 200)

  const ended = service.end('SIGTERM')
  const door = await watchDoor(service)
  const broken = (await Promise.all(load.map(({ left }) => left))).filter((error) => error !== undefined)
  t.equal(await ended, 0)

  const answers = load.flatMap((client) => client.answers)
  t.comment(`${answers.length} answers on ${clientCount} connections`)
  t.same([...new Set(answers.map(({ status }) => status))], [200])
  t.same(broken, [], 'no connection broke: each was told to close')
  const refused = door.find(({ ready }) => ready === 'ECONNREFUSED')
  const before = door.filter(({ atMs }) => atMs < drainDelayMs - 100)
  t.ok(refused !== undefined && refused.atMs >= drainDelayMs - 100, `refused after ${refused?.atMs} ms`)
  t.ok(before.length > 3, 'looked often enough')
  t.same([...new Set(before.map(({ served }) => served))], [200], 'new connections are served until then')
  t.same([...new Set(before.slice(1).map(({ ready }) => ready))], [503], 'and told that it is not ready')
})

const waitsForLock = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.length > 0
}

/** Nothing but a server can hold a lock that a request waits for. */
const noPostgres = (await postgresAnswers()) ? false : 'no PostgreSQL server answers'

t.test('a request that outlasts the drain: cut off, nothing written', { skip: noPostgres }, async (t) => {
  const { url } = await testDatabase(t, 'postgres')
  const service = await serve(t, {
    DATABASE_URL: url,
    DRAIN_MS: '2000',
    DATABASE_STATEMENT_TIMEOUT_MS: '60000',
  })
  const planId = await importPlan(service)
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  t.teardown(() => other.end())
  await other.query('begin')
  await other.query('select from plans where id = $1 for update', [planId])
  const payload = { planId, planVersion: 1, sessionId: 'day-1', targetMinutes: 20 }
  const applied = service.ask('/api/v1/time-crunch/apply', { as: 'athlete-1', payload }).then(
    ({ status }) => status,
    (error: NodeJS.ErrnoException) => error.code,
  )
  while (!(await waitsForLock(other))) await sleep(20)
  t.equal(await service.end('SIGTERM'), 1)
  t.match(service.output(), /killed by timeout/)
  t.equal(await applied, 'ECONNRESET')
  await other.query('commit')
  const { rows } = await other.query('select count(*)::integer as count from time_crunch_applications')
  t.same(rows, [{ count: 0 }])
})

t.test('SIGINT is as SIGTERM, and a second signal does not wait: exit 1', async (t) => {
  const service = await serve(t, await settingsOf(t, { delayMs: 60_000, ms: 20_000 }))
  service.child.kill('SIGINT')
  while ((await service.ask('/health/ready')).status !== 503) await sleep(20)
  t.equal((await service.ask('/health/live')).headers.connection, 'close')
  t.equal(await service.end('SIGTERM'), 1)
  t.match(service.output(), /second SIGTERM, exiting/)
})
