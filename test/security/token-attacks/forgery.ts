/** Takes tokens apart and puts them together again, as no honest signer would. */
import { createHmac } from 'node:crypto'
import { claims, secret } from '../../plugins/auth/tokens.ts'
import { strangerInTheToken } from './attacked-app.ts'

/** Claims that would open every scope, were they only signed. */
export const wanted = (changes: Record<string, unknown> = {}): Record<string, unknown> =>
  claims({ sub: strangerInTheToken, roles: ['admin'], ...changes })

export const encodeText = (text: string): string => Buffer.from(text).toString('base64url')
export const encodePart = (part: unknown): string => encodeText(JSON.stringify(part))

/** Signed by the shared secret, whatever text stands in header and payload. */
export const signedText = (header: string, payload: string, key = secret): string => {
  const input = `${encodeText(header)}.${encodeText(payload)}`
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`
}

export const partsOf = (token: string): [header: string, payload: string, signature: string] => {
  const [header = '', payload = '', signature = ''] = token.split('.')
  return [header, payload, signature]
}

/** The same signature but for one bit. */
export const withBitFlipped = (token: string): string => {
  const [header, payload, signature] = partsOf(token)
  const bytes = Buffer.from(signature, 'base64url')
  bytes[0] = (bytes[0] ?? 0) ^ 1
  return `${header}.${payload}.${bytes.toString('base64url')}`
}

/** Somebody else's claims under a good signature. */
export const withPayload = (token: string, payload: unknown): string => {
  const [header, , signature] = partsOf(token)
  return `${header}.${encodePart(payload)}.${signature}`
}

export const withHeader = (token: string, header: unknown): string => {
  const [, payload, signature] = partsOf(token)
  return `${encodePart(header)}.${payload}.${signature}`
}

/** Lists in lists: a parser that calls itself runs out of stack. */
export const nestedText = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
