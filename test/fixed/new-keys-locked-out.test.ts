/**
 * Every unknown key id was a look-up of its own, ten in ten seconds at most: a stranger with made-up ids, or an outage, kept
 * every key out that had not been seen before. After a start, or when the issuer changed keys, that was everybody.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { buildAuthApp } from '../plugins/auth/auth-app.ts'
import { claims, createKeys, publish, signedToken, startIssuer } from '../plugins/auth/tokens.ts'

const keys = createKeys('ES256')

t.test('200 for a published key after a start in a flood of made-up ids', async (t) => {
  const issuer = await startIssuer(t, [publish(keys)])
  const { ask } = await buildAuthApp(t, { keysUrl: issuer.url })
  for (let count = 0; count < 50; count += 1) {
    await ask(signedToken({ ...keys, kid: `made-up-${count}` }, claims()))
  }
  t.equal((await ask(signedToken(keys, claims()))).status, 200)
})

t.test('200 a second after an outage, however often it was tried during it', async (t) => {
  const issuer = await startIssuer(t, [publish(keys)])
  const { ask } = await buildAuthApp(t, { keysUrl: issuer.url })
  issuer.status = 503
  for (let count = 0; count < 50; count += 1) await ask(signedToken(keys, claims()))
  issuer.status = 200
  await sleep(1_100)
  t.equal((await ask(signedToken(keys, claims()))).status, 200)
})
