/** A failure out of the service's log: the lines of one request, put together. */
import type { Computation } from '../../routes/time-crunch/computation.ts'
import { CommandError } from '../command-error.ts'

export interface LoggedViolation {
  readonly sessionId: string
  readonly article: string
  readonly exerciseId: string | null
}

export interface LoggedFailure {
  readonly requestId: string
  readonly operationId: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly asked: Readonly<Record<string, unknown>>
  readonly omitted: readonly string[]
  /** What the answer rested on; missing where it failed before that was known. */
  readonly computation?: Computation
  readonly error?: { readonly type: string; readonly message: string }
  /** Only where an answer broke an article; then with its digest. */
  readonly violations?: readonly LoggedViolation[]
  readonly digest?: string
}

// biome-ignore lint/suspicious/noExplicitAny: lines of a log, of which some are looked into
type Line = Record<string, any>

/** Lines that are no JSON are other programs', or cut off. */
const linesOf = (text: string): Line[] =>
  text.split('\n').flatMap((line) => {
    try {
      const parsed: unknown = JSON.parse(line.slice(Math.max(0, line.indexOf('{'))))
      return typeof parsed === 'object' && parsed !== null ? [parsed] : []
    } catch {
      return []
    }
  })

/** The failure of this request, or the last one. Throws CommandError 2 where there is none. */
export const loggedFailure = (text: string, requestId?: string): LoggedFailure => {
  const lines = linesOf(text).filter((line) => requestId === undefined || line.requestId === requestId)
  const failed = lines.findLast(({ replay }) => replay?.operationId !== undefined)
  if (failed === undefined) {
    const of = requestId === undefined ? '' : ` of request ${requestId}`
    throw new CommandError(2, `There is no line "request failed"${of} with what replays it in this log`)
  }
  const { replay, err } = failed
  const audit = lines.find((line) => line.requestId === failed.requestId && Array.isArray(line.violations))
  return {
    requestId: String(failed.requestId),
    query: {},
    ...replay,
    error: { type: String(err?.type), message: String(err?.message) },
    ...(audit && { violations: audit.violations, digest: audit.digest }),
  }
}
