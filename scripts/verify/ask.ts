/** Requests to the live service, with the token, and one line for whatever goes wrong. */
import { CommandError } from '../command-error.ts'
import { exitCodes, type VerifyOptions } from './options.ts'

export interface Answered {
  readonly status: number
  readonly body: unknown
  readonly tookMs: number
}

export type Ask = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Answered>

const timeoutMs = 60_000

export const createAsk =
  ({ url, token }: Pick<VerifyOptions, 'url' | 'token'>): Ask =>
  async (method, path, body) => {
    const startedMs = performance.now()
    try {
      const response = await fetch(`${url}/api/v1/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      const text = await response.text()
      const tookMs = Math.round(performance.now() - startedMs)
      return { status: response.status, body: JSON.parse(text), tookMs }
    } catch (error) {
      const { name, cause } = error as Error & { cause?: { code?: unknown } }
      const why = name === 'SyntaxError' ? 'an answer that is no JSON' : (cause?.code ?? name)
      throw new CommandError(exitCodes.unreachable, `${url} can't be asked: ${why}`)
    }
  }

/** "404 feature_not_available: …" */
export const problemOf = ({ status, body }: Answered): string => {
  const { error, detail } = (body ?? {}) as { error?: unknown; detail?: unknown }
  return `${status} ${error ?? ''}${detail === undefined ? '' : `: ${detail}`}`.trim()
}
