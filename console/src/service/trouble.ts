/** What can go wrong between the page and the service, and what it says to people. */

interface Fault {
  path: string
  message: string
}

/** The service said no (RFC 9457). */
export class Problem extends Error {
  readonly status: number
  /** The stable code, such as `version_conflict`. */
  readonly code: string
  readonly faults: readonly Fault[]
  readonly retryAfterSeconds: number

  constructor(status: number, body: unknown, retryAfter: string | null) {
    const { error, detail, errors } = (body ?? {}) as { error?: string; detail?: string; errors?: Fault[] }
    super(detail ?? `The service answered ${status}`)
    this.status = status
    this.code = error ?? 'unknown'
    this.faults = errors ?? []
    this.retryAfterSeconds = Number(retryAfter ?? 1) || 1
  }
}

/** Nothing answered. */
export class Unreachable extends Error {
  constructor() {
    super('The service does not answer')
  }
}

export interface Spoken {
  title: string
  detail: string
}

const sayings: Readonly<Record<string, Spoken>> = {
  feature_not_available: {
    title: 'Time Crunch Mode is switched off',
    detail:
      'It was switched off for you, perhaps while you were looking. Nothing is lost: plans stay as they are, and what was applied comes back with it.',
  },
  plan_not_found: {
    title: 'There is no such plan',
    detail: 'It was deleted, or it is not yours to see.',
  },
  session_not_found: {
    title: 'The plan has no such session',
    detail: 'Somebody may have changed the plan. Go back to it and choose again.',
  },
  plan_not_compressible: {
    title: 'There is nothing to shorten',
    detail: 'This session holds no exercise.',
  },
  forbidden: { title: 'You may not do this', detail: '' },
  rate_limited: { title: 'Too many requests at once', detail: 'Wait a moment, then try again.' },
  overloaded: { title: 'The service is busy', detail: 'Try again in a moment.' },
}

export const spokenTrouble = (error: unknown): Spoken => {
  if (error instanceof Unreachable) {
    return {
      title: 'The service does not answer',
      detail: 'What you see is the last that it said. Nothing you typed is lost; try again when it is back.',
    }
  }
  if (error instanceof Problem) {
    const said = sayings[error.code] ?? { title: 'That did not work', detail: '' }
    return { title: said.title, detail: said.detail || error.message }
  }
  return { title: 'The page met something unexpected', detail: 'Try again, or reload the page.' }
}
