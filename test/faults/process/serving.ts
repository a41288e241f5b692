/** What the faults around the process share: the service as a process that is ready, and requests on connections of their own. */
import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import type { Test } from 'tap'
import { bearer, testSecret } from '../../helper.ts'
import { type ServiceProcess, startService } from '../../service-process.ts'

/** A busy machine sheds nothing, and nobody runs into the rate limit by accident. */
export const calmSettings = {
  JWT_SECRET: testSecret,
  DATABASE_MIGRATE: 'true',
  SEED_DEMO: 'false',
  LOG_LEVEL: 'info',
  RATE_LIMIT_MAX: '1000000',
  EVENT_LOOP_DELAY_MAX_MS: '0',
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back
  readonly body: any
}

export interface Asked {
  readonly method?: string
  readonly as?: string
  readonly roles?: readonly string[]
  readonly payload?: unknown
  readonly headers?: OutgoingHttpHeaders
  /** By default a connection of its own, which nobody uses again. */
  readonly agent?: Agent
}

/** Rejects where the connection breaks before the answer is whole, or the body is no JSON. */
export const ask = (url: string, asked: Asked = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { as, roles, payload, agent, method = payload === undefined ? 'GET' : 'POST' } = asked
    const body = payload === undefined ? undefined : JSON.stringify(payload)
    const headers = {
      ...(as !== undefined && bearer(as, roles)),
      ...(body !== undefined && {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      }),
      ...asked.headers,
    }
    const sent = request(url, { method, headers, agent: agent ?? new Agent({ keepAlive: false }) }, (got) => {
      let text = ''
      got.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      got.on('error', reject)
      got.on('close', () => {
        if (!got.complete) reject(new Error(`the answer is torn after ${text.length} characters`))
      })
      got.on('end', () => {
        try {
          const isJson = text !== '' && String(got.headers['content-type']).includes('json')
          resolve({
            status: got.statusCode ?? 0,
            headers: got.headers,
            body: isJson ? JSON.parse(text) : text,
          })
        } catch (error) {
          reject(error)
        }
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })

export interface Serving extends ServiceProcess {
  ask(path: string, asked?: Asked): Promise<Answer>
  /** Lines of its log so far. */
  log(): Record<string, unknown>[]
}

const logOf = (output: string): Record<string, unknown>[] =>
  output
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line))

/** Fails where the service ends before it answers. */
export const serve = async (t: Test, settings: Record<string, string>, port?: number): Promise<Serving> => {
  const service = await startService(t, { ...calmSettings, ...settings }, port)
  if (!(await service.answers())) throw new Error(`the service did not start: ${service.output()}`)
  return {
    ...service,
    ask: (path, asked) => ask(`${service.url}${path}`, asked),
    log: () => logOf(service.output()),
  }
}
