/** The pods of `helm test`, their scripts run for real against the service; and the probes' paths on the real routes. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { demoPlans, demoUser } from '../../demo-plans/demo-plans.ts'
import { seedDemoPlans } from '../../demo-plans/seed-demo-plans.ts'
import { testDatabaseUrl } from '../database.ts'
import { testApp, tokenFor } from '../helper.ts'
import { podOf, render } from './objects.ts'
import { switches } from './switches.ts'

const databaseUrl = await testDatabaseUrl(t)
const serve = async (t: Test, config: { timeCrunchKillSwitch?: boolean } = {}): Promise<string> => {
  const app: FastifyInstance = await testApp(t, { config: { databaseUrl, ...config } })
  await seedDemoPlans(app)
  return app.listen({ host: '127.0.0.1', port: 0 })
}

/** Runs the pod's one container, its arguments changed as the cluster would resolve them. */
const runPod = async (name: string, values: object, change: (argument: string) => string) => {
  const [container] = podOf(render({ values }), 'Pod', `planning-engine-test-${name}`).spec.containers
  const [, ...options] = container?.command ?? []
  const child = spawn(process.execPath, [...options, ...(container?.args ?? []).map(change)], { env: {} })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part
  })
  const [code] = await once(child, 'close')
  return { code, out }
}

const at = (url: string) => (argument: string) => argument.replace(/^http:\/\/planning-engine:80$/, url)
const nowhere = at('http://127.0.0.1:1')

t.test('health: passes while the service is ready', async (t) => {
  t.match(await runPod('health', {}, at(await serve(t))), { code: 0, out: /\/health\/ready: 200/ })
  t.not((await runPod('health', {}, nowhere)).code, 0, 'and fails where nobody answers')
})

t.test('unauthorized: passes at 401', async (t) => {
  t.match(await runPod('unauthorized', {}, at(await serve(t))), { code: 0, out: /401/ })
  t.not((await runPod('unauthorized', {}, nowhere)).code, 0, 'and fails where nobody answers')
})

t.test('flag-off: passes at 404 feature_not_available, and fails while the feature is there', async (t) => {
  const values = switches['flag-off test'] ?? {}
  const off = await runPod('flag-off', values, at(await serve(t, { timeCrunchKillSwitch: true })))
  t.match(off, { code: 0, out: /404 .*feature_not_available/ })
  t.match(await runPod('flag-off', values, at(await serve(t))), { code: 1, out: /401/ })
})

t.test('preview: passes at an answer that holds the articles, and fails with the flag off', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'planning-token-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const file = join(folder, 'TOKEN')
  await writeFile(file, `${tokenFor(demoUser)}\n`)
  const values = switches['preview test with a given token'] ?? {}
  const given = (url: string) => (argument: string) =>
    at(url)(argument.replace('/etc/planning-engine/token/TOKEN', file))
  const on = await runPod('preview', values, given(await serve(t)))
  t.match(on, { code: 0, out: /200 .*[1-9]\d* sessions/ })
  t.notMatch(on.out, /eyJ/, 'and the token is not in its log')
  const off = await runPod('preview', values, given(await serve(t, { timeCrunchKillSwitch: true })))
  t.match(off, { code: 1, out: /404 feature_not_available/ })
})

t.test('preview: the default plan and subject are those of the demo', async (t) => {
  const [container] = podOf(
    render({ values: switches['preview test with its own token'] ?? {} }),
    'Pod',
    'planning-engine-test-preview',
  ).spec.containers
  t.strictSame(container?.args?.slice(2), [demoPlans[0].id, '30', `--subject=${demoUser}`])
})

t.test('the probes ask for routes that there are: 200', async (t) => {
  const app = await testApp(t, { config: { databaseUrl } })
  const [container] = podOf(render(), 'Deployment', 'planning-engine').spec.containers
  const names = container?.ports?.map(({ name }) => name)
  for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe'] as const) {
    const { path, port } = container![probe]!.httpGet
    t.ok(names?.includes(port), `${probe}: ${port} is a port of the container`)
    t.equal((await app.inject({ url: path })).statusCode, 200, `${probe}: ${path}`)
  }
})
