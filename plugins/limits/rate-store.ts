/**
 * Counts requests a caller and window, by a clock that only goes on. The store that comes with the plugin goes by the calendar's:
 * put back by an hour, it would keep whoever had used their requests up out for an hour and a minute.
 */
import type { FastifyRateLimitStore } from '@fastify/rate-limit'
import { LRUCache } from 'lru-cache'

interface Window {
  requests: number
  readonly startMs: number
}

export interface RateStoreOptions {
  /** Callers whose count is kept at once; beyond it the ones longest unseen start anew. */
  readonly cache?: number
}

const defaultCallers = 5_000

export class RateStore implements FastifyRateLimitStore {
  readonly #windows: LRUCache<string, Window>

  constructor({ cache = defaultCallers }: RateStoreOptions) {
    this.#windows = new LRUCache({ max: cache })
  }

  incr(...[caller, tell, windowMs]: Parameters<FastifyRateLimitStore['incr']>): void {
    const nowMs = performance.now()
    let window = this.#windows.get(caller)
    if (window === undefined || nowMs - window.startMs >= windowMs) {
      window = { requests: 0, startMs: nowMs }
      this.#windows.set(caller, window)
    }
    window.requests += 1
    tell(null, { current: window.requests, ttl: windowMs - (nowMs - window.startMs) })
  }

  /** Routes with a limit of their own would count apart; there are none. */
  child(): RateStore {
    return this
  }
}
