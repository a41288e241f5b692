/** `watch`, look by look, on a clock that runs fast. */
import t from 'tap'
import type { RolloutSettings } from '../../../rollout/rollout.ts'
import type { Look } from '../../../rollout/verbs/look.ts'
import { pause } from '../../../rollout/verbs/pause.ts'
import { start } from '../../../rollout/verbs/start.ts'
import { type WatchOptions, watch } from '../../../rollout/verbs/watch.ts'
import { percentage } from '../../stand-ins/launchdarkly/flag-table.ts'
import type { LaunchDarklyStandIn } from '../../stand-ins/launchdarkly/launchdarkly.ts'
import type { PrometheusStandIn } from '../../stand-ins/prometheus.ts'
import { flagKey, rolloutWith, standIns } from '../harness.ts'

/** Interrupted after so many looks; `between` happens after each. */
const watching = (
  launchDarkly: LaunchDarklyStandIn,
  prometheus: PrometheusStandIn,
  options: Partial<WatchOptions> & {
    mostLooks?: number
    between?: (count: number) => void
    settings?: Partial<RolloutSettings>
  } = {},
) => {
  const { mostLooks = 5, between, settings, ...others } = options
  const { rollout, notices } = rolloutWith(launchDarkly, {
    prometheusUrl: prometheus.url,
    settings: { intervalSeconds: 1, ...settings },
  })
  const looks: Look[] = []
  const events: string[] = []
  const run = watch(rollout, {
    promote: false,
    once: false,
    forever: false,
    reportEverySeconds: 3_600,
    isInterrupted: () => looks.length >= mostLooks,
    onLook: (seen) => {
      looks.push(seen)
      between?.(looks.length)
    },
    onEvent: (event) => events.push(event),
    ...others,
  })
  return { rollout, run, looks, events, notices }
}

const started = async (t: Parameters<typeof standIns>[0]) => {
  const both = await standIns(t)
  await start(rolloutWith(both.launchDarkly, { prometheusUrl: both.prometheus.url }).rollout)
  return both
}

const longPhases: Partial<RolloutSettings> = {
  phases: [
    { number: 1, percent: 10, dwellSeconds: 3_600 },
    { number: 2, percent: 100, dwellSeconds: 3_600 },
  ],
}

t.test('ends when the phase is over, and leaves the promotion to people', async (t) => {
  const { launchDarkly, prometheus } = await started(t)
  const { run, looks, notices } = watching(launchDarkly, prometheus)
  t.match(await run, { exitCode: 0, lines: ['Ended: the phase is over, promote to 25 % when you like'] })
  t.equal(looks.length, 1)
  t.strictSame(notices, ['Rollout: the phase is over, promote to 25 % when you like'])
  t.match(launchDarkly.table.get(flagKey), { fallthrough: percentage(10) })
})

t.test('with --promote it goes to the end by itself', async (t) => {
  const { launchDarkly, prometheus } = await started(t)
  const { run, events } = watching(launchDarkly, prometheus, { promote: true, mostLooks: 9 })
  t.match(await run, { exitCode: 0, lines: ['Ended: the rollout is complete'] })
  t.match(events, [/10 % → 25 %/, /25 % → 50 %/, /50 % → 100 %/])
  t.match(launchDarkly.table.get(flagKey), { on: true, fallthrough: percentage(100) })
})

t.test('rolls back at the second reading in a row, also paused, and says so', async (t) => {
  const { launchDarkly, prometheus } = await started(t)
  await pause(rolloutWith(launchDarkly).rollout)
  const { run, looks, events, notices } = watching(launchDarkly, prometheus, {
    promote: true,
    mostLooks: 500,
    settings: longPhases,
    between: (count) => {
      if (count === 2) prometheus.change({ error_rate: 0.3 })
    },
  })
  t.match(await run, { exitCode: 3, lines: ['Ended: the rollout was taken back'] })
  t.ok(looks.length > 3, 'not at the first')
  t.match(launchDarkly.table.get(flagKey), { on: false })
  t.match(events, [/^Rolled back: .*Error rate: 30 %/])
  t.match(notices, [/^Rolled back/])
})

t.test('one violation of the amendment is enough', async (t) => {
  const { launchDarkly, prometheus } = await started(t)
  const { run, looks } = watching(launchDarkly, prometheus, {
    settings: longPhases,
    between: (count) => {
      if (count === 1) prometheus.change({ amendment_violations: 1, requests: 1 })
    },
  })
  t.match(await run, { exitCode: 3 })
  t.equal(looks.length, 2)
})

t.test('holds while Prometheus is away, and goes on when it is back', async (t) => {
  const { launchDarkly, prometheus } = await started(t)
  const { run, looks } = watching(launchDarkly, prometheus, {
    promote: true,
    mostLooks: 12,
    between: (count) => {
      if (count === 1) prometheus.fail(502, '<html>Bad gateway</html>')
      if (count === 4) prometheus.recover()
    },
  })
  t.match(await run, { exitCode: 0, lines: [/complete/] })
  t.strictSame(
    looks.map(({ decision }) => decision.action),
    ['promote', 'hold', 'hold', 'hold', 'promote', 'promote', 'done'],
  )
})

t.test('LaunchDarkly is away: holds; and with bad gates it tries to switch off until it can', async (t) => {
  const { launchDarkly, prometheus } = await started(t)
  const { run, looks, events, notices } = watching(launchDarkly, prometheus, {
    mostLooks: 20,
    settings: longPhases,
    between: (count) => {
      if (count === 1) launchDarkly.fail(500)
      if (count === 2) prometheus.set({ p95: 30 })
      if (count === 4) launchDarkly.recover()
    },
  })
  t.match(await run, { exitCode: 3 })
  t.match(looks[1], { flag: undefined, decision: { action: 'hold' } })
  t.match(looks[2], { flag: undefined, decision: { action: 'roll_back' } })
  t.match(events[0], /^NOT ROLLED BACK: LaunchDarkly answered 500/)
  t.match(notices[0], /^NOT ROLLED BACK/)
  t.match(launchDarkly.table.get(flagKey), { on: false })
})

t.test('an approval that is wanted: told, and tried again', async (t) => {
  const { launchDarkly, prometheus } = await started(t)
  launchDarkly.rest.failNext({ method: 'PATCH', status: 405 })
  const { run, events } = watching(launchDarkly, prometheus, { promote: true, mostLooks: 2 })
  t.match(await run, { exitCode: 130 })
  t.match(events, [/^Not promoted: LaunchDarkly wants an approval/, /10 % → 25 %/])
})

t.test('interrupted: the flag stays as it is, and it says how', async (t) => {
  const { launchDarkly, prometheus } = await started(t)
  const { run } = watching(launchDarkly, prometheus, { mostLooks: 2, settings: longPhases })
  t.match(await run, {
    exitCode: 130,
    lines: ['Interrupted: the flag stays on for 10 %; nobody watches now'],
  })
  t.match(launchDarkly.table.get(flagKey), { on: true, fallthrough: percentage(10) })
})

t.test('once: one look; exit 3 when it rolled back', async (t) => {
  const { launchDarkly, prometheus } = await started(t)
  const holding = watching(launchDarkly, prometheus, { once: true, settings: longPhases })
  t.match(await holding.run, { exitCode: 0, lines: ['One look: hold'] })
  prometheus.set({ cpu: 0.99 })
  const first = watching(launchDarkly, prometheus, {
    once: true,
    settings: { ...longPhases, intervalSeconds: 60 },
  })
  t.match(await first.run, { exitCode: 0 }, 'the reading of a minute ago is from before the start')
  const second = watching(launchDarkly, prometheus, {
    once: true,
    settings: { ...longPhases, readingsToRollBack: 1 },
  })
  t.match(await second.run, { exitCode: 3 })
  t.match(launchDarkly.table.get(flagKey), { on: false })
})

t.test('forever: neither the end of a phase, nor a rollback, nor "off" ends it', async (t) => {
  const { launchDarkly, prometheus } = await started(t)
  const { run, events, looks, notices } = watching(launchDarkly, prometheus, {
    forever: true,
    mostLooks: 8,
    between: (count) => {
      if (count === 3) prometheus.set({ amendment_violations: 1 })
    },
  })
  t.match(await run, { exitCode: 130, lines: ['Interrupted: the flag stays off; nobody watches now'] })
  t.equal(looks.length, 8)
  t.match(events, [
    /^Still watching: the phase is over/,
    /^Rolled back/,
    /^Still watching: the rollout was taken back/,
    /^Still watching: the flag is off/,
  ])
  t.equal(notices.length, 2, 'told once each')
})

t.test('with the flag off there is nothing to watch', async (t) => {
  const { launchDarkly, prometheus } = await standIns(t)
  const { run, notices } = watching(launchDarkly, prometheus)
  t.match(await run, { exitCode: 0, lines: ['Ended: the flag is off, there is nothing to watch'] })
  t.strictSame(notices, [])
})

t.test('posts the report as often as it is told', async (t) => {
  const { launchDarkly, prometheus } = await started(t)
  const { run, notices } = watching(launchDarkly, prometheus, {
    reportEverySeconds: 0,
    mostLooks: 2,
    settings: longPhases,
  })
  await run
  t.match(notices, [/^## Phase 1 status update, hour 1/, /Active users \(1 h\): 12/])
})
