/** Tokens that are well signed, and say what no token may say: in time, issuer, audience, subject and roles. */
import t, { type Test } from 'tap'
import {
  audience,
  claims,
  createKeys,
  hmacToken,
  issuer,
  nowSeconds,
  publish,
  secret,
  signedToken,
  startIssuer,
} from '../../plugins/auth/tokens.ts'
import { attackedApp, everywhere, type Keys } from './attacked-app.ts'
import { signedText, wanted } from './forgery.ts'

const now = nowSeconds()

const refused: [string, Record<string, unknown>][] = [
  ['expired', { exp: now - 60 }],
  ['no expiry', { exp: undefined }],
  ['an expiry that is null', { exp: null }],
  ['an expiry that is text', { exp: String(now + 600) }],
  ['an expiry that is true', { exp: true }],
  ['a list of expiries', { exp: [now - 60, now + 600] }],
  ['an expiry at the beginning of time', { exp: 0 }],
  ['an expiry before any time', { exp: -1e308 }],
  ['not yet valid', { nbf: now + 600 }],
  ['valid from a text', { nbf: String(now - 60) }],
  ['valid from a list', { nbf: [now - 60] }],
  ['valid after all time', { nbf: 1e308 }],
  ['issued in the future', { iat: now + 600 }],
  ['issued at a text', { iat: String(now) }],
  ['issued at null', { iat: null }],
  ['no issuer', { iss: undefined }],
  ['another issuer', { iss: 'https://other.test/' }],
  ['an issuer that begins the same', { iss: `${issuer}other` }],
  ['the issuer in capitals', { iss: issuer.toUpperCase() }],
  ['a list of issuers', { iss: [issuer] }],
  ['an issuer that is null', { iss: null }],
  ['no audience', { aud: undefined }],
  ['another audience', { aud: 'other' }],
  ['an audience that holds ours', { aud: `${audience}-other` }],
  ['an empty list of audiences', { aud: [] }],
  ['a list of other audiences', { aud: ['other', `${audience} `] }],
  ['a list in a list of audiences', { aud: [[audience]] }],
  ['an audience that is an object', { aud: { [audience]: true } }],
  ['audiences of which one is no text', { aud: [audience, 1] }],
  ['no subject', { sub: undefined }],
  ['an empty subject', { sub: '' }],
  ['an empty subject beside another name for it', { sub: '', userId: 'athlete-1' }],
  ['a subject that is a number', { sub: 1 }],
  ['a subject that is true', { sub: true }],
  ['a subject that is a list', { sub: ['athlete-1'] }],
  ['a subject that is an object', { sub: { id: 'athlete-1' } }],
  ['a subject of 257 characters', { sub: 'a'.repeat(257) }],
  ['a subject of 100,000 characters', { sub: 'a'.repeat(100_000) }],
  ['a line break in the subject', { sub: 'athlete-1\nadmin' }],
  ['a NUL in the subject', { sub: 'athlete-1\u0000' }],
  ['half a character in the subject', { sub: 'athlete-1\ud800' }],
  ['an odd name for the user', { sub: undefined, userId: 1 }],
  ['roles that are text', { roles: 'admin' }],
  ['roles that are a number', { roles: 1 }],
  ['roles that are true', { roles: true }],
  ['roles that are an object', { roles: { admin: true } }],
  ['roles that look like a list', { roles: { 0: 'admin', length: 1 } }],
  ['a role that is a list', { roles: [['admin']] }],
  ['a role that is null', { roles: ['admin', null] }],
  ['a single role that is a list', { roles: undefined, role: ['admin'] }],
  ['a single role that is an object', { roles: undefined, role: { name: 'admin' } }],
]

/** In JSON the last of two members of one name counts (RFC 7519, section 4), and it counts in every check. */
const twice = (text: string): string => {
  const [all] = [JSON.stringify(wanted())]
  return signedText('{"alg":"HS256"}', `${all.slice(0, -1)},${text}}`)
}
const refusedTwice: [string, string][] = [
  ['an expiry twice, the last over', `"exp":${now - 60}`],
  ['an issuer twice, the last another', '"iss":"https://other.test/"'],
  ['an audience twice, the last another', '"aud":"other"'],
  ['a subject twice, the last empty', '"sub":""'],
  ['roles twice, the last text', '"roles":"admin"'],
]

const modes: [string, (t: Test) => Promise<{ keys: Keys; sign: (payload: unknown) => string }>][] = [
  ['a shared secret', async () => ({ keys: { jwtSecret: secret }, sign: (payload) => hmacToken(payload) })],
  [
    'published keys',
    async (t) => {
      const pair = createKeys('ES256')
      const { url } = await startIssuer(t, [publish(pair)])
      const keys = { jwtJwksUrl: url }
      return { keys, sign: (payload) => signedToken(pair, payload) }
    },
  ],
]

for (const [mode, prepare] of modes) {
  t.test(`401 with ${mode}`, async (t) => {
    const { keys, sign } = await prepare(t)
    const { refusesToken, statusOf } = await attackedApp(t, keys)
    t.strictSame(await statusOf(sign(claims({ roles: ['admin'] }))), everywhere(200), 'a good one')
    for (const [what, changes] of refused) await refusesToken(t, what, sign(wanted(changes)))
  })
}

t.test('claims that stand twice', async (t) => {
  const { app, refusesToken, statusOf } = await attackedApp(t, { jwtSecret: secret })
  for (const [what, text] of refusedTwice) await refusesToken(t, what, twice(text))

  t.test('200: the last subject and the last roles are those of the caller, of one parsing', async (t) => {
    const token = twice('"sub":"athlete-1","roles":["athlete"]')
    const [plans, model, curation] = await statusOf(token)
    t.strictSame([plans, model, curation], [200, 200, 403])
    const created = await app.inject({
      method: 'POST',
      url: '/api/v1/plans',
      headers: { authorization: `Bearer ${token}` },
      payload: { name: 'Empty', microcycles: [] },
    })
    t.match(created.json(), { ownerId: 'athlete-1' })
  })
})

t.test('403: roles of other words, or in other letters, open no scope of curators', async (t) => {
  const { statusOf } = await attackedApp(t, { jwtSecret: secret })
  const words = ['Admin', 'ADMIN', 'admin ', 'root', 'аdmin', '__proto__', 'constructor']
  for (const role of words) {
    t.strictSame(await statusOf(hmacToken(claims({ roles: [role] }))), [200, 200, 403], role)
  }
  t.strictSame(await statusOf(hmacToken(claims({ roles: [], role: 'admin' }))), [200, 200, 403])
  const plain = '"roles":[],"__proto__":{"roles":["admin"]},"constructor":{"roles":["admin"]}'
  t.strictSame(await statusOf(twice(`"sub":"athlete-1",${plain}`)), [200, 200, 403])
})
