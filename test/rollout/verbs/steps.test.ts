/** start, promote, rollback, pause, resume: what each writes, and when it does not. */
import t from 'tap'
import { defaultPhases } from '../../../rollout/core/phases.ts'
import { pause, resume } from '../../../rollout/verbs/pause.ts'
import { promote } from '../../../rollout/verbs/promote.ts'
import { rollback } from '../../../rollout/verbs/rollback.ts'
import { start } from '../../../rollout/verbs/start.ts'
import { percentage } from '../../stand-ins/launchdarkly/flag-table.ts'
import { flagKey, rolloutWith, standIns, unlaunched } from '../harness.ts'

const at = (percent: number) => unlaunched({ on: true, fallthrough: percentage(percent) })

t.test('start: one patch, with a comment that says who and why', async (t) => {
  const { launchDarkly, prometheus } = await standIns(t)
  const { rollout, notices } = rolloutWith(launchDarkly, {
    prometheusUrl: prometheus.url,
    settings: { reason: 'launch of phase 1' },
  })
  t.match(await start(rollout), { exitCode: 0, lines: [/^Started: the flag is on for 10 %/] })
  t.match(launchDarkly.table.get(flagKey), {
    on: true,
    fallthrough: percentage(10),
    offVariation: 1,
    version: 2,
  })
  t.match(launchDarkly.rest.patches, [
    {
      comment:
        'Rollout: start at 10 %. launch of phase 1; first phase. [planning-engine rollout step=start percent=10 run=a-run-of-tests]',
      environmentKey: 'production',
      instructions: [
        { kind: 'updateOffVariation' },
        { kind: 'updateFallthroughVariationOrRollout', rolloutContextKind: 'user' },
        { kind: 'turnFlagOn' },
      ],
    },
  ])
  t.strictSame(notices, ['Started: the flag is on for 10 % of the users'])
  t.match(await start(rollout), { exitCode: 0, lines: [/^Nothing to do/], data: { changed: false } })
  t.equal(launchDarkly.rest.patches.length, 1)
})

t.test('start: not over a running rollout, paused, blind, or into what is broken', async (t) => {
  const { launchDarkly, prometheus } = await standIns(t, [at(25)])
  const { rollout } = rolloutWith(launchDarkly, { prometheusUrl: prometheus.url })
  await t.rejects(start(rollout), { exitCode: 4, message: /on for 25 % already/ })
  launchDarkly.table.change(flagKey, { on: false })
  await pause(rollout)
  await t.rejects(start(rollout), { exitCode: 4, message: /paused/ })
  await resume(rollout)
  prometheus.fail(200, '<html>')
  await t.rejects(start(rollout), { exitCode: 4, message: /nobody would see what happens.*no JSON/ })
  prometheus.recover()
  prometheus.set({ amendment_violations: 2 })
  await t.rejects(start(rollout), { exitCode: 4, message: /Amendment violations would take it back/ })
  t.equal(launchDarkly.table.get(flagKey)?.on, false)
  prometheus.set({})
  t.match(await start(rollout), { exitCode: 0 })
})

t.test('start warns of what the percentage does not govern', async (t) => {
  const { launchDarkly, prometheus } = await standIns(t, [
    unlaunched({ targets: [{ values: ['athlete-1'], variation: 0 }], offVariation: 0 }),
  ])
  const { rollout } = rolloutWith(launchDarkly, { prometheusUrl: prometheus.url })
  t.match(await start(rollout), {
    lines: [/^Note: individual targets/, /^Note: the off variation/, /^Started/],
  })
  t.equal(launchDarkly.table.get(flagKey)?.offVariation, 1, 'mended by the same patch')
})

t.test('dry run: LaunchDarkly is asked, and nothing changes', async (t) => {
  const { launchDarkly, prometheus } = await standIns(t)
  const { rollout, notices } = rolloutWith(launchDarkly, {
    prometheusUrl: prometheus.url,
    settings: { dryRun: true },
  })
  t.match(await start(rollout), { exitCode: 0, lines: [/^Dry run/], data: { changed: false } })
  t.match(await pause(rollout), { exitCode: 0, lines: [/^Dry run/] })
  t.match(launchDarkly.rest.patches, [{ dryRun: true }, { dryRun: true }])
  launchDarkly.table.change(flagKey, { on: true })
  // The answer to a dry run shows the flag as it would be: off.
  t.match(await rollback(rollout), { exitCode: 0, lines: [/^Dry run/] })
  t.match(launchDarkly.table.get(flagKey), { on: true })
  t.strictSame(launchDarkly.rest.tagsOf(flagKey), [])
  t.strictSame(notices, [])
})

t.test('promote: through the phases, then nothing more', async (t) => {
  const { launchDarkly, prometheus } = await standIns(t)
  const { rollout, notices } = rolloutWith(launchDarkly, { prometheusUrl: prometheus.url })
  await start(rollout)
  for (const percent of [25, 50, 100]) {
    t.match(await promote(rollout), { exitCode: 0, data: { percent, changed: true } })
    t.match(launchDarkly.table.get(flagKey), { on: true, fallthrough: percentage(percent) })
  }
  t.match(await promote(rollout), { exitCode: 0, lines: ['Nothing to promote:', /last phase/] })
  t.equal(launchDarkly.rest.patches.length, 4)
  t.equal(notices.length, 4)
})

t.test('promote: held by time, gates, a pause, silence, or an audit log that is behind', async (t) => {
  const { launchDarkly, prometheus } = await standIns(t)
  const { rollout } = rolloutWith(launchDarkly, { prometheusUrl: prometheus.url })
  const held = async (reason: RegExp, asked = rollout) =>
    t.match(
      await promote(asked),
      { exitCode: 4, data: { changed: false, reasons: [reason] } },
      String(reason),
    )
  await held(/flag is off/)
  await start(rollout)
  await held(
    /held for .* of 4 h/,
    rolloutWith(launchDarkly, { prometheusUrl: prometheus.url, settings: { phases: defaultPhases } }).rollout,
  )
  prometheus.set({ success_rate: 0.94 })
  await held(/Success rate: 94 %/)
  prometheus.set({ requests: 3 })
  t.match(await promote(rollout), { exitCode: 4, data: { reasons: [/only 3 requests/, /only 3/, /only 3/] } })
  prometheus.set({ p95: [{ metric: {}, value: 'NaN' }] })
  await held(/NaN/)
  prometheus.set({
    p95: [
      { metric: { namespace: 'a' }, value: '1' },
      { metric: { namespace: 'b' }, value: '1' },
    ],
  })
  await held(/2 series/)
  prometheus.set({})
  await pause(rollout)
  await held(/paused/)
  await resume(rollout)
  launchDarkly.rest.log.lagBehind(3)
  await held(/audit log does not say/)
  launchDarkly.rest.log.lagBehind(0)
  prometheus.set({ amendment_violations: 1 })
  t.match(await promote(rollout), { exitCode: 4, lines: [/use rollback/, /Amendment violations/] })
  t.match(launchDarkly.table.get(flagKey), { fallthrough: percentage(10) })
  t.match(await promote(rolloutWith(launchDarkly).rollout), { exitCode: 4 }, 'no Prometheus at all')
})

t.test('somebody else changes the weights between the look and the write: nothing is done', async (t) => {
  const { launchDarkly, prometheus } = await standIns(t)
  const { rollout } = rolloutWith(launchDarkly, { prometheusUrl: prometheus.url })
  await start(rollout)
  launchDarkly.rest.failNext({
    method: 'PATCH',
    status: 409,
    meanwhile: () => launchDarkly.rest.changeByHand(flagKey, { fallthrough: percentage(40) }),
  })
  await t.rejects(promote(rollout), {
    exitCode: 4,
    message:
      /Somebody changed the flag meanwhile: it was on for 10 % and is on for 40 %; nothing was changed/,
  })
  t.match(launchDarkly.table.get(flagKey), { fallthrough: percentage(40) })
  t.match(await promote(rollout), { exitCode: 4, data: { reasons: [/40 % is no phase/] } })
})

t.test('409 that passes is no fault; one that stays is', async (t) => {
  const { launchDarkly, prometheus } = await standIns(t)
  const { rollout } = rolloutWith(launchDarkly, { prometheusUrl: prometheus.url })
  const conflict = { method: 'PATCH', status: 409 } as const
  launchDarkly.rest.failNext(conflict, conflict)
  t.match(await start(rollout), { exitCode: 0 })
  launchDarkly.rest.failNext(conflict, conflict, conflict)
  await t.rejects(promote(rollout), { exitCode: 6, message: /conflict/ })
  t.match(launchDarkly.table.get(flagKey), { fallthrough: percentage(10) })
})

t.test('405: nothing is done, and it says what to do', async (t) => {
  const { launchDarkly, prometheus } = await standIns(t)
  const { rollout } = rolloutWith(launchDarkly, { prometheusUrl: prometheus.url })
  launchDarkly.rest.failNext({ method: 'PATCH', status: 405 })
  await t.rejects(start(rollout), { exitCode: 5, message: /approval/ })
  t.match(launchDarkly.table.get(flagKey), { on: false, version: 1 })
})

t.test('rollback: off, through conflicts, whatever the flag and Prometheus say', async (t) => {
  const { launchDarkly } = await standIns(t, [at(50)])
  const { rollout, notices } = rolloutWith(launchDarkly, { settings: { reason: 'odd sessions' } })
  await pause(rollout)
  // The first look fails for good; it writes all the same.
  launchDarkly.rest.failNext({ method: 'GET', status: 400 }, { method: 'PATCH', status: 409 })
  t.match(await rollback(rollout), {
    exitCode: 0,
    lines: ['Rolled back: the flag is off for everybody. Why: odd sessions'],
  })
  t.match(launchDarkly.table.get(flagKey), { on: false })
  t.match(launchDarkly.rest.patches.at(-1), {
    ignoreConflicts: true,
    instructions: [{ kind: 'turnFlagOff' }],
    comment: /odd sessions.*step=rollback/,
  })
  t.equal(notices.length, 2)
  t.match(await rollback(rollout), { exitCode: 0, lines: [/off already/] })
})

t.test(
  'pause and resume: a tag that everybody sees; neither changes since when the phase counts',
  async (t) => {
    const { launchDarkly, prometheus } = await standIns(t)
    const { rollout } = rolloutWith(launchDarkly, { prometheusUrl: prometheus.url })
    await start(rollout)
    t.match(await pause(rollout), { exitCode: 0, data: { paused: true, changed: true } })
    t.strictSame(launchDarkly.rest.tagsOf(flagKey), ['rollout-paused-production'])
    t.match(await pause(rollout), { exitCode: 0, lines: [/paused already/] })
    t.match(await resume(rollout), { exitCode: 0, data: { paused: false } })
    t.match(await resume(rollout), { exitCode: 0, lines: [/not paused/] })
    t.strictSame(launchDarkly.rest.tagsOf(flagKey), [])
    t.equal(launchDarkly.table.get(flagKey)?.version, 2, 'the SDKs hear nothing of it')
    t.match(await promote(rollout), { exitCode: 0 })
  },
)
