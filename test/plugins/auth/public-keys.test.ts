/** Tokens of an issuer that publishes its keys: pinned algorithms, rotation, outages, and keys that tokens bring along. */
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { buildAuthApp } from './auth-app.ts'
import { type Algorithm, claims, createKeys, hmacToken, publish, signedToken, startIssuer } from './tokens.ts'

for (const alg of ['RS256', 'ES256', 'EdDSA'] as Algorithm[]) {
  t.test(`200 for ${alg}; the key set is fetched once`, async (t) => {
    const keys = createKeys(alg)
    const issuer = await startIssuer(t, [publish(keys)])
    const { ask } = await buildAuthApp(t, { keysUrl: issuer.url })
    for (let count = 0; count < 3; count += 1) {
      t.match(await ask(signedToken(keys, claims())), { status: 200, body: { id: 'u1' } })
    }
    t.equal(issuer.requests, 1)
    const other = { ...createKeys(alg), kid: keys.kid }
    t.equal((await ask(signedToken(other, claims()))).status, 401, 'another key under the same id')
  })
}

t.test('401 for whatever is not signed by a published key in a pinned algorithm', async (t) => {
  const keys = createKeys('RS256')
  const issuer = await startIssuer(t, [
    publish(keys),
    publish(createKeys('RS256', 'for-encryption'), { use: 'enc' }),
    { kty: 'oct', kid: 'symmetric', k: Buffer.from('x'.repeat(32)).toString('base64url') },
  ])
  const { ask } = await buildAuthApp(t, { keysUrl: issuer.url })
  const pem = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const stranger = createKeys('RS256')
  const attempts: [string, string][] = [
    ['the public key as a shared secret', hmacToken(claims(), { kid: keys.kid }, pem)],
    ['a symmetric key of the set', hmacToken(claims(), { kid: 'symmetric' }, 'x'.repeat(32))],
    ['an unknown key', signedToken(stranger, claims())],
    ['a key that is not for signatures', signedToken({ ...stranger, kid: 'for-encryption' }, claims())],
    ['another algorithm on a known key', signedToken(keys, claims(), { alg: 'PS256' })],
    ['no key id', signedToken(keys, claims(), { kid: undefined })],
    ['a key id that is no text', signedToken(keys, claims(), { kid: { a: 1 } })],
    ['a key id that is too long', signedToken(keys, claims(), { kid: 'a'.repeat(300) })],
  ]
  for (const [what, token] of attempts) t.equal((await ask(token)).status, 401, what)
})

t.test('401: keys that the token brings along or points to are never used, nor fetched', async (t) => {
  const keys = createKeys('ES256')
  const stranger = createKeys('ES256')
  const issuer = await startIssuer(t, [publish(keys)])
  const foreign = await startIssuer(t, [publish(stranger)])
  const { ask } = await buildAuthApp(t, { keysUrl: issuer.url })
  for (const header of [{ jku: foreign.url }, { x5u: foreign.url }, { jwk: publish(stranger) }]) {
    const withKnownId = signedToken({ ...stranger, kid: keys.kid }, claims({ iss: foreign.url }), header)
    t.equal((await ask(withKnownId)).status, 401)
    t.equal((await ask(signedToken(stranger, claims(), header))).status, 401)
  }
  t.equal(foreign.requests, 0)
})

t.test('401 while the issuer is out of reach, 200 a second after it is back; known keys go on', async (t) => {
  const keys = createKeys('ES256')
  const issuer = await startIssuer(t, [publish(keys)])
  issuer.status = 503
  const { ask } = await buildAuthApp(t, { keysUrl: issuer.url })
  t.match(await ask(signedToken(keys, claims())), { status: 401, challenge: /^Bearer/ })
  issuer.status = 200
  await sleep(1_100)
  t.equal((await ask(signedToken(keys, claims()))).status, 200)
  await issuer.close()
  t.equal((await ask(signedToken(keys, claims()))).status, 200, 'the key is remembered')
  t.equal((await ask(signedToken(createKeys('ES256'), claims()))).status, 401, 'an unknown one is not')
})

t.test('200 for a key that was added later, from a second after the last look', async (t) => {
  const [first, second] = [createKeys('RS256'), createKeys('EdDSA')]
  const issuer = await startIssuer(t, [publish(first)])
  const { ask } = await buildAuthApp(t, { keysUrl: issuer.url })
  t.equal((await ask(signedToken(first, claims()))).status, 200)
  issuer.keys = [publish(first), publish(second)]
  await sleep(1_100)
  t.equal((await ask(signedToken(second, claims()))).status, 200)
})

t.test('401: strangers with made-up key ids do not flood the issuer, nor lock known keys out', async (t) => {
  const keys = createKeys('ES256')
  const issuer = await startIssuer(t, [publish(keys)])
  const { ask } = await buildAuthApp(t, { keysUrl: issuer.url })
  await ask(signedToken(keys, claims()))
  for (let count = 0; count < 50; count += 1) {
    t.equal((await ask(signedToken({ ...keys, kid: `made-up-${count}` }, claims()))).status, 401)
  }
  t.ok(issuer.requests <= 11, `${issuer.requests} requests`)
  t.equal((await ask(signedToken(keys, claims()))).status, 200)
})
