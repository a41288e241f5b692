/** Makes an HS256 token for the shared secret: for development, the token command and tests. */
import { createHmac } from 'node:crypto'

export interface TokenOptions {
  secret: string
  issuer: string
  audience: string
  subject: string
  roles: readonly string[]
  issuedAtSeconds: number
  lifetimeSeconds: number
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')

export const signToken = (options: TokenOptions): string => {
  const { secret, issuer, audience, subject, roles, issuedAtSeconds, lifetimeSeconds } = options
  const claims = {
    iss: issuer,
    aud: audience,
    sub: subject,
    roles,
    iat: issuedAtSeconds,
    exp: issuedAtSeconds + lifetimeSeconds,
  }
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
