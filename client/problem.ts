/** What went wrong, as the service says it (RFC 9457). */
import type { components } from './schema.d.ts'

export type Problem = components['schemas']['Problem']

/** Thrown for every answer that is no success. Decide by `error`, which is stable; show `detail`. */
export class ProblemError extends Error {
  readonly status: number
  /** The code of the problem, such as `plan_not_found`; undefined where something before the service answered. */
  readonly error: Problem['error'] | undefined
  /** Each fault, with a JSON Pointer into what was sent. */
  readonly errors: NonNullable<Problem['errors']>
  /** To be quoted when asking for help. */
  readonly requestId: string | undefined
  /** Seconds to wait before the next try, where the service asks for it. */
  readonly retryAfterSeconds: number | undefined

  constructor(response: Response, problem: Partial<Problem> | undefined) {
    super(problem?.detail ?? `The service answered ${response.status}`)
    this.name = 'ProblemError'
    this.status = response.status
    this.error = problem?.error
    this.errors = problem?.errors ?? []
    this.requestId = problem?.requestId ?? response.headers.get('x-request-id') ?? undefined
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
    this.retryAfterSeconds = Number.isNaN(seconds) ? undefined : seconds
  }
}

/** A proxy's page of HTML is no problem document: then only the status is known. */
export const problemOf = async (response: Response): Promise<ProblemError> => {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
  const document = isProblem ? await response.json().catch(() => undefined) : undefined
  return new ProblemError(response, document as Partial<Problem> | undefined)
}
