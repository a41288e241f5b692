/** An issuer that is down, slow, moved, broken or rotates its keys: 401 and nothing else, and nobody locked out for long. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { claims, createKeys, publish, signedToken, startIssuer } from '../../plugins/auth/tokens.ts'
import { attackedApp, everywhere } from './attacked-app.ts'
import { wanted } from './forgery.ts'

const keys = createKeys('ES256', 'first')
/** However often it was asked for in vain, the key set is asked for again after a second. */
const learningMs = 1_100
const admin = () => claims({ roles: ['admin'] })

/** Whatever it answers, it is no key set. */
const startOdd = async (t: Test, answer: RequestListener): Promise<string> => {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`
}

const appWith = (t: Test, jwtJwksUrl: string) => attackedApp(t, { jwtJwksUrl })

t.test('401 while the issuer answers no key set, 200 when it does again', async (t) => {
  const foreign = await startIssuer(t, [publish(keys)])
  let answer: RequestListener = () => {}
  const url = await startOdd(t, (request, response) => answer(request, response))
  const { refusesToken, statusOf } = await appWith(t, url)
  const say =
    (status: number, body: string, headers = {}): RequestListener =>
    (_, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
    }
  const answers: [string, RequestListener][] = [
    ['503', say(503, '{"keys":[]}')],
    ['a page', say(200, '<html>')],
    ['null', say(200, 'null')],
    ['no keys', say(200, '{}')],
    ['keys that are no list', say(200, '{"keys":{"kid":"first"}}')],
    ['an empty list', say(200, '{"keys":[]}')],
    ['keys that are null', say(200, '{"keys":[null,null]}')],
    ['a key that is none', say(200, '{"keys":[{"kty":"EC","kid":"first","alg":"ES256","crv":"P-256"}]}')],
    [
      'a private key of another kind',
      say(200, '{"keys":[{"kty":"oct","kid":"first","alg":"ES256","k":"AAAA"}]}'),
    ],
    ['somewhere else', say(302, '', { location: foreign.url })],
    ['a broken connection', (_, response) => response.destroy()],
    [
      'half an answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('{"keys":[')
        setTimeout(() => response.destroy(), 20)
      },
    ],
  ]
  for (const [what, odd] of answers) {
    answer = odd
    await refusesToken(t, what, signedToken(keys, wanted()))
  }
  t.equal(foreign.requests, 0, 'a redirect is not followed')
  answer = say(200, JSON.stringify({ keys: [publish(keys)] }))
  await sleep(learningMs)
  t.strictSame(await statusOf(signedToken(keys, admin())), everywhere(200))
})

t.test('401 when nobody listens there', async (t) => {
  const issuer = await startIssuer(t, [publish(keys)])
  await issuer.close()
  const { refusesToken } = await appWith(t, issuer.url)
  await refusesToken(t, 'nobody', signedToken(keys, wanted()))
})

t.test('401 within some seconds when the issuer never answers; other callers do not wait', async (t) => {
  const url = await startOdd(t, () => {})
  const { app, statusOf } = await appWith(t, url)
  const startedMs = performance.now()
  const waiting = statusOf(signedToken(keys, wanted()))
  t.equal((await app.inject('/api/v1/plans')).statusCode, 401)
  t.equal((await app.inject('/health/live')).statusCode, 200)
  t.ok(performance.now() - startedMs < 2_000)
  t.strictSame(await waiting, everywhere(401))
  t.ok(performance.now() - startedMs < 10_000)
})

t.test('rotation', async (t) => {
  const [second, third] = [createKeys('RS256', 'second'), createKeys('EdDSA', 'third')]
  const issuer = await startIssuer(t, [publish(keys)])
  const { app, refusesToken, statusOf } = await appWith(t, issuer.url)
  t.strictSame(await statusOf(signedToken(keys, admin())), everywhere(200))

  t.test('401 for a key that is still to come, 200 once it is published', async (t) => {
    await refusesToken(t, 'still to come', signedToken(second, wanted()))
    issuer.keys = [publish(keys), publish(second)]
    await sleep(learningMs)
    t.strictSame(await statusOf(signedToken(second, admin())), everywhere(200))
  })

  t.test('401 for a key that was withdrawn, once the set is fetched again', async (t) => {
    issuer.keys = [publish(second), publish(third)]
    await sleep(learningMs)
    t.strictSame(await statusOf(signedToken(third, admin())), everywhere(200), 'fetches it')
    await refusesToken(t, 'withdrawn', signedToken(keys, wanted()))
  })

  t.test('200 for a new key in the midst of a flood of made-up key ids', async (t) => {
    const newest = createKeys('ES256', 'newest')
    let made = 0
    const flood = async (): Promise<void> => {
      await Promise.all(
        Array.from({ length: 20 }, () => {
          made += 1
          const token = signedToken({ ...keys, kid: `made-up-${made}` }, wanted())
          return app.inject({ url: '/api/v1/plans', headers: { authorization: `Bearer ${token}` } })
        }),
      )
    }
    await flood()
    issuer.keys = [...issuer.keys, publish(newest)]
    const before = issuer.requests
    const deadlineMs = Date.now() + 5_000
    let [status] = await statusOf(signedToken(newest, admin()))
    while (status !== 200 && Date.now() < deadlineMs) {
      await flood()
      status = (await statusOf(signedToken(newest, admin())))[0]
    }
    t.equal(status, 200)
    t.ok(issuer.requests - before <= 7, `${made} made-up ids cost ${issuer.requests - before} fetches`)
  })
})
