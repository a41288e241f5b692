/**
 * The issuer's key set, fetched whole. A token of an unknown key makes it be fetched again, so rotated keys are found; what
 * comes brings every key, so strangers with made-up key ids can neither flood the issuer nor lock new keys out.
 */
import { createPublicKey, type JsonWebKey } from 'node:crypto'

export interface PublishedKey {
  readonly kid: string | undefined
  /** Where the issuer says it: the only algorithm that the key is for. */
  readonly alg: string | undefined
  readonly pem: string
}

export interface KeySet {
  /** Rejects for a key that is not published, and while the issuer is out of reach and the key not known. */
  find(alg: string, kid: string | undefined): Promise<PublishedKey>
}

const fetchTimeoutMs = 5_000
/** Older keys are fetched again behind the next token, much older ones before it: one that was withdrawn is dropped. */
const freshMs = 60_000
const staleMs = 600_000
/** Fetches at once, and the time after which another one is allowed. */
const fetchBurst = 5
const fetchEveryMs = 1_000

/** undefined for whatever does not verify signatures; one odd key is no reason to refuse the others. */
const publishedKey = (entry: unknown): PublishedKey | undefined => {
  try {
    const { kid, alg, use, ...key } = entry as JsonWebKey & Record<'kid' | 'alg' | 'use', string | undefined>
    if (use !== undefined && use !== 'sig') return undefined
    const pem = createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString()
    return { kid, alg, pem }
  } catch {
    return undefined
  }
}

const fetchKeys = async (url: string): Promise<PublishedKey[]> => {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(fetchTimeoutMs) })
  if (!response.ok) throw new Error(`the key set is answered with ${response.status}`)
  const body = (await response.json()) as { keys?: unknown } | null
  const entries: unknown[] = Array.isArray(body?.keys) ? body.keys : []
  const keys = entries.map(publishedKey).filter((key) => key !== undefined)
  if (keys.length === 0) throw new Error('the key set holds no key for signatures')
  return keys
}

/** At most so many in a row, then one an interval. */
const createAllowance = (): (() => boolean) => {
  let left = fetchBurst
  let countedMs = Date.now()
  return () => {
    const nowMs = Date.now()
    // A clock that was set back must not stop the counting.
    left = Math.min(fetchBurst, left + Math.max(0, nowMs - countedMs) / fetchEveryMs)
    countedMs = nowMs
    if (left < 1) return false
    left -= 1
    return true
  }
}

export const createKeySet = (url: string): KeySet => {
  const isAllowed = createAllowance()
  let keys: PublishedKey[] = []
  let fetchedMs = Number.NEGATIVE_INFINITY
  let running: Promise<void> | undefined

  /** One fetch at a time, for all who wait. What is known stays when it fails. */
  const refresh = (): Promise<void> => {
    if (running) return running
    if (!isAllowed()) return Promise.reject(new Error('the key set has been asked for too often'))
    running = fetchKeys(url)
      .then((arrived) => {
        keys = arrived
        fetchedMs = Date.now()
      })
      .finally(() => {
        running = undefined
      })
    return running
  }

  const known = (alg: string, kid: string | undefined): PublishedKey | undefined =>
    keys.find((key) => key.kid === kid && (key.alg === undefined || key.alg === alg))

  return {
    async find(alg, kid) {
      const ageMs = Math.abs(Date.now() - fetchedMs)
      if (known(alg, kid) === undefined) await refresh()
      else if (ageMs > freshMs) {
        // An outage of the issuer locks nobody out whose key is known.
        const renewed = refresh().catch(() => {})
        if (ageMs > staleMs) await renewed
      }
      const key = known(alg, kid)
      if (key === undefined) throw new Error('the key is not published')
      return key
    },
  }
}
