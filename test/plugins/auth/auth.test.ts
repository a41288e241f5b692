/** Who is let in with a shared secret, and that nobody else is: every failure is a 401. */
import t from 'tap'
import { signToken } from '../../../plugins/auth/sign-token.ts'
import { buildAuthApp } from './auth-app.ts'
import { audience, claims, createKeys, hmacToken, issuer, nowSeconds, secret, signedToken } from './tokens.ts'

const accepted: [string, Record<string, unknown>, object][] = [
  ['a user without roles is an athlete', {}, { id: 'u1', roles: ['athlete'] }],
  ['roles', { roles: ['coach', 'admin'] }, { id: 'u1', roles: ['coach', 'admin'] }],
  ['a single role', { role: 'curator' }, { id: 'u1', roles: ['curator'] }],
  ['roles before role', { roles: ['coach'], role: 'admin' }, { id: 'u1', roles: ['coach'] }],
  ['unknown roles grant nothing', { roles: ['root', 'coach', 'coach'] }, { id: 'u1', roles: ['coach'] }],
  ['only unknown roles', { roles: ['Admin', 'root'] }, { id: 'u1', roles: ['athlete'] }],
  ['no roles at all', { roles: [] }, { id: 'u1', roles: ['athlete'] }],
  ['userId where there is no sub', { sub: undefined, userId: 'u2' }, { id: 'u2', roles: ['athlete'] }],
  ['sub before userId', { userId: 'u2' }, { id: 'u1', roles: ['athlete'] }],
  ['the longest subject', { sub: 'a'.repeat(256) }, { id: 'a'.repeat(256), roles: ['athlete'] }],
  ['letters of any script', { sub: 'Åsa 力' }, { id: 'Åsa 力', roles: ['athlete'] }],
  ['one audience of several', { aud: ['other', audience] }, { id: 'u1', roles: ['athlete'] }],
  ['expired within the tolerance', { exp: nowSeconds() - 20 }, { id: 'u1', roles: ['athlete'] }],
  ['issued ahead within the tolerance', { iat: nowSeconds() + 25 }, { id: 'u1', roles: ['athlete'] }],
  ['without iat', { iat: undefined }, { id: 'u1', roles: ['athlete'] }],
]
t.test('200: tokens that are accepted', async (t) => {
  const { ask } = await buildAuthApp(t, { secret })
  for (const [what, changes, user] of accepted) {
    const { status, body } = await ask(hmacToken(claims(changes)))
    t.equal(status, 200, what)
    t.strictSame(body, user, what)
  }
})

const [head, payload] = hmacToken(claims()).split('.')
const unsigned = Buffer.from('{"alg":"none"}').toString('base64url')
const refused: [string, string][] = [
  ['another secret', hmacToken(claims(), {}, 'b'.repeat(32))],
  ['no signature', `${head}.${payload}.`],
  ['alg none', `${unsigned}.${payload}.`],
  ['another algorithm', hmacToken(claims(), { alg: 'HS512' })],
  ['a public-key algorithm', signedToken(createKeys('ES256'), claims())],
  ['no JWT', 'abc'],
  ['three empty parts', '..'],
  ['a payload that is text', hmacToken('u1')],
  ['a payload that is a list', hmacToken([claims()])],
  ['two tokens', `${hmacToken(claims())} ${hmacToken(claims())}`],
  ['an unknown critical header', hmacToken(claims(), { crit: ['exp'], exp: 1 })],
  ...[
    ['no issuer', { iss: undefined }],
    ['another issuer', { iss: 'https://other.test/' }],
    ['a list of issuers', { iss: [issuer] }],
    ['no audience', { aud: undefined }],
    ['another audience', { aud: 'other' }],
    ['an empty audience', { aud: [] }],
    ['no expiry', { exp: undefined }],
    ['an expiry that is text', { exp: '9999999999' }],
    ['expired', { exp: nowSeconds() - 40 }],
    ['an expiry before time', { exp: -1e300 }],
    ['not yet valid', { nbf: nowSeconds() + 60 }],
    ['issued in the future', { iat: nowSeconds() + 60 }],
    ['an iat that is text', { iat: 'now' }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['an empty subject beside a userId', { sub: '', userId: 'u1' }],
    ['a subject that is a number', { sub: 7 }],
    ['a subject that is too long', { sub: 'a'.repeat(257) }],
    ['a line break in the subject', { sub: 'a\nb' }],
    ['a NUL in the subject', { sub: 'a\u0000' }],
    ['half a character in the subject', { sub: 'a\ud800' }],
    ['roles that are text', { roles: 'admin' }],
    ['roles that are no words', { roles: [1] }],
    ['a role that is a list', { role: ['admin'] }],
  ].map(
    ([what, changes]) =>
      [what, hmacToken(claims(changes as object as Record<string, unknown>))] as [string, string],
  ),
]
t.test('401: tokens that are refused, with a challenge and nothing of the token', async (t) => {
  const { ask, log } = await buildAuthApp(t, { secret })
  for (const [what, token] of refused) {
    const { status, body, challenge } = await ask(token)
    t.equal(status, 401, what)
    t.match(body, { error: 'unauthorized', detail: 'The token is not valid, or no longer' }, what)
    t.match(challenge, /^Bearer/, what)
  }
  t.notMatch(log.join(''), secret)
  t.notMatch(log.join(''), payload ?? /./)
})

t.test('401 without a token, and for other schemes', async (t) => {
  const { ask, app } = await buildAuthApp(t, { secret })
  t.match(await ask(), { status: 401, body: { detail: 'Send a bearer token' }, challenge: 'Bearer' })
  for (const authorization of ['Basic dTE6cA==', 'Bearer', 'Bearer  ', hmacToken(claims())]) {
    const response = await app.inject({ url: '/me', headers: { authorization } })
    t.match(response, { statusCode: 401, headers: { 'www-authenticate': /^Bearer/ } }, authorization)
  }
  const lower = await app.inject({ url: '/me', headers: { authorization: `bearer ${hmacToken(claims())}` } })
  t.equal(lower.statusCode, 200, 'the scheme may be in lower case')
})

t.test('200 for what signToken makes', async (t) => {
  const { ask } = await buildAuthApp(t, { secret })
  const token = signToken({
    ...{ secret, issuer, audience, subject: 'coach-1', roles: ['coach'] },
    ...{ issuedAtSeconds: nowSeconds(), lifetimeSeconds: 60 },
  })
  t.match(await ask(token), { status: 200, body: { id: 'coach-1', roles: ['coach'] } })
})

t.test('without any key the app does not start', async (t) => {
  await t.rejects(buildAuthApp(t, {}), /secret or the address of a key set/)
})
