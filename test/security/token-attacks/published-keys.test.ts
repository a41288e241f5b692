/** Forged tokens where the issuer publishes its keys: confusions, keys that tokens bring along, odd key ids. All are 401. */
import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import t from 'tap'
import {
  claims,
  createKeys,
  hmacToken,
  type KeyPair,
  publish,
  signedToken,
  startIssuer,
} from '../../plugins/auth/tokens.ts'
import { attackedApp, everywhere } from './attacked-app.ts'
import { encodePart, partsOf, wanted, withBitFlipped, withHeader, withPayload } from './forgery.ts'

const rsa = createKeys('RS256', 'rsa-1')
const elliptic = createKeys('ES256', 'elliptic-1')
const edwards = createKeys('EdDSA', 'edwards-1')
const encryption = createKeys('RS256', 'encryption-1')
const symmetric = 'x'.repeat(40)
const stranger: Record<'rsa' | 'elliptic', KeyPair> = {
  rsa: createKeys('RS256', 'stranger-1'),
  elliptic: createKeys('ES256', 'stranger-2'),
}
const published = [
  ...[rsa, elliptic, edwards].map((pair) => publish(pair)),
  publish(encryption, { use: 'enc' }),
  { kty: 'oct', kid: 'symmetric-1', alg: 'HS256', k: Buffer.from(symmetric).toString('base64url') },
]

/** Signed in a way that this service does not take, by the key that it would take. */
const signedOtherwise = (pair: KeyPair, alg: string, digest: string, options: object = {}): string => {
  const input = `${encodePart({ alg, kid: pair.kid })}.${encodePart(wanted())}`
  const signature = sign(digest, Buffer.from(input), { key: pair.privateKey, ...options })
  return `${input}.${signature.toString('base64url')}`
}

const spki = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const pkcs1 = rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString()
const jwk = rsa.publicKey.export({ format: 'jwk' })
const asSecret = (key: string, header: object = {}) => hmacToken(wanted(), { kid: rsa.kid, ...header }, key)

/** The public key, which everybody has, as if it were a shared secret (RS256 → HS256). */
const confusions: [string, string][] = [
  ['its PEM', asSecret(spki)],
  ['its PEM without the last line break', asSecret(spki.trim())],
  ['its PEM of the other form', asSecret(pkcs1)],
  ['its JWK', asSecret(JSON.stringify(jwk))],
  ['its modulus', asSecret(String(jwk.n))],
  ['its PEM, without a key id', asSecret(spki, { kid: undefined })],
  ['its PEM, by HS512', asSecret(spki, { alg: 'HS512' })],
  ['an empty secret', asSecret('')],
  ['a symmetric key of the set', hmacToken(wanted(), { kid: 'symmetric-1' }, symmetric)],
  [
    'a symmetric key of the set as RS256',
    hmacToken(wanted(), { kid: 'symmetric-1', alg: 'RS256' }, symmetric),
  ],
]

const [head, payload, signature] = partsOf(signedToken(elliptic, wanted()))
const unsigned = (alg: string, kid?: string) => `${encodePart({ alg, kid })}.${payload}.`
const signatures: [string, string][] = [
  ['alg none', unsigned('none')],
  ['alg none with a known key', unsigned('none', rsa.kid)],
  ['RS256 without a signature', unsigned('RS256', rsa.kid)],
  ['the signature stripped', `${head}.${payload}.`],
  ['one bit flipped (RS256)', withBitFlipped(signedToken(rsa, wanted()))],
  ['one bit flipped (ES256)', withBitFlipped(signedToken(elliptic, wanted()))],
  ['one bit flipped (EdDSA)', withBitFlipped(signedToken(edwards, wanted()))],
  ['other claims under a good signature', withPayload(signedToken(rsa, claims()), wanted())],
  [
    'another header under a good signature',
    withHeader(signedToken(rsa, wanted()), { alg: 'RS256', kid: 'rsa-1' }),
  ],
  ['r and s of zero (ES256)', `${head}.${payload}.${Buffer.alloc(64).toString('base64url')}`],
  ['r and s of the order (ES256)', `${head}.${payload}.${Buffer.alloc(64, 0xff).toString('base64url')}`],
  ['half a signature (ES256)', `${head}.${payload}.${signature.slice(0, 43)}`],
  ['a signature in DER (ES256)', signedOtherwise(elliptic, 'ES256', 'sha256')],
  [
    'zeros (EdDSA)',
    `${encodePart({ alg: 'EdDSA', kid: edwards.kid })}.${payload}.${Buffer.alloc(64).toString('base64url')}`,
  ],
  ['RS512', signedOtherwise(rsa, 'RS512', 'sha512')],
  ['PS256', signedOtherwise(rsa, 'PS256', 'sha256', { padding: 6, saltLength: 32 })],
  ['RS512 that says RS256', signedOtherwise(rsa, 'RS256', 'sha512')],
  ['RS256 over a key for ES256', signedToken({ ...stranger.rsa, kid: elliptic.kid }, wanted())],
  ['ES256 over a key for RS256', signedToken({ ...stranger.elliptic, kid: rsa.kid }, wanted())],
  [
    'ES256K',
    signedOtherwise(
      { ...elliptic, privateKey: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey },
      'ES256K',
      'sha256',
      { dsaEncoding: 'ieee-p1363' },
    ),
  ],
  ['a key for encryption', signedToken(encryption, wanted())],
]

const own = (header: object) => signedToken(stranger.rsa, wanted(), header)
const keyIds: [string, unknown][] = [
  ['an unknown one', 'nobody-1'],
  ['a known one of another key', rsa.kid],
  ['none', undefined],
  ['an empty one', ''],
  ['null', null],
  ['a number', 1],
  ['a list', [rsa.kid]],
  ['an object', { kid: rsa.kid }],
  ['300 characters', 'a'.repeat(300)],
  ['a path', '../../../../dev/null'],
  ['an address', 'https://other.test/keys.json'],
  ['SQL', "' union select 'x"],
  ['a command', '|| cat /etc/passwd'],
  ['a NUL', 'rsa-1\u0000'],
  ['another case', 'RSA-1'],
  ['the prototype', '__proto__'],
  ['the constructor', 'constructor'],
]

t.test('401 for every forgery', async (t) => {
  const issuer = await startIssuer(t, published)
  const foreign = await startIssuer(t, [publish(stranger.rsa), publish(stranger.rsa, { kid: rsa.kid })])
  const { refusesToken, statusOf } = await attackedApp(t, { jwtJwksUrl: issuer.url })
  const admin = claims({ roles: ['admin'] })
  const good = [rsa, elliptic, edwards].map((pair) => signedToken(pair, admin))
  for (const token of good) t.strictSame(await statusOf(token), everywhere(200), 'the good ones')

  for (const [what, token] of confusions) await refusesToken(t, `the public key as a secret: ${what}`, token)
  for (const [what, token] of signatures) await refusesToken(t, what, token)
  for (const [what, kid] of keyIds) await refusesToken(t, `key id: ${what}`, own({ kid }))

  const certificate = createPublicKey(spki).export({ type: 'spki', format: 'der' }).toString('base64')
  const bringsItsKey: [string, object][] = [
    ['jwk', { jwk: publish(stranger.rsa) }],
    ['jku', { jku: foreign.url }],
    ['x5u', { x5u: foreign.url }],
    ['x5c', { x5c: [certificate] }],
    ['jku that begins as ours', { jku: `${issuer.url}@${new URL(foreign.url).host}/keys` }],
    ['all of them', { jwk: publish(stranger.rsa), jku: foreign.url, x5u: foreign.url, x5c: [certificate] }],
  ]
  for (const [what, header] of bringsItsKey) {
    await refusesToken(t, `${what}, own key id`, own(header))
    await refusesToken(t, `${what}, known key id`, own({ ...header, kid: rsa.kid }))
    await refusesToken(
      t,
      `${what}, foreign issuer`,
      signedToken(stranger.rsa, wanted({ iss: foreign.url }), header),
    )
  }
  t.equal(foreign.requests, 0, 'nobody asked where a token pointed')
  for (const token of good) t.strictSame(await statusOf(token), everywhere(200), 'the good ones still')
})
