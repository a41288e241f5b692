/** The issuer's public keys, from the one address that the configuration names; a token only says which of them. */
import { createKeySet, type KeySet } from './key-set.ts'

export const publicKeyAlgorithms = ['RS256', 'ES256', 'EdDSA'] as const

export interface TokenHeader {
  alg?: unknown
  kid?: unknown
}

const longestKeyId = 256

const isPinned = (alg: unknown): alg is string => publicKeyAlgorithms.some((pinned) => pinned === alg)

export interface PublicKeys extends Pick<KeySet, 'inForce'> {
  /** PEM of the key that a token's header names. Rejects for any other algorithm, an unknown key, or an outage. */
  keyOf(header: TokenHeader): Promise<string>
}

export const createPublicKeys = (keysUrl: string): PublicKeys => {
  const keySet = createKeySet(keysUrl)
  return {
    inForce: keySet.inForce,
    async keyOf({ alg, kid }) {
      if (!isPinned(alg)) throw new Error('the algorithm is not accepted')
      if (typeof kid !== 'string' || kid.length > longestKeyId) throw new Error('the key id is not text')
      return keySet.find(alg, kid)
    },
  }
}
