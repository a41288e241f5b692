/** What the process writes from start to end, at the most talkative level: no token, secret, password or key in it. */
import { connect } from 'node:net'
import pg from 'pg'
import t, { type Test } from 'tap'
import { availableKinds, testDatabase } from '../database.ts'
import { claims, hmacToken } from '../plugins/auth/tokens.ts'
import { flagKey } from '../plugins/flags/harness.ts'
import { smallPlan } from '../routes/time-crunch/crunch-client.ts'
import { startService } from '../service-process.ts'
import { booleanFlag } from '../stand-ins/launchdarkly/flag-table.ts'
import { startLaunchDarkly } from '../stand-ins/launchdarkly/launchdarkly.ts'

/** Each stands somewhere in what the service is given, and nothing is behind any of them. */
const secrets = {
  signing: 'signing-secret-of-a-test-with-32-bytes',
  database: 'database-password-of-a-test',
  sdk: 'sdk-00000000-key-of-a-test',
}

const nothingOf = (t: Test, output: string, words: readonly string[]): void => {
  for (const word of [...words, ...Object.values(secrets)]) {
    t.notOk(output.includes(word), `nothing of ${word.slice(0, 24)}…`)
  }
}

const launchDarkly = async (t: Test) => {
  const standIn = await startLaunchDarkly({ sdkKey: secrets.sdk, flags: [booleanFlag(flagKey)] })
  t.teardown(() => standIn.close())
  const { uri } = standIn
  return {
    standIn,
    settings: {
      LAUNCHDARKLY_SDK_KEY: secrets.sdk,
      LAUNCHDARKLY_BASE_URI: uri,
      LAUNCHDARKLY_STREAM_URI: uri,
      LAUNCHDARKLY_EVENTS_URI: uri,
    },
  }
}

const production = {
  APP_ENV: 'production',
  DATABASE_MIGRATE: 'true',
  JWT_SECRET: secrets.signing,
  JWT_ISSUER: 'https://issuer.test/',
  JWT_AUDIENCE: 'plans',
}

/** A local server that trusts every password gets one to be kept secret. */
const withPassword = (url: string): string => {
  if (!url.startsWith('postgres')) return url
  const secret = new URL(url)
  if (secret.password === '') secret.password = secrets.database
  return secret.href
}

const tokenOf = (changes: Record<string, unknown> = {}, key: string = secrets.signing) =>
  hmacToken(claims({ sub: 'athlete-in-a-token', ...changes }), {}, key)

/** Bytes that are no request, a secret in every line. */
const sendRaw = (url: string, text: string): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.end(text))
    socket.on('close', () => resolve()).on('error', () => resolve())
    socket.resume()
  })

const breakTable = async (url: string): Promise<void> => {
  if (!url.startsWith('postgres')) return
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('alter table plans add constraint no_more check (false) not valid')
  await client.end()
}

for (const kind of await availableKinds()) {
  t.test(`${kind}: start, requests, faults, outage, end`, async (t) => {
    const { url: databaseUrl } = await testDatabase(t, kind)
    const { standIn, settings } = await launchDarkly(t)
    const service = await startService(t, {
      ...production,
      ...settings,
      DATABASE_URL: withPassword(databaseUrl),
    })
    t.ok(await service.answers(), service.output().slice(-500))
    const [good, expired, forged] = [tokenOf(), tokenOf({ exp: 1 }), tokenOf({}, 'b'.repeat(40))]
    const ask = async (path: string, token: string, body?: unknown, headers = {}): Promise<number> => {
      const response = await fetch(service.url + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      await response.arrayBuffer()
      return response.status
    }
    const plans = '/api/v1/plans'
    t.equal(await ask(plans, good, smallPlan()), 201)
    t.equal(await ask('/api/v1/time-crunch/model', good), 200)
    t.equal(await ask(plans, expired), 401)
    t.equal(await ask(plans, forged), 401)
    t.equal(await ask(`/api/v1/movements?access_token=${good}`, 'a-password-sent-as-a-token'), 401)
    t.equal(await ask(plans, good, { name: 'athlete-in-a-token' }), 400)
    t.equal(await ask(plans, good, '{"name":'), 400)
    t.equal(await ask(plans, good, 'a', { 'content-type': 'text/plain' }), 415)
    t.equal(await ask(plans, good, 'a'.repeat(1_100_000)), 413)
    t.equal(await ask(plans, `${good}${'a'.repeat(20_000)}`), 431)
    await sendRaw(service.url, `GET / HTTP/1.1\r\nauthorization Bearer ${good}\r\n\r\n`)
    await sendRaw(
      service.url,
      `POST ${plans} HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${good}\r\ncontent-length: 5\r\n\r\n{`,
    )
    if (kind === 'postgres') {
      await breakTable(databaseUrl)
      t.equal(await ask(plans, good, smallPlan()), 500)
    }
    for (const how of ['drop', 500, 401] as const) {
      standIn.fail(how)
      t.equal(await ask('/api/v1/time-crunch/model', good), 200, `LaunchDarkly: ${how}`)
    }
    t.equal(await service.end(), 0)

    const output = service.output()
    t.match(output, /"msg":"request completed"/)
    t.match(output, /"msg":"token refused"/)
    t.match(output, /"msg":"closing"/)
    const pieces = [good, expired, forged].flatMap((token) => token.split('.').slice(1))
    nothingOf(t, output, [...pieces, 'athlete-in-a-token', 'a-password-sent-as-a-token'])
  })
}

const refusedStarts: [string, Record<string, string>][] = [
  [
    'a database that is not there',
    { DATABASE_URL: `postgres://planner:${secrets.database}@127.0.0.1:1/plans`, JWT_SECRET: secrets.signing },
  ],
  [
    'a database URL that is none',
    { DATABASE_URL: `postgres//planner:${secrets.database}@db/plans`, JWT_SECRET: secrets.signing },
  ],
  [
    'a database host that is none',
    { DATABASE_URL: `postgres://planner:${secrets.database}@[::::]/plans`, JWT_SECRET: secrets.signing },
  ],
  ['a secret that is too short', { JWT_SECRET: 'signing-secret-of-a-test' }],
  ['a secret beside a key set', { JWT_SECRET: secrets.signing, JWT_JWKS_URL: 'https://issuer.test/keys' }],
]
for (const [what, settings] of refusedStarts) {
  t.test(`exit 1 for ${what}`, async (t) => {
    const service = await startService(t, { ...production, LAUNCHDARKLY_SDK_KEY: secrets.sdk, ...settings })
    t.notOk(await service.answers())
    t.match(service.output(), /\S/, 'it says why')
    nothingOf(t, service.output(), ['signing-secret-of-a-test', 'planner:'])
  })
}
