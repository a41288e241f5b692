/** `npm run migrate` as a process of its own: the schema, and the movements of the release with it. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { movementsOfRelease } from '../../movements/movements-of-release.ts'
import { createMovementStore } from '../../store/movement-store.ts'
import { testDatabaseUrl } from '../database.ts'
import { movement } from '../domain/movements/build-movement.ts'
import { openDatabase } from '../plugins/database/open-database.ts'

const migrate = (
  url: string,
  ...words: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/migrate.ts', ...words], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk) => {
      said.stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      said.stderr += chunk
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...said }))
  })

t.test('brings schema and movements, once; keeps what curators decided', async (t) => {
  const url = await testDatabaseUrl(t)
  t.match(await migrate(url, '--pending'), { code: 1, stdout: /^pending: .*20250103-movements/ })
  t.match(await migrate(url), {
    code: 0,
    stdout: new RegExp(
      `^applied: .*20250103-movements.*\nmovements: ${movementsOfRelease.length} added, 0 brought up to date\n$`,
    ),
  })
  const { knex } = (await openDatabase(t, url)).database
  const store = createMovementStore(knex)
  await knex.transaction((transaction) =>
    store.publish(
      transaction,
      movement({ slug: 'bench-press', name: 'Barbell bench press', level: 'advanced' }),
    ),
  )
  const revision = await store.revision()
  t.match(await migrate(url), { code: 0, stdout: 'nothing to do\n', stderr: '' })
  t.match(await migrate(url, '--pending'), { code: 0, stdout: 'nothing is pending\n' })
  t.equal(await store.revision(), revision)
  t.match(await store.findBySlug('bench-press'), { version: 2, movement: { level: 'advanced' } })
})

t.test('several at once: one works, the others wait', async (t) => {
  const url = await testDatabaseUrl(t)
  if (!url.startsWith('postgres')) return
  const runs = await Promise.all([migrate(url), migrate(url), migrate(url)])
  t.same(
    runs.map(({ code }) => code),
    [0, 0, 0],
  )
  t.equal(runs.filter(({ stdout }) => stdout.includes('added')).length, 1)
})

t.test('another word is a mistake', async (t) => {
  t.match(await migrate('pglite:memory', '--now'), { code: 2, stderr: /^Usage: npm run migrate/ })
})
