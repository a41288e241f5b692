/** Tokens that a service under measurement accepts, of as many users as are wanted. */
import { randomBytes } from 'node:crypto'
import { signToken } from '../plugins/auth/sign-token.ts'

/** Of this run alone. */
export const benchSecret = randomBytes(32).toString('base64url')

const lifetimeSeconds = 7_200

/** Headers of a JSON request by this user. */
export const headersOf = (user: string): { 'content-type': string; authorization: string } => ({
  'content-type': 'application/json',
  authorization: `Bearer ${signToken({
    secret: benchSecret,
    issuer: 'planning-engine',
    audience: 'planning-engine',
    subject: user,
    roles: ['athlete'],
    issuedAtSeconds: Math.floor(Date.now() / 1_000),
    lifetimeSeconds,
  })}`,
})
