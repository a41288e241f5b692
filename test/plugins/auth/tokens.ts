/** Makes tokens of every kind, good and bad, and publishes keys as an issuer does. */
import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'

export const secret = 'a-secret-for-tests-with-32-bytes-or-more'
export const issuer = 'https://issuer.test/'
export const audience = 'plans'

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url')

export const nowSeconds = (): number => Math.floor(Date.now() / 1_000)

export const claims = (changes: Record<string, unknown> = {}): Record<string, unknown> => {
  const all = { iss: issuer, aud: audience, sub: 'u1', iat: nowSeconds(), exp: nowSeconds() + 60, ...changes }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

export const hmacToken = (payload: unknown, header: object = {}, key = secret): string => {
  const signed = `${encode({ alg: 'HS256', typ: 'JWT', ...header })}.${encode(payload)}`
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}

export type Algorithm = 'RS256' | 'ES256' | 'EdDSA'

export interface KeyPair {
  alg: Algorithm
  kid: string
  privateKey: KeyObject
  publicKey: KeyObject
}

export const createKeys = (alg: Algorithm, kid: string = randomUUID()): KeyPair => {
  if (alg === 'RS256') return { alg, kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) }
  if (alg === 'ES256') return { alg, kid, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) }
  return { alg, kid, ...generateKeyPairSync('ed25519') }
}

export const signedToken = (
  { alg, kid, privateKey }: KeyPair,
  payload: unknown,
  header: object = {},
): string => {
  const signed = `${encode({ alg, kid, typ: 'JWT', ...header })}.${encode(payload)}`
  const digest = alg === 'EdDSA' ? null : 'sha256'
  const signature = sign(digest, Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return `${signed}.${signature.toString('base64url')}`
}

export interface Issuer {
  url: string
  /** What is published; may be changed at any time. */
  keys: object[]
  /** How often the key set was asked for. */
  requests: number
  status: number
  close(): Promise<void>
}

export const publish = ({ alg, kid, publicKey }: KeyPair, changes: object = {}): object => ({
  ...publicKey.export({ format: 'jwk' }),
  alg,
  kid,
  use: 'sig',
  ...changes,
})

export const startIssuer = async (t: Test, keys: object[]): Promise<Issuer> => {
  const server = createServer((_request, response) => {
    state.requests += 1
    response.writeHead(state.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ keys: state.keys }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const state: Issuer = { url: `http://127.0.0.1:${port}/keys`, keys, requests: 0, status: 200, close }
  t.teardown(close)
  return state
}
