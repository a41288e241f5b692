/** One key for all the spellings of a name, and the keys that a draft lays claim to. */
import type { MovementDraft } from './movement-draft.ts'

/**
 * "Push-Up", "push up" and "PUSHUP" are one name: letters and digits of any script count, case, accents and signs do
 * not. A name of nothing but signs keeps them, so that it still has a key.
 */
export const nameKey = (name: string): string => {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^\p{L}\p{N}]+/gu, '') || plain.trim()
}

export interface NameClaim {
  readonly key: string
  /** JSON Pointer to where the draft says it. */
  readonly path: string
  readonly name: string
}

/**
 * Slug, name and aliases are one namespace: a plan names a movement by any of them, and must find the one that is meant.
 * Each key once, at the first place that has it.
 */
export const nameClaims = ({
  slug,
  name,
  aliases,
}: Pick<MovementDraft, 'slug' | 'name' | 'aliases'>): NameClaim[] => {
  const claims = new Map<string, NameClaim>()
  const claim = (path: string, text: string) => {
    const key = nameKey(text)
    if (!claims.has(key)) claims.set(key, { key, path, name: text })
  }
  claim('/name', name)
  claim('/slug', slug)
  aliases.forEach((alias, index) => {
    claim(`/aliases/${index}`, alias)
  })
  return [...claims.values()]
}
