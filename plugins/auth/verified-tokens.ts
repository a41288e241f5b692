/**
 * Tokens that were verified, and whom they speak for: a client sends the same one with every request until it expires, and
 * a signature costs more than most answers. Nothing outlives the token or the keys it was verified with.
 */
import { LRUCache } from 'lru-cache'
import type { Caller } from './claims.ts'

/** Characters of all kept tokens together: thousands of usual ones. */
const mostCharacters = 8 * 1024 * 1024

interface Verified {
  readonly caller: Caller
  readonly keys: object
  /** Milliseconds since 1970, as the other one. */
  readonly verifiedAtMs: number
  readonly goodUntilMs: number
}

export class VerifiedTokens {
  readonly #kept = new LRUCache<string, Verified>({
    maxSize: mostCharacters,
    sizeCalculation: (_, authorization) => authorization.length,
  })

  /**
   * `keys`: those in force now. Whoever was verified with others has to be verified again; so has whoever was verified when
   * the clock was ahead of what it is put back to: their token may be of a time to come.
   */
  find(authorization: string, keys: object, nowMs: number): Caller | undefined {
    const known = this.#kept.get(authorization)
    if (known === undefined || known.keys !== keys) return undefined
    return known.verifiedAtMs <= nowMs && nowMs <= known.goodUntilMs ? known.caller : undefined
  }

  keep(authorization: string, verified: Verified): void {
    this.#kept.set(authorization, verified)
  }
}
