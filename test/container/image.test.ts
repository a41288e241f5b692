/** What the Dockerfile builds starts, answers and leaves: as a user without rights, on a tree that nobody can write on. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { demoPlans, demoUser } from '../../demo-plans/demo-plans.ts'
import { postgresAnswers, testDatabase } from '../database.ts'
import { testSecret } from '../helper.ts'
import { followDockerfile, type Stage } from './follow-dockerfile.ts'

const context = fileURLToPath(new URL('../../', import.meta.url))
const isRoot = process.getuid?.() === 0
/** nobody: the one user without rights that every system has. */
const identity = isRoot ? { uid: 65_534, gid: 65_534 } : {}

const folder = await mkdtemp(join(tmpdir(), 'planning-image-'))
await chmod(folder, 0o755)
t.teardown(async () => {
  execFileSync('chmod', ['-R', 'u+w', folder])
  await rm(folder, { recursive: true, force: true })
})
const image: Stage = await followDockerfile(context, folder)
const workingFolder = join(image.root, image.workingFolder)
execFileSync('chmod', ['-R', 'a-w', image.root])

interface Run {
  readonly child: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | null>
}

const start = (t: Test, [, ...command]: readonly string[], env: Record<string, string> = {}): Run => {
  const variables = Object.entries({ ...image.env, ...env }).map(([name, value]) => `${name}=${value}`)
  // Through env, with nothing else in its environment: the test runner would make the child load its own modules.
  const child = spawn('env', ['-i', ...variables, process.execPath, ...command], {
    cwd: workingFolder,
    ...identity,
  })
  t.teardown(() => child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      said += part
    })
  }
  return { child, said: () => said, ended: once(child, 'close').then(([code]) => code) }
}

const freePort = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return String(port)
}

const freePorts = async () => ({ PORT: await freePort(), METRICS_PORT: await freePort() })

const healthy = async (t: Test, env: Record<string, string>): Promise<boolean> =>
  (await start(t, image.healthCommand, env).ended) === 0

/** Until the image's own health check passes, as a container runtime would ask; false when it never does. */
const becomesHealthy = async (t: Test, server: Run, env: Record<string, string>): Promise<boolean> => {
  for (let tries = 0; tries < 60 && server.child.exitCode === null; tries += 1) {
    if (await healthy(t, env)) return true
    await sleep(500)
  }
  return false
}

t.test('the tree: what was built and production packages, nothing else', async (t) => {
  t.strictSame((await readdir(workingFolder)).sort(), ['dist', 'node_modules', 'package.json'])
  const { dependencies, devDependencies } = JSON.parse(
    await readFile(join(workingFolder, 'package.json'), 'utf8'),
  )
  const isThere = (name: string) =>
    access(join(workingFolder, 'node_modules', name)).then(
      () => true,
      () => false,
    )
  for (const name of Object.keys(dependencies)) t.ok(await isThere(name), `${name} is there`)
  for (const name of ['tap', 'typescript', 'kubernetes-models', 'aws-cdk-lib']) {
    t.notOk(await isThere(name), `${name} is not`)
  }
  t.ok('typescript' in devDependencies)
  await t.rejects(access(join(workingFolder, 'dist/test')))
})

t.test('without keys it does not start: exit 1 and one line', async (t) => {
  const server = start(t, image.command)
  t.equal(await server.ended, 1)
  t.match(server.said(), /^JWT_JWKS_URL: found nothing[^\n]*\n$/)
})

t.test('embedded database: healthy, metrics on their own port alone, leaves at SIGTERM with 0', async (t) => {
  const ports = await freePorts()
  t.notOk(await healthy(t, ports), 'the health check fails where nothing listens')
  const server = start(t, image.command, { ...ports, APP_ENV: 'development', DATABASE_URL: 'pglite:memory' })
  t.ok(await becomesHealthy(t, server, ports), server.said())
  const status = async (port: string, path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status
  t.equal(await status(ports.PORT, '/health/ready'), 200)
  t.equal(await status(ports.PORT, '/metrics'), 404)
  t.equal(await status(ports.METRICS_PORT, '/metrics'), 200)
  t.equal(await status(ports.PORT, '/docs/static/index.html'), 200, 'the reference has its files')
  server.child.kill('SIGTERM')
  t.equal(await server.ended, 0)
})

const noPostgres = (await postgresAnswers()) ? false : 'no PostgreSQL server answers here'
t.test('PostgreSQL, in production: migrated, then a preview', { skip: noPostgres }, async (t) => {
  const { url: DATABASE_URL } = await testDatabase(t, 'postgres')
  const ports = await freePorts()
  const env = {
    ...ports,
    DATABASE_URL,
    JWT_SECRET: testSecret,
    JWT_ISSUER: 'issuer',
    JWT_AUDIENCE: 'audience',
    SEED_DEMO: 'true',
  }
  const migration = start(t, ['node', 'dist/scripts/migrate.js'], { DATABASE_URL })
  t.equal(await migration.ended, 0, migration.said())
  t.match(migration.said(), /^applied: /)
  const server = start(t, image.command, env)
  t.ok(await becomesHealthy(t, server, ports), server.said())
  const script = await readFile(join(context, 'helm/planning-engine/tests/preview.mjs'), 'utf8')
  const preview = start(
    t,
    [
      'node',
      '--input-type=module',
      '--eval',
      script,
      `http://127.0.0.1:${ports.PORT}`,
      demoPlans[0].id,
      '30',
      `--subject=${demoUser}`,
    ],
    env,
  )
  t.equal(await preview.ended, 0, preview.said())
  t.match(preview.said(), /preview: 200 .*[1-9]\d* sessions/)
  server.child.kill('SIGTERM')
  t.equal(await server.ended, 0)
})

t.test('whoever it runs as can’t write on the tree', async (t) => {
  const writing = "require('node:fs').writeFileSync('written', '')"
  const { ended, said } = start(t, ['node', '--eval', writing])
  t.not(await ended, 0)
  t.match(said(), /EACCES|EROFS/)
})
