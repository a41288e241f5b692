/** How long to wait before the same request once more; undefined where another attempt would change nothing. */

export interface Attempt {
  /** 1 is the first. */
  readonly number: number
  /** Undefined where no answer came. */
  readonly status?: number
  readonly headers?: { get(name: string): string | null }
}

export interface RetryLimits {
  readonly mostAttempts: number
  readonly firstDelayMs: number
  /** A longer wait is not worth waiting: the caller says so instead. */
  readonly longestDelayMs: number
}

export const defaultRetryLimits: RetryLimits = { mostAttempts: 4, firstDelayMs: 250, longestDelayMs: 30_000 }

const passing = new Set([408, 429, 500, 502, 503, 504])

/** `X-Ratelimit-Reset` is a time (milliseconds since 1970), `Retry-After` a wait in seconds; the longer of the two. */
const askedDelayMs = ({ headers }: Attempt, nowMs: number): number => {
  const reset = Number(headers?.get('x-ratelimit-reset') ?? Number.NaN)
  const retryAfter = Number(headers?.get('retry-after') ?? Number.NaN)
  return Math.max(0, ...[reset - nowMs, retryAfter * 1_000].filter(Number.isFinite))
}

/** `random`: 0 to 1. Jitter keeps several guards from coming back all at once. */
export const retryDelayMs = (
  attempt: Attempt,
  limits: RetryLimits,
  nowMs: number,
  random: number,
): number | undefined => {
  const { number, status } = attempt
  if (number >= limits.mostAttempts) return undefined
  if (status !== undefined && !passing.has(status)) return undefined
  const backOffMs = limits.firstDelayMs * 2 ** (number - 1)
  const delayMs = Math.max(askedDelayMs(attempt, nowMs), backOffMs / 2) + (random * backOffMs) / 2
  return delayMs > limits.longestDelayMs ? undefined : Math.round(delayMs)
}
