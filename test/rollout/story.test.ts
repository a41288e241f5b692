/**
 * The whole story with real parts: the service under load, its flag from the SDK's stream, Prometheus scraping it, and
 * the command as a process. Only LaunchDarkly is a stand-in, for both of its protocols. Hours are seconds here.
 */
import { setTimeout as wait } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { gatesWithoutCluster } from '../../rollout/core/gates.ts'
import { look } from '../../rollout/verbs/look.ts'
import { eventually } from '../monitoring/running-prometheus.ts'
import { type LaunchDarklyStandIn, startLaunchDarkly } from '../stand-ins/launchdarkly/launchdarkly.ts'
import { environmentFor, flagKey, type Running, rolloutWith, startCommand, unlaunched } from './harness.ts'
import { launchedService } from './launched-service.ts'
import { startLoad } from './load.ts'
import { mortalPrometheus } from './mortal-prometheus.ts'

/** Rates over eight seconds, a look each second. */
const pace = (dwell: string, percents = [10, 25, 50, 100]): string[] => [
  '--phases',
  percents.map((percent) => `${percent}:${dwell}`).join(','),
  ...['--interval', '1s', '--window', '8s', '--min-requests', '5', '--no-cluster-gates'],
]

interface Line {
  readonly action?: string
  readonly percent?: number
  readonly event?: string
  readonly reasons?: string[]
  readonly sentence?: string
}

const linesOf = (stdout: string): Line[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))

const setting = async (t: Test) => {
  const launchDarkly = await startLaunchDarkly({ flags: [unlaunched()] })
  t.teardown(() => launchDarkly.close())
  const service = await launchedService(t, launchDarkly, 100)
  const prometheus = await mortalPrometheus(t, service.scrapeAddress)
  const env = environmentFor(launchDarkly, prometheus.url)
  const command = (...words: string[]): Running => startCommand(t, env, words)

  /** As soon as Prometheus has seen the service: before, nobody would see what comes. */
  const begin = async (...words: string[]): Promise<void> => {
    const started = await eventually(
      () => command('start', '--no-cluster-gates', ...words).ended,
      ({ code }) => code === 0,
    )
    t.equal(started.code, 0, started.stderr)
  }
  const flagIsOff = () => launchDarkly.table.get(flagKey)?.on === false
  return { launchDarkly, service, prometheus, command, begin, flagIsOff }
}

const phasesSeen = (lines: readonly Line[]): number[] => [
  ...new Set(lines.flatMap(({ percent }) => (percent === undefined ? [] : [percent]))),
]

const comments = ({ rest }: LaunchDarklyStandIn): string[] =>
  rest.log.entries.map(({ comment = '' }) => comment).reverse()

t.test('healthy: 10 → 25 → 50 → 100 % by itself, and nobody who was in falls out', async (t) => {
  const { launchDarkly, service, prometheus, command, begin } = await setting(t)
  t.match(await service.preview(service.athletes[0]), { status: 404, error: 'feature_not_available' })
  t.match(await service.preview(), { status: 404 }, 'off for all: without a token too')
  const load = startLoad(t, service)
  await begin()

  const { code, stdout, stderr } = await command('watch', '--promote', '--json', ...pace('4s')).ended
  t.equal(code, 0, stderr)
  const lines = linesOf(stdout)
  t.match(lines.at(-1), { sentence: 'Ended: the rollout is complete' })
  t.strictSame(phasesSeen(lines), [10, 25, 50, 100])
  t.match(comments(launchDarkly), [/start at 10 %/, /promote to 25 %/, /promote to 50 %/, /promote to 100 %/])
  await load.stop()

  t.strictSame(load.lost, [])
  t.strictSame([...new Set(load.seen.map(({ status }) => status))].sort(), [200, 404])
  const isIn = new Set<string>()
  const fellOut = load.seen.filter(({ athlete, status }) => {
    if (status === 200) isIn.add(athlete)
    return status !== 200 && isIn.has(athlete)
  })
  t.strictSame(fellOut, [], 'whoever is in stays in')
  const all = await Promise.all(service.athletes.map(service.preview))
  t.ok(all.every(({ status }) => status === 200))
  t.comment(`${load.seen.length} requests, ${lines.length} looks`)

  const { rollout } = rolloutWith(launchDarkly, {
    prometheusUrl: prometheus.url,
    settings: { gates: gatesWithoutCluster, windowSeconds: 8, intervalSeconds: 1, fewestRequests: 5 },
  })
  const startedMs = performance.now()
  const seen = await look(rollout)
  const tookMs = performance.now() - startedMs
  t.comment(`a decision takes ${Math.round(tookMs)} ms`)
  t.ok(tookMs < 2_000, `${tookMs} ms`)
  t.equal(seen.states.length, 4)
})

t.test('sick: taken back by itself, every answer under way arrives, then 404 for everybody', async (t) => {
  const { launchDarkly, service, command, begin, flagIsOff } = await setting(t)
  const load = startLoad(t, service)
  // Half of the users from the start, so that many are under way when it goes off.
  const half = pace('60s', [50, 100])
  await begin(...half)
  const watching = command('watch', '--promote', '--json', ...half)
  await eventually(
    async () => linesOf(watching.stdout()).length,
    (count) => count > 3,
  )
  t.equal(launchDarkly.table.get(flagKey)?.on, true)

  Object.assign(service.app.faults, { delayMs: 600, failingShare: 0.5 })
  const sickMs = Date.now()
  const { code, stdout } = await watching.ended
  t.equal(code, 3)
  t.ok(flagIsOff())
  const lines = linesOf(stdout)
  t.match(lines.at(-1), { sentence: 'Ended: the rollout was taken back' })
  t.match(
    lines.find(({ event }) => event?.startsWith('Rolled back')),
    { event: /rate: .* is a reason to roll back/ },
  )
  t.match(comments(launchDarkly).at(-1), /^Rollout: rollback\. .*step=rollback run=/)

  await wait(1_500)
  const answers = await Promise.all([...service.athletes.map(service.preview), service.preview()])
  t.ok(answers.every(({ status, error }) => status === 404 && error === 'feature_not_available'))
  await load.stop()
  const offMs = launchDarkly.rest.log.entries[0]?.date ?? 0
  const underWay = load.seen.filter(
    ({ askedMs, answeredMs, status }) => askedMs < offMs && answeredMs > offMs && status !== 404,
  )
  t.comment(`rolled back ${offMs - sickMs} ms after the first fault, ${underWay.length} requests under way`)
  t.strictSame(load.lost, [], 'no request was lost')
  t.ok(underWay.length > 0, 'and some were under way')
  t.strictSame([...new Set(load.seen.map(({ status }) => status))].sort(), [200, 404, 500])
  const late = load.seen.filter(({ askedMs }) => askedMs > offMs + 1_000)
  t.ok(late.length > 0 && late.every(({ status }) => status === 404), 'a second later 404 alone')

  const again = await command('start', ...pace('60s').map((word) => (word === '8s' ? '60s' : word))).ended
  t.match(again, { code: 4, stderr: /would take it back at once/ }, 'not again before that has passed')
})

t.test('Prometheus dies in the middle of a phase: hold; it comes back: on', async (t) => {
  const { launchDarkly, service, prometheus, command, begin } = await setting(t)
  const load = startLoad(t, service)
  await begin()
  const watching = command('watch', '--promote', '--json', ...pace('2s'))
  await prometheus.die()
  const blind = () =>
    linesOf(watching.stdout()).filter(({ reasons = [] }) => /can't be reached/.test(reasons.join()))
  await eventually(
    async () => blind().length,
    (count) => count > 4,
  )
  t.ok(blind().length > 4)
  t.ok(blind().every(({ action }) => action === 'hold'))
  t.match(launchDarkly.table.get(flagKey), { on: true }, 'nothing is taken back for want of data')
  const percentBefore = blind().at(-1)?.percent
  await prometheus.comeBack()
  const { code, stdout } = await watching.ended
  t.equal(code, 0)
  t.match(linesOf(stdout).at(-1), { sentence: 'Ended: the rollout is complete' })
  t.ok(percentBefore !== undefined && percentBefore < 100)
  await load.stop()
  t.strictSame(load.lost, [])
})
