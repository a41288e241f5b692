/** Forged tokens where a secret is shared (HS256): signatures, headers, and what is no token at all. All are 401. */
import t from 'tap'
import { claims, createKeys, hmacToken, secret, signedToken } from '../../plugins/auth/tokens.ts'
import { attackedApp, everywhere } from './attacked-app.ts'
import {
  encodePart,
  encodeText,
  nestedText,
  partsOf,
  signedText,
  wanted,
  withBitFlipped,
  withHeader,
  withPayload,
} from './forgery.ts'

const good = hmacToken(claims({ roles: ['admin'] }))
const [head, payload, signature] = partsOf(hmacToken(wanted()))
const unsigned = (alg: unknown) => `${encodePart({ alg, typ: 'JWT' })}.${payload}.`
const json = (part: unknown) => JSON.stringify(part)

const unsignedTokens: [string, string][] = [
  ['alg none', unsigned('none')],
  ['alg None', unsigned('None')],
  ['alg NONE', unsigned('NONE')],
  ['alg nOnE with a signature', `${unsigned('nOnE')}${signature}`],
  ['alg none without the last dot', unsigned('none').slice(0, -1)],
  ['no alg', `${encodePart({ typ: 'JWT' })}.${payload}.${signature}`],
  ['alg null', `${unsigned(null)}${signature}`],
  ['an empty alg', `${unsigned('')}${signature}`],
  ['a list of algs', `${unsigned(['HS256', 'none'])}${signature}`],
  ['alg that is an object', `${unsigned({ toString: 'HS256' })}${signature}`],
  ['the signature stripped', `${head}.${payload}.`],
  ['signature and dot stripped', `${head}.${payload}`],
  ['alg twice, the last none', `${encodeText('{"alg":"HS256","alg":"none"}')}.${payload}.`],
  ['alg twice, the first none', `${encodeText('{"alg":"none","alg":"HS256"}')}.${payload}.`],
]

const signatures: [string, string][] = [
  ['another secret', hmacToken(wanted(), {}, 'b'.repeat(40))],
  ['an empty secret', hmacToken(wanted(), {}, '')],
  ['the secret with a line break', hmacToken(wanted(), {}, `${secret}\n`)],
  ['the secret in base64', hmacToken(wanted(), {}, Buffer.from(secret).toString('base64'))],
  ['one bit flipped', withBitFlipped(hmacToken(wanted()))],
  ['a truncated signature', `${head}.${payload}.${signature.slice(0, 20)}`],
  ['a longer signature', `${head}.${payload}.${signature}AAAA`],
  ['zeros for a signature', `${head}.${payload}.${Buffer.alloc(32).toString('base64url')}`],
  ['the signature of another token', withPayload(good, wanted())],
  ['another header under the signature', withHeader(hmacToken(wanted()), { alg: 'HS256', kid: 'a' })],
  ['HS512 with the right secret', hmacToken(wanted(), { alg: 'HS512' })],
  ['hs256 in lower case', hmacToken(wanted(), { alg: 'hs256' })],
  ['RS256 of a key of its own', signedToken(createKeys('RS256'), wanted())],
  ['ES256 of a key of its own', signedToken(createKeys('ES256'), wanted())],
  ['EdDSA of a key of its own', signedToken(createKeys('EdDSA'), wanted())],
]

const shapes: [string, string][] = [
  ['no JWT', 'a-password-that-is-no-token'],
  ['only dots', '..'],
  ['five parts, as if encrypted', `${head}.AAAA.AAAA.${payload}.${signature}`],
  ['a fourth part', `${head}.${payload}.${signature}.${signature}`],
  ['a header that is no JSON', `${encodeText('{"alg":')}.${payload}.${signature}`],
  ['a header that is null', signedText('null', json(wanted()))],
  ['a header that is a list', signedText('["HS256"]', json(wanted()))],
  ['a payload that is no JSON', signedText('{"alg":"HS256"}', '{"sub":')],
  ['a payload that is text', hmacToken('somebody-in-a-token')],
  ['a payload that is null', hmacToken(null)],
  ['a payload that is a list', hmacToken([wanted()])],
  ['characters outside base64url', `${head}.${payload}!.${signature}`],
  ['percent encoding', encodeURIComponent(`${head}=.${payload}.${signature}`)],
  ['an unknown critical header', hmacToken(wanted(), { crit: ['exp'], exp: 1 })],
  ['a header with a prototype', signedText('{"__proto__":{"alg":"HS256"}}', json(wanted()))],
  ['a header of 100,000 nested lists', `${encodeText(nestedText(100_000))}.${payload}.${signature}`],
  ['a payload of 100,000 nested lists', signedText('{"alg":"HS256"}', nestedText(100_000))],
  ['a token of a megabyte', `${head}.${'A'.repeat(1_000_000)}.${signature}`],
  ['a megabyte of dots', '.'.repeat(1_000_000)],
]

/** The header as a whole: other schemes, and a good token where it does not belong. */
const headers: [string, string][] = [
  ['nothing', ''],
  ['the scheme alone', 'Bearer'],
  ['the scheme and spaces', 'Bearer   '],
  ['a token without a scheme', good],
  ['another scheme', `Basic ${good}`],
  ['a scheme that begins the same', `Bearerx ${good}`],
  ['two tokens', `Bearer ${good} ${good}`],
  ['two tokens and a comma', `Bearer ${good}, Bearer ${good}`],
  ['a token in quotes', `Bearer "${good}"`],
  ['a parameter', `Bearer token=${good}`],
]

t.test('401 for every forgery', async (t) => {
  const { app, log, refuses, refusesToken, statusOf } = await attackedApp(t, { jwtSecret: secret })
  t.strictSame(await statusOf(good), everywhere(200), 'the good one opens every scope')
  for (const [what, token] of [...unsignedTokens, ...signatures, ...shapes]) {
    await refusesToken(t, what, token)
  }
  for (const [what, authorization] of headers) await refuses(t, what, authorization)

  t.test('401 for a good token anywhere but in the Authorization header', async (t) => {
    log.length = 0
    const places = [
      { url: `/api/v1/movements?access_token=${good}` },
      { url: '/api/v1/movements', headers: { cookie: `token=${good}; Authorization=${good}` } },
      { url: '/api/v1/movements', headers: { 'proxy-authorization': `Bearer ${good}` } },
      { url: '/api/v1/movements', headers: { 'x-authorization': `Bearer ${good}` } },
    ]
    for (const place of places) {
      const { statusCode, headers } = await app.inject(place)
      t.match({ statusCode, headers }, { statusCode: 401, headers: { 'www-authenticate': 'Bearer' } })
    }
    t.notOk(log.join('').includes(signature.slice(0, 12)))
  })
  t.strictSame(await statusOf(good), everywhere(200), 'and the good one still does')
})
