/** `npm run verify` as somebody types it, against the real service, listening. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { demoPlans, demoUser } from '../../demo-plans/demo-plans.ts'
import { seedDemoPlans } from '../../demo-plans/seed-demo-plans.ts'
import { stampOf } from '../../scripts/verify/results.ts'
import { testApp, tokenFor } from '../helper.ts'
import { smallPlan } from '../routes/time-crunch/crunch-client.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const verify = async (token: string | undefined, ...words: string[]) => {
  const child = spawn(process.execPath, ['--import=tsx', 'scripts/verify.ts', ...words], {
    cwd: root,
    env: { PATH: process.env.PATH, ...(token && { VERIFY_TOKEN: token }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    stdout += part
  })
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part
  })
  const [code] = await once(child, 'close')
  return { code, stdout, stderr }
}

const folderFor = async (t: Test): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'verify-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'results')
}

t.test('the live service', async (t) => {
  const app = await testApp(t)
  await seedDemoPlans(app)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const token = tokenFor(demoUser)

  for (const { key, id, document } of demoPlans) {
    t.test(`${key}: nine targets without fault, and both result files`, async (t) => {
      const output = await folderFor(t)
      const { code, stdout, stderr } = await verify(
        token,
        '--url',
        `${url}/`,
        '--plan',
        id,
        '--output',
        output,
      )
      t.equal(code, 0, stderr + stdout)
      t.equal(stderr, '', 'no progress where no terminal is')
      t.match(stdout, `${document.name} (${id}, version 1)`)
      t.match(stdout, '9 of 9 targets without fault')
      const files = (await readdir(output)).sort()
      t.match(files, [
        /^test-results-timecrunch-\d{8}-\d{6}\.json$/,
        /^test-results-timecrunch-\d{8}-\d{6}\.md$/,
      ])
      const text = await readFile(join(output, files[0]!), 'utf8')
      const results = JSON.parse(text)
      t.match(results, { passed: 9, failed: 0, faults: [], planId: id })
      t.strictSame(
        results.targets.map(({ targetMinutes }: { targetMinutes: number }) => targetMinutes),
        [15, 20, 30, 45, 60, 75, 90, 120, 180],
      )
      t.equal(files[0], `test-results-timecrunch-${stampOf(results.startedAt)}.json`)
      t.ok(stdout.includes(await readFile(join(output, files[1]!), 'utf8')), 'the page is what is printed')
      t.notMatch(text + stdout, token)
    })
  }

  t.test('a plan that is short already: one duration for all targets is a fault, exit 1', async (t) => {
    const tiny = smallPlan()
    tiny.microcycles = [
      {
        weekNumber: 1,
        sessions: [
          {
            name: 'A little',
            dayOfWeek: 1,
            exercises: [{ name: 'Curl', primaryMuscles: ['biceps'], sets: 2, reps: 10 }],
          },
        ],
      },
    ]
    const created = await app.inject({
      method: 'POST',
      url: '/api/v1/plans',
      headers: { authorization: `Bearer ${token}` },
      payload: tiny,
    })
    const { id } = created.json()
    const { code, stdout } = await verify(token, '--url', url, '--plan', id, '--output', await folderFor(t))
    t.equal(code, 1)
    t.match(stdout, /- all 9 targets have the same duration of \d+ s/)
  })

  t.test('not to be seen, or with no right: exit 3 and one sentence', async (t) => {
    const id = demoPlans[0].id
    const stranger = await verify(tokenFor('athlete-9'), '--url', url, '--plan', id)
    t.match(stranger, { code: 3, stderr: /404 plan_not_found/, stdout: '' })
    const nobody = await verify('nonsense', '--url', url, '--plan', id)
    t.match(nobody, { code: 3, stderr: /401 unauthorized/ })
  })
})

t.test('the feature off: every target is a fault', async (t) => {
  const app = await testApp(t, { config: { timeCrunchKillSwitch: true } })
  await seedDemoPlans(app)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const output = await folderFor(t)
  const { code, stdout } = await verify(
    tokenFor(demoUser),
    '--url',
    url,
    '--plan',
    demoPlans[0].id,
    '--output',
    output,
  )
  t.equal(code, 1)
  t.match(stdout, /^- 45 min: the service answered 404 feature_not_available/m)
})

t.test('usage: exit 2; nobody there: exit 3', async (t) => {
  t.match(await verify('x'), { code: 2, stderr: /^--plan: found nothing/ })
  t.match(await verify(undefined, '--plan', 'x'), { code: 2, stderr: /VERIFY_TOKEN/ })
  t.match(await verify('x', '--plan', 'x', '--url', 'here'), { code: 2, stderr: /^--url: found "here"/ })
  t.match(await verify('x', '--nonsense'), { code: 2 })
  t.match(await verify('x', '--help'), { code: 0, stdout: /^Usage: npm run verify/ })
  t.match(await verify('x', '--plan', 'x', '--url', 'http://127.0.0.1:9'), {
    code: 3,
    stderr: /can't be asked/,
  })
})
