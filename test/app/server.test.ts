/** The process itself: what it prints, how it refuses to start, and how it leaves. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { testDatabaseUrl } from '../database.ts'
import { testSecret } from '../helper.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

interface Run {
  child: ChildProcess
  out: () => string
  err: () => string
}

const run = (t: Test, file: string, env: Record<string, string>, options: string[] = []): Run => {
  const child = spawn(process.execPath, ['--import=tsx', file, ...options], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
  })
  t.teardown(() => child.kill('SIGKILL'))
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part
  })
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    err += part
  })
  return { child, out: () => out, err: () => err }
}

const ended = async ({ child }: Run): Promise<number | null> => {
  if (child.exitCode === null) await once(child, 'close')
  return child.exitCode
}

const refused: [string, Record<string, string>, RegExp][] = [
  ['a wrong value', { PORT: 'http' }, /^PORT: found "http", expected an integer from 0 to 65535\n$/],
  ['production without keys', { APP_ENV: 'production' }, /^JWT_JWKS_URL: found nothing[^\n]*\n$/],
  [
    'a database that does not answer',
    { DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x' },
    /^The service did not start: The database [^\n]* does not answer[^\n]*\n$/,
  ],
]
for (const [what, env, message] of refused) {
  t.test(`${what}: exit 1 and one line`, async (t) => {
    const server = run(t, 'server.ts', { LOG_LEVEL: 'silent', ...env })
    t.equal(await ended(server), 1)
    t.match(server.err(), message)
    t.notMatch(server.err() + server.out(), 'hunter2')
  })
}

t.test(
  'development: makes its own secret, prints a curl that works, and leaves at SIGTERM with 0',
  async (t) => {
    const DATABASE_URL = await testDatabaseUrl(t)
    const server = run(t, 'server.ts', { PORT: '0', DATABASE_URL })
    const printed =
      /curl -s (\S+) \\\n\s+-H '(authorization): (Bearer \S+)' \\\n\s+-H '(content-type): (\S+)' \\\n\s+-d '(.*)'\n/
    while (!printed.test(server.out()) && server.child.exitCode === null) {
      await Promise.race([once(server.child.stdout!, 'data'), once(server.child, 'close')])
    }
    const [, url = '', authorization = '', token = '', contentType = '', json = '', body = ''] =
      printed.exec(server.out()) ?? []
    const response = await fetch(url, {
      method: 'POST',
      headers: { [authorization]: token, [contentType]: json },
      body,
    })
    t.equal(response.status, 200)
    t.match(await response.json(), { targetMinutes: 30, meetsTimeConstraint: true })
    server.child.kill('SIGTERM')
    t.equal(await ended(server), 0)
    t.match(server.out(), '"signal":"SIGTERM"')
  },
)

t.test('npm run token: a token for the secret in force, and clear refusals', async (t) => {
  const env = { JWT_SECRET: testSecret, JWT_AUDIENCE: 'plans' }
  const good = run(t, 'scripts/token.ts', env, [
    '--sub',
    'u1',
    '--roles',
    'coach,admin',
    '--expires-in',
    '2h',
  ])
  t.equal(await ended(good), 0)
  const claims = JSON.parse(Buffer.from(good.out().split('.')[1] ?? '', 'base64url').toString())
  t.match(claims, { iss: 'planning-engine', aud: 'plans', sub: 'u1', roles: ['coach', 'admin'] })
  t.equal(claims.exp - claims.iat, 7_200)

  const wrong: [string[], Record<string, string>, RegExp][] = [
    [[], env, /^--sub: found nothing/],
    [['--sub', 'u1', '--roles', 'root'], env, /^--roles: found "root"/],
    [['--sub', 'u1', '--expires-in', 'never'], env, /^--expires-in: found "never"/],
    [['--sub', 'u1', '--nonsense'], env, /--nonsense/],
    [['--sub', 'u1'], {}, /^JWT_SECRET: found nothing/],
  ]
  for (const [options, variables, message] of wrong) {
    const bad = run(t, 'scripts/token.ts', variables, options)
    t.equal(await ended(bad), 1)
    t.match(bad.err(), message)
    t.equal(bad.out(), '')
  }
  const help = run(t, 'scripts/token.ts', {}, ['--help'])
  t.equal(await ended(help), 0)
  t.match(help.out(), /^Usage: npm run token/)
})
