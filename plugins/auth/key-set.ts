/**
 * The issuer's key set, fetched whole. A token of an unknown key makes it be fetched again, so rotated keys are found; what
 * comes brings every key, so strangers with made-up key ids can neither flood the issuer nor lock new keys out.
 */
import { createRemoteJWKSet, customFetch, exportSPKI } from 'jose'

export interface KeySet {
  /** PEM. Rejects for a key that is not published, and while the issuer is out of reach and the key not known. */
  find(alg: string, kid: string): Promise<string>
  /** Stands for the keys as they are: the same object until they are fetched again, undefined while that happens. */
  inForce(): Promise<object | undefined>
}

const fetchTimeoutMs = 5_000
/** Between two fetches, however the first one ended. */
const cooldownMs = 1_000
/** Older keys are fetched again behind the next token, much older ones before it: one that was withdrawn is dropped. */
const freshMs = 60_000
const staleMs = 600_000

export const createKeySet = (url: string): KeySet => {
  let triedMs = Number.NEGATIVE_INFINITY
  let fetchedMs = Number.NEGATIVE_INFINITY
  let latest: object | undefined
  const isCoolingDown = (): boolean => Math.abs(Date.now() - triedMs) < cooldownMs

  const keySet = createRemoteJWKSet(new URL(url), {
    timeoutDuration: fetchTimeoutMs,
    cooldownDuration: cooldownMs,
    // Age is looked after below: an outage of the issuer must lock nobody out whose key is known.
    cacheMaxAge: Number.POSITIVE_INFINITY,
    [customFetch]: async (address, options) => {
      if (isCoolingDown()) throw new Error('the key set has been asked for too often')
      triedMs = Date.now()
      latest = {}
      const response = await fetch(address, { ...options, redirect: 'error' })
      if (response.ok) fetchedMs = Date.now()
      return response
    },
  })

  const renewAged = async (): Promise<void> => {
    const ageMs = Math.abs(Date.now() - fetchedMs)
    // The set itself last: asking for it copies it.
    if (ageMs <= freshMs || keySet.reloading || isCoolingDown() || keySet.jwks() === undefined) return
    const renewed = keySet.reload().catch(() => {})
    if (ageMs > staleMs) await renewed
  }

  return {
    async find(alg, kid) {
      await renewAged()
      return exportSPKI(await keySet({ alg, kid }))
    },
    async inForce() {
      await renewAged()
      return keySet.reloading ? undefined : latest
    },
  }
}
