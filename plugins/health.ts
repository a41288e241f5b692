/** `/health/live` and `/health/ready`, and the registry of checks that make up readiness. */
import { Type, type TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { sendProblem } from './errors/problem-document.ts'

export interface CheckResult {
  ok: boolean
  /** A sentence for an operator: no secrets, no addresses. */
  detail?: string
  /** Whether the service must take no traffic while this is not ok; true by default. */
  critical?: boolean
}

export type Check = () => CheckResult | Promise<CheckResult>

export interface Readiness {
  add(name: string, check: Check): void
  /** From now on the service is not ready: it finishes what it has and leaves. */
  drain(): void
}

declare module 'fastify' {
  interface FastifyInstance {
    readiness: Readiness
  }
}

type Phase = 'starting' | 'ready' | 'draining'

const checkTimeoutMs = 2_000
/** Probes come from several places at once; the checks behind them need not. */
const reuseMs = 500

const checkSchema = Type.Object({
  ok: Type.Boolean(),
  critical: Type.Boolean({ description: 'Whether the service is not ready while this is not ok.' }),
  detail: Type.Optional(Type.String()),
})

const readySchema = Type.Object({
  status: Type.Literal('ready'),
  checks: Type.Record(Type.String(), checkSchema),
})

type Checked = Required<Pick<CheckResult, 'ok' | 'critical'>> & Pick<CheckResult, 'detail'>

const health = async (app: FastifyInstance): Promise<void> => {
  const checks = new Map<string, Check>()
  let phase: Phase = 'starting'
  let last: { startedMs: number; results: Promise<Record<string, Checked>> } | undefined

  const runOne = async (name: string, check: Check): Promise<[string, Checked]> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<CheckResult>((resolve) => {
      timer = setTimeout(() => resolve({ ok: false, detail: 'no answer in time' }), checkTimeoutMs)
    })
    try {
      const result = await Promise.race([check(), late])
      return [name, { critical: true, ...result }]
    } catch (error) {
      app.log.error({ err: error, check: name }, 'readiness check failed')
      return [name, { ok: false, critical: true, detail: 'the check failed' }]
    } finally {
      clearTimeout(timer)
    }
  }

  const runAll = (): Promise<Record<string, Checked>> => {
    // Not the clock of the calendar: were that put back, the last results would be served until it had caught up.
    const nowMs = performance.now()
    if (last === undefined || nowMs - last.startedMs >= reuseMs) {
      const results = Promise.all([...checks].map(([name, check]) => runOne(name, check)))
      last = { startedMs: nowMs, results: results.then((entries) => Object.fromEntries(entries)) }
    }
    return last.results
  }

  app.decorate('readiness', {
    add: (name, check) => checks.set(name, check),
    drain: () => {
      phase = 'draining'
    },
  })
  app.addHook('onReady', async () => {
    phase = 'ready'
  })
  app.addHook('preClose', async () => app.readiness.drain())
  // Clients that keep connections are told to leave while they are answered: a connection that is closed between two
  // requests may cross with the second one, which is then lost.
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (phase === 'draining') reply.header('connection', 'close')
    done()
  })

  const routes = app.withTypeProvider<TypeBoxTypeProvider>()
  const quiet = { config: { probe: true }, logLevel: 'warn' } as const
  const documented = { tags: ['operations'], security: [] }

  routes.get(
    '/health/live',
    {
      ...quiet,
      schema: {
        ...documented,
        operationId: 'live',
        summary: 'Whether the process answers',
        response: { 200: Type.Object({ status: Type.Literal('live') }) },
      },
    },
    async () => ({ status: 'live' as const }),
  )

  routes.get(
    '/health/ready',
    {
      ...quiet,
      schema: {
        ...documented,
        operationId: 'ready',
        summary: 'Whether the service takes traffic; 503 with the state of each check while it does not',
        response: { 200: readySchema },
      },
    },
    async (request, reply) => {
      const results = await runAll()
      const failed = Object.keys(results).filter((name) => !results[name]?.ok && results[name]?.critical)
      reply.header('cache-control', 'no-store')
      if (phase === 'ready' && failed.length === 0) return { status: 'ready' as const, checks: results }
      const detail = phase === 'ready' ? `Not ok: ${failed.join(', ')}` : `The service is ${phase}`
      sendProblem(request, reply, { code: 'not_ready', detail }, { checks: results })
      return reply
    },
  )
}

export default fp(health, { name: 'health', dependencies: ['errors'] })
