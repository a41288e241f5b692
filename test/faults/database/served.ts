/** The service as a process on a database, and a client that tells whatever came of a request. */
import type { Test } from 'tap'
import { testSecret, tokenFor } from '../../helper.ts'
import { type ServiceProcess, startService } from '../../service-process.ts'

export interface Reply {
  /** 0 when there was no answer at all. */
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back
  readonly body: any
}

export interface Call {
  readonly as?: string
  readonly roles?: string[]
  readonly payload?: unknown
  readonly headers?: Record<string, string>
}

/** Beyond this a request hangs; the service's own limits are all below it. */
const hangsAfterMs = 25_000

const noReply: Reply = { status: 0, headers: new Headers(), body: undefined }

export type Caller = (method: string, path: string, call?: Call) => Promise<Reply>

const callerOf =
  (url: string): Caller =>
  async (method, path, { as = 'athlete-1', roles, payload, headers = {} } = {}) => {
    try {
      const response = await fetch(url + path, {
        method,
        headers: {
          authorization: `Bearer ${tokenFor(as, roles)}`,
          ...(payload !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(payload !== undefined && { body: JSON.stringify(payload) }),
        signal: AbortSignal.timeout(hangsAfterMs),
      })
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.includes('json') === true
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') throw new Error(`${method} ${path} hangs`)
      return noReply
    }
  }

export interface Served {
  readonly process: ServiceProcess
  readonly call: Caller
}

export const settingsOn = (databaseUrl: string): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  JWT_SECRET: testSecret,
  RATE_LIMIT_MAX: '1000000',
  EVENT_LOOP_DELAY_MAX_MS: '0',
  SEED_DEMO: 'false',
  CONSOLE_ENABLED: 'false',
  LOG_LEVEL: 'info',
})

export const serve = async (
  t: Test,
  databaseUrl: string,
  settings: Record<string, string> = {},
): Promise<Served> => {
  const process = await startService(t, { ...settingsOn(databaseUrl), ...settings })
  if (!(await process.answers())) throw new Error(`The service did not start: ${process.output()}`)
  return { process, call: callerOf(process.url) }
}

/** A refusal that a client can act on: the catalogue's form, a sentence, and when to come again. */
export const clear503 = (t: Test, reply: Reply, code: 'not_ready' | 'overloaded', what: string): void => {
  t.equal(reply.status, 503, `${what}: 503`)
  t.match(
    reply.body,
    { status: 503, error: code, type: `/problems/${code}`, detail: /^The database .*again|^Somebody/ },
    what,
  )
  t.match(reply.headers.get('content-type'), /^application\/problem\+json/, what)
  t.match(reply.headers.get('retry-after'), /^[1-9][0-9]*$/, `${what}: when to come again`)
}

export const plans = '/api/v1/plans'
