/** Requests to the service. The token lives in here, in memory only: no address and no storage ever holds it. */
import { Problem, Unreachable } from './trouble.ts'

export interface Asked {
  body?: unknown
  /** The version that was read: sent as If-Match. */
  version?: number
  signal?: AbortSignal
  /** Sent again with the same key, the same thing does not happen twice. */
  idempotencyKey?: string
}

export interface Service {
  get: <Answer>(path: string, signal?: AbortSignal) => Promise<Answer>
  send: <Answer>(method: 'POST' | 'PUT' | 'DELETE', path: string, asked?: Asked) => Promise<Answer>
}

const longestWaitMs = 30_000

const headersOf = (token: string, { body, version, idempotencyKey }: Asked): Record<string, string> => ({
  ...(token !== '' && { authorization: `Bearer ${token}` }),
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...(version !== undefined && { 'if-match': `"${version}"` }),
  ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
})

const answered = async (method: string, path: string, token: string, asked: Asked): Promise<Response> => {
  const late = AbortSignal.timeout(longestWaitMs)
  try {
    return await fetch(path, {
      method,
      headers: headersOf(token, asked),
      body: asked.body === undefined ? null : JSON.stringify(asked.body),
      signal: asked.signal ? AbortSignal.any([asked.signal, late]) : late,
      cache: 'no-store',
      credentials: 'omit',
    })
  } catch (error) {
    if (asked.signal?.aborted) throw error
    throw new Unreachable()
  }
}

/** One request with this token. Throws Problem, Unreachable, or the abort that was asked for. */
export const request = async <Answer>(
  method: string,
  path: string,
  token: string,
  asked: Asked = {},
): Promise<Answer> => {
  const response = await answered(method, path, token, asked)
  const text = await response.text().catch(() => {
    throw new Unreachable()
  })
  const json = response.headers.get('content-type')?.includes('json') ?? false
  const body: unknown = json && text !== '' ? JSON.parse(text) : undefined
  if (response.ok) return body as Answer
  // A gateway's own page is not the service's word.
  if (body === undefined && response.status >= 502) throw new Unreachable()
  throw new Problem(response.status, body, response.headers.get('retry-after'))
}

/**
 * `renew` is asked for another token when this one is refused, and the request is made again with what it gives: so
 * a token that runs out in mid-work costs a paste, and nothing else.
 */
export const createService = (first: string, renew: () => Promise<string>): Service => {
  let token = first
  let renewing: Promise<string> | undefined

  const send = async <Answer>(method: string, path: string, asked: Asked = {}): Promise<Answer> => {
    const used = token
    try {
      return await request<Answer>(method, path, used, asked)
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error
      if (token === used) {
        renewing ??= renew()
        token = await renewing.finally(() => {
          renewing = undefined
        })
      }
      return send<Answer>(method, path, asked)
    }
  }
  return { send, get: (path, signal) => send('GET', path, signal ? { signal } : {}) }
}
