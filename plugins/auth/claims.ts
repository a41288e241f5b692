/** Who a verified token speaks for: its claims in this service's terms. */

export const roles = ['athlete', 'coach', 'curator', 'admin'] as const
export type Role = (typeof roles)[number]

export interface Caller {
  readonly id: string
  readonly roles: readonly Role[]
}

const longestSubject = 256
/** Clocks differ; a token may be this much ahead. */
export const clockToleranceSeconds = 30

const isRole = (word: string): word is Role => roles.some((role) => role === word)

const subjectOf = ({ sub, userId }: Record<string, unknown>): string => {
  const subject = sub ?? userId
  if (typeof subject !== 'string' || subject === '') throw new Error('the token names no user')
  if (subject.length > longestSubject) throw new Error('the subject is too long')
  // Line breaks, NULs and lone surrogates would be trouble in every log, key and query behind this point.
  if (/[\p{Cc}\p{Cs}]/u.test(subject)) throw new Error('the subject holds a control character')
  return subject
}

const rolesOf = ({ roles: several, role: single }: Record<string, unknown>): Role[] => {
  const words: unknown = several ?? (single === undefined || single === null ? [] : [single])
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) {
    throw new Error('roles is not a list of words')
  }
  const known = new Set(words.filter(isRole))
  return known.size === 0 ? ['athlete'] : [...known]
}

/**
 * The caller of these claims, whose signature, issuer, audience and expiry have been checked. Unknown roles are
 * somebody else's and grant nothing. Throws where a claim is not what it should be; the message is for the log.
 */
export const callerOf = (claims: unknown, nowSeconds: number): Caller => {
  const payload = claims as Record<string, unknown>
  const { iat } = payload
  if (iat !== undefined && (typeof iat !== 'number' || iat > nowSeconds + clockToleranceSeconds)) {
    throw new Error('the token was issued in the future')
  }
  return { id: subjectOf(payload), roles: rolesOf(payload) }
}
