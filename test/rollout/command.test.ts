/** The command as somebody types it: a process of its own, its output, its exit codes, and Ctrl-C. */
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { percentage } from '../stand-ins/launchdarkly/flag-table.ts'
import { environmentFor, flagKey, type Run, standIns, startCommand, unlaunched } from './harness.ts'

const command = (t: Test, env: Record<string, string>, ...words: string[]): Promise<Run> =>
  startCommand(t, env, words).ended

t.test('without what it needs: exit 2 and one sentence, before anything is asked', async (t) => {
  const { launchDarkly } = await standIns(t)
  const env = environmentFor(launchDarkly)
  const cases: [Record<string, string>, string[], RegExp][] = [
    [{}, ['status'], /^LAUNCHDARKLY_API_TOKEN: found nothing/],
    [env, ['start'], /^PROMETHEUS_URL: found nothing, expected a Prometheus; start goes by its gates/],
    [{ ...env, PROMETHEUS_URL: 'prometheus' }, ['status'], /^PROMETHEUS_URL: found "prometheus"/],
    [
      { ...env, PROMETHEUS_URL: 'http://u:hush@127.0.0.1' },
      ['status'],
      /^PROMETHEUS_URL: found credentials in it/,
    ],
    [env, ['report', '--webhook'], /^ROLLOUT_WEBHOOK_URL: found nothing/],
    [env, ['sleep'], /^VERB: found "sleep".*\nTry npm run rollout -- --help/],
  ]
  for (const [variables, words, message] of cases) {
    const { code, stdout, stderr } = await command(t, variables, ...words)
    t.equal(code, 2, stderr)
    t.match(stderr, message)
    t.notMatch(stderr, 'hush')
    t.equal(stdout, '')
  }
  const help = await command(t, {}, '--help')
  t.match(help, { code: 0, stdout: /^Usage: npm run rollout.*Examples:.*Exit codes:/s, stderr: '' })
})

t.test(
  'plan, start, status, promote, report, rollback: one after the other, each a new process',
  async (t) => {
    const { launchDarkly, prometheus } = await standIns(t)
    const env = environmentFor(launchDarkly, prometheus.url)
    const version = () => launchDarkly.table.get(flagKey)?.version

    const plan = await command(t, env, 'plan')
    t.match(plan, { code: 0, stdout: /off for everybody.*1 ← next +10 % +4 h\n.*"rolloutWeights"/s })
    t.match(await command(t, env, 'start', '--dry-run'), { code: 0, stdout: /^Dry run/ })
    t.equal(version(), 1)
    t.match(await command(t, env, 'start', '--reason', 'launch'), { code: 0, stdout: /^Started/, stderr: '' })
    t.match(launchDarkly.table.get(flagKey), { on: true, fallthrough: percentage(10) })

    const status = await command(t, env, 'status')
    t.match(status, {
      code: 0,
      stdout: /on for 10 % of the users \(phase 1 of 4\)\nSince .*by this command; held for/,
    })
    t.match(status.stdout, /^Success rate +99.8 % +> 95 % +< 90 % +promote$/m)
    const data = JSON.parse((await command(t, env, 'status', '--json')).stdout)
    t.match(data, {
      on: true,
      percent: 10,
      paused: false,
      since: { by: 'rollout' },
      action: 'hold',
      requests: 500,
    })

    t.match(await command(t, env, 'promote'), {
      code: 4,
      stdout: /^Not promoted:\n {2}phase 1 has been held for/,
    })
    const impatient = await command(t, env, 'promote', '--phases', '10:0s,100:0s', '--json')
    t.equal(impatient.code, 0)
    t.strictSame(JSON.parse(impatient.stdout), { from: 10, percent: 100, changed: true, notes: [] })

    t.match(await command(t, env, 'report'), { code: 0, stdout: /^## Phase 4 status update, hour 1\n/ })
    t.match(await command(t, env, 'rollback'), { code: 0, stdout: /^Rolled back/ })
    t.match(launchDarkly.table.get(flagKey), { on: false, version: 4 })
  },
)

t.test('exit codes 5, 6, 7: approval, LaunchDarkly, the flag', async (t) => {
  const { launchDarkly, prometheus } = await standIns(t)
  const env = environmentFor(launchDarkly, prometheus.url)
  launchDarkly.rest.failNext({ method: 'PATCH', status: 405 })
  t.match(await command(t, env, 'start'), { code: 5, stderr: /approval/, stdout: '' })
  const refused = await command(t, { ...env, LAUNCHDARKLY_API_TOKEN: 'api-wrong-7d1f\n' }, 'status')
  t.match(refused, { code: 6, stderr: /does not know this token/ })
  t.notMatch(refused.stderr, '7d1f')
  t.match(await command(t, { ...env, LAUNCHDARKLY_ENVIRONMENT: 'mars' }, 'plan'), { code: 6, stderr: /mars/ })
  launchDarkly.table.change(flagKey, { variations: ['on', 'off'] })
  t.match(await command(t, env, 'start'), { code: 7, stderr: /not a boolean/ })
  t.match(launchDarkly.table.get(flagKey), { on: false })
})

t.test('watch: quiet lines where no terminal is, and Ctrl-C leaves the flag as it is', async (t) => {
  const on = unlaunched({ on: true, fallthrough: percentage(10) })
  const { launchDarkly, prometheus } = await standIns(t, [on])
  launchDarkly.rest.changeByHand(flagKey, {})
  const running = startCommand(t, environmentFor(launchDarkly, prometheus.url), ['watch', '--interval', '1s'])
  while (running.stdout().split('\n').length < 4) await once(running.child.stdout!, 'data')
  running.child.kill('SIGINT')
  const { code, stdout, stderr } = await running.ended
  t.equal(code, 130)
  t.equal(stderr, '')
  t.match(stdout, /^\d{4}-\S+Z {2}on for 10 % of the users \(phase 1 of 4\): hold; phase 1 has been held for/)
  t.match(stdout, /\nInterrupted: the flag stays on for 10 %; nobody watches now\n$/)
  t.notMatch(stdout, '\u001b')
  t.match(launchDarkly.table.get(flagKey), { on: true, fallthrough: percentage(10) })
  t.equal(launchDarkly.rest.patches.length, 0)
})

t.test('watch --json: a line a look; exit 3 after a rollback', async (t) => {
  const on = unlaunched({ on: true, fallthrough: percentage(10) })
  const { launchDarkly, prometheus } = await standIns(t, [on])
  prometheus.set({ amendment_violations: 1 })
  const { code, stdout } = await command(
    t,
    environmentFor(launchDarkly, prometheus.url),
    'watch',
    '--json',
    '--reason',
    'the guard',
  )
  t.equal(code, 3)
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  t.match(lines, [
    { action: 'roll_back', percent: 10 },
    { event: /^Rolled back/ },
    { sentence: /taken back/ },
  ])
  t.match(launchDarkly.rest.patches, [{ comment: /^Rollout: rollback. the guard; Amendment violations/ }])
})

t.test('report: to a file, and to a webhook, whose failure is told and changes nothing', async (t) => {
  const posted: unknown[] = []
  const hook = createServer(async (request, response) => {
    posted.push(await json(request))
    response.writeHead(posted.length === 1 ? 200 : 500).end('ok')
  }).listen(0, '127.0.0.1')
  await once(hook, 'listening')
  t.teardown(() => hook.close())
  const { launchDarkly, prometheus } = await standIns(t)
  const env = {
    ...environmentFor(launchDarkly, prometheus.url),
    ROLLOUT_WEBHOOK_URL: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/services/secret-7d1f`,
  }
  const folder = await mkdtemp(join(tmpdir(), 'rollout-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'report.md')
  const written = await command(t, env, 'report', '--output', file, '--webhook')
  t.match(written, { code: 0, stdout: `Written to ${file}\n`, stderr: '' })
  const markdown = await readFile(file, 'utf8')
  t.match(markdown, /^## Rollout status update/)
  t.strictSame(posted, [{ text: markdown }])

  const started = await command(t, env, 'start')
  t.match(started, { code: 0, stdout: /^Started/, stderr: 'the webhook answered 500\n' })
  t.match(posted[1], { text: /^Started: the flag is on for 10 %/ })
})
