/**
 * The catalogue of what can go wrong at the HTTP edge: one stable code, one status, one title each (RFC 9457).
 * Routes and plugins throw `problem(code, detail)`; the errors plugin writes the answer.
 */

export const problemCatalogue = Object.freeze({
  invalid_request: { status: 400, title: 'The request is not valid' },
  unauthorized: { status: 401, title: 'A valid bearer token is needed' },
  forbidden: { status: 403, title: 'The caller may not do this' },
  not_found: { status: 404, title: 'There is nothing at this address' },
  feature_not_available: { status: 404, title: 'The feature is not available' },
  plan_not_found: { status: 404, title: 'There is no such plan' },
  session_not_found: { status: 404, title: 'The plan has no such session' },
  movement_not_found: { status: 404, title: 'There is no such movement' },
  application_not_found: { status: 404, title: 'There is no such application' },
  method_not_allowed: { status: 405, title: 'The method is not allowed here' },
  version_conflict: { status: 409, title: 'The document has changed in the meantime' },
  state_conflict: { status: 409, title: 'The current state does not allow this' },
  payload_too_large: { status: 413, title: 'The request body is too large' },
  unsupported_media_type: { status: 415, title: 'The media type is not supported' },
  plan_not_compressible: { status: 422, title: 'There is nothing to compress' },
  amendment_contradiction: { status: 422, title: 'The amendment contradicts itself or its plan' },
  intent_not_possible: { status: 422, title: 'No plan can do what the intent asks for' },
  unknown_vocabulary: { status: 422, title: 'A word is not in the vocabulary' },
  precondition_required: { status: 428, title: 'An If-Match header is needed' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal_error: { status: 500, title: 'Something went wrong on our side' },
  overloaded: { status: 503, title: 'The service is busy' },
  not_ready: { status: 503, title: 'The service is not ready' },
})

export type ProblemCode = keyof typeof problemCatalogue

export interface ProblemOptions {
  /** One entry a fault: a JSON Pointer into what was sent, and a sentence. */
  errors?: { path: string; message: string }[]
  /** Response headers that belong to the answer, such as Allow or Retry-After. */
  headers?: Record<string, string>
  /** What really happened; logged, never sent. */
  cause?: unknown
}

/** An answer of the catalogue, thrown at the HTTP edge. `detail` is sent to the client: no secrets, no internals. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly statusCode: number
  readonly errors: ProblemOptions['errors']
  readonly headers: Record<string, string>

  constructor(code: ProblemCode, detail: string, options: ProblemOptions = {}) {
    super(detail, { cause: options.cause })
    this.name = 'ProblemError'
    this.code = code
    this.statusCode = problemCatalogue[code].status
    this.errors = options.errors
    this.headers = options.headers ?? {}
  }
}

export const problem = (code: ProblemCode, detail: string, options?: ProblemOptions): ProblemError =>
  new ProblemError(code, detail, options)
