/** The issuer's public keys, from the one address that the configuration names; a token only says which of them. */
import { createPublicKey, type JsonWebKey } from 'node:crypto'
import buildGetJwks from 'get-jwks'
import { LRUCache } from 'lru-cache'

export const publicKeyAlgorithms = ['RS256', 'ES256', 'EdDSA'] as const

export interface TokenHeader {
  alg?: unknown
  kid?: unknown
}

interface PublishedKey extends JsonWebKey {
  use?: string
}

const longestKeyId = 256
const fetchTimeoutMs = 5_000
/**
 * Every key id that was never seen costs a request to the issuer, so strangers may cause only so many. Ids that have
 * been seen are exempt: nobody can lock known keys out.
 */
const unknownIdsPerWindow = 10
const windowMs = 10_000

const isPinned = (alg: unknown): alg is string => publicKeyAlgorithms.some((pinned) => pinned === alg)

/** Rejects after the timeout, and leaves no timer behind. */
const inTime = async <T>(promise: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the key set did not arrive in time')), fetchTimeoutMs)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

/** PEM of the key that a token's header names. Rejects for any other algorithm, an unknown key, or an outage. */
export const createPublicKeys = (keysUrl: string): ((header: TokenHeader) => Promise<string>) => {
  const url = new URL(keysUrl)
  // With the slash that get-jwks puts there, so that its cache keys can be named here.
  const domain = `${url.origin}/`
  const keySet = buildGetJwks({
    jwksPath: `${url.pathname}${url.search}`,
    issuersWhitelist: [domain],
    fetchOptions: { redirect: 'error' },
  })
  const seen = new LRUCache<string, true>({ max: 1_000 })
  let window = { startedMs: 0, lookups: 0 }

  const admitUnknown = (): void => {
    const nowMs = Date.now()
    if (nowMs - window.startedMs >= windowMs) window = { startedMs: nowMs, lookups: 0 }
    if (window.lookups >= unknownIdsPerWindow) throw new Error('too many unknown key ids')
    window.lookups += 1
  }

  return async ({ alg, kid }) => {
    if (!isPinned(alg)) throw new Error('the algorithm is not accepted')
    if (kid !== undefined && (typeof kid !== 'string' || kid.length > longestKeyId)) {
      throw new Error('the key id is not text')
    }
    const signature = { domain, alg, kid: kid as string }
    const name = keySet.generateCacheKey(alg, signature.kid, domain)
    if (!seen.has(name)) admitUnknown()
    const key = await inTime<PublishedKey>(keySet.getJwk(signature)).catch((error) => {
      // A fetch that hangs must not be what the next request waits for.
      keySet.cache.delete(name)
      throw error
    })
    if (key.use !== undefined && key.use !== 'sig') throw new Error('the key is not for signatures')
    seen.set(name, true)
    return createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString()
  }
}
