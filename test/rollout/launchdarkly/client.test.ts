/** The REST client against the stand-in: what it sends, what it makes of refusals, and how long it insists. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { percentagePatch } from '../../../rollout/core/semantic-patches.ts'
import { percentage } from '../../stand-ins/launchdarkly/flag-table.ts'
import { flagKey, rolloutWith, standIns, unlaunched, type VerbOptions } from '../harness.ts'

const client = async (t: Test, options: VerbOptions = {}) => {
  const { launchDarkly } = await standIns(t)
  const { rollout, waitsMs } = rolloutWith(launchDarkly, options)
  return { standIn: launchDarkly, client: rollout.launchDarkly, waitsMs }
}

t.test('reads where the flag stands', async (t) => {
  const { standIn, client: launchDarkly } = await client(t)
  t.match(await launchDarkly.readFlag(), { on: false, percent: 100, warnings: [] })
  standIn.table.change(flagKey, { on: true, fallthrough: percentage(25) })
  t.match(await launchDarkly.readFlag(), { on: true, percent: 25, version: 2 })
})

t.test('patches in one go, by variation id, and says what came of it', async (t) => {
  const { standIn, client: launchDarkly } = await client(t)
  const before = await launchDarkly.readFlag()
  const patch = percentagePatch('production', 10, before, 'a comment')
  t.match(await launchDarkly.patch(patch, { dryRun: true }), { on: true, percent: 10 })
  t.match(standIn.table.get(flagKey), { on: false, version: 1 }, 'a dry run changes nothing')
  t.match(await launchDarkly.patch(patch), { on: true, percent: 10 })
  t.match(standIn.table.get(flagKey), {
    on: true,
    version: 2,
    offVariation: 1,
    fallthrough: percentage(10),
  })
  t.match(standIn.rest.patches, [
    { dryRun: true, ignoreConflicts: false, comment: 'a comment', environmentKey: 'production' },
    { dryRun: false, ignoreConflicts: false },
  ])
  t.match(await launchDarkly.readTrail(), [{ comment: 'a comment', isTargeting: true }])
})

t.test('the trail: pages until a change of the targeting; a tag is none', async (t) => {
  const { standIn, client: launchDarkly } = await client(t)
  standIn.rest.changeByHand(flagKey, { on: true }, 'by hand')
  for (let count = 0; count < 30; count += 1) {
    standIn.rest.log.add({
      date: Date.now() + count + 1,
      name: 'x',
      titleVerb: 'x',
      accesses: [{ action: 'updateTags', resource: `proj/default:env/*:flag/${flagKey}` }],
    })
  }
  const trail = await launchDarkly.readTrail()
  t.equal(trail.length, 31)
  t.match(trail.at(-1), { comment: 'by hand', isTargeting: true })
  t.equal(trail.filter(({ isTargeting }) => isTargeting).length, 1)
})

t.test(
  'what LaunchDarkly refuses for good: a sentence and an exit code, and no second attempt',
  async (t) => {
    const refusals: [VerbOptions, number, RegExp][] = [
      [{ token: 'api-unknown' }, 6, /does not know this token.*LAUNCHDARKLY_API_TOKEN/],
      [{ project: 'nowhere' }, 6, /no such thing.*Unknown project key nowhere.*check the project nowhere/],
      [{ environment: 'nowhere' }, 6, /Unknown environment key nowhere/],
      [{ flagKey: 'feature.unknown' }, 6, /Unknown flag key feature\.unknown/],
    ]
    for (const [options, exitCode, message] of refusals) {
      const { client: launchDarkly, waitsMs } = await client(t, options)
      await t.rejects(launchDarkly.readFlag(), { exitCode, message })
      t.strictSame(waitsMs, [])
    }
  },
)

t.test('a token that may only read', async (t) => {
  const { standIn, client: launchDarkly } = await client(t, { token: 'api-stand-in-reader' })
  const flag = await launchDarkly.readFlag()
  await t.rejects(launchDarkly.patch(percentagePatch('production', 10, flag, 'x')), {
    exitCode: 6,
    message: /does not let this token do that/,
  })
  t.equal(standIn.table.get(flagKey)?.version, 1)
})

t.test('405, 409: an approval, a conflict', async (t) => {
  const { standIn, client: launchDarkly, waitsMs } = await client(t)
  const patch = percentagePatch('production', 10, await launchDarkly.readFlag(), 'x')
  standIn.rest.failNext({ status: 405, body: { message: 'Approval is required' } }, { status: 409 })
  await t.rejects(launchDarkly.patch(patch), { exitCode: 5, message: /approval.*"Approval is required"/ })
  await t.rejects(launchDarkly.patch(patch), { exitCode: 6, message: /conflict/ })
  t.strictSame(waitsMs, [])
})

t.test('429: waits as long as it is told, by either header', async (t) => {
  const { standIn, client: launchDarkly, waitsMs } = await client(t)
  standIn.rest.failNext(
    { status: 429, headers: { 'x-ratelimit-reset': String(Date.now() + 9_000) } },
    { status: 429, headers: { 'retry-after': '7' } },
  )
  await launchDarkly.readFlag()
  const [first = 0, second = 0] = waitsMs
  t.ok(first > 8_000 && first < 9_500, `${first}`)
  t.ok(second >= 7_000 && second < 7_500, `${second}`)
})

t.test('429 that asks for too much, 503 that stays, nobody there: given up, with a sentence', async (t) => {
  const { standIn, client: launchDarkly, waitsMs } = await client(t)
  standIn.rest.failNext({ status: 429, headers: { 'retry-after': '600' } })
  await t.rejects(launchDarkly.readFlag(), { exitCode: 6, message: /longer wait/ })
  t.strictSame(waitsMs, [])
  standIn.rest.failNext(...Array.from({ length: 4 }, () => ({ status: 503, body: '<html>' })))
  await t.rejects(launchDarkly.readFlag(), { exitCode: 6, message: /^LaunchDarkly answered 503$/ })
  t.equal(waitsMs.length, 3)
  t.equal(standIn.rest.pendingFaults(), 0)
  standIn.fail('drop')
  await t.rejects(launchDarkly.readFlag(), { exitCode: 6, message: /can't be reached/ })
})

t.test('what is no LaunchDarkly: no JSON, another form, a redirect, silence', async (t) => {
  const { standIn, client: launchDarkly } = await client(t)
  standIn.rest.failNext({ status: 200, body: '<html>' }, { status: 200, body: { hello: 1 } })
  await t.rejects(launchDarkly.readFlag(), { exitCode: 6, message: /no JSON/ })
  await t.rejects(launchDarkly.readFlag(), { exitCode: 6, message: /form that is known/ })
  const redirects = Array.from({ length: 4 }, () => ({ status: 302, headers: { location: '/elsewhere' } }))
  standIn.rest.failNext(...redirects)
  await t.rejects(launchDarkly.readFlag(), { exitCode: 6, message: /can't be reached/ })

  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await new Promise((resolve) => silent.once('listening', resolve))
  t.teardown(() => silent.close().closeAllConnections())
  const uri = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  const { rollout } = rolloutWith(standIn, { uri })
  await t.rejects(rollout.launchDarkly.readFlag(), { exitCode: 6, message: /no answer within 2 s/ })
})

t.test('no token in any message', async (t) => {
  const { client: launchDarkly } = await client(t, { token: 'api-7d1f0c1e' })
  const error = await launchDarkly.readFlag().catch((thrown: Error) => thrown)
  t.notMatch(String(error), 'api-7d1f0c1e')
})

t.test('a flag that is no boolean', async (t) => {
  const { launchDarkly } = await standIns(t, [unlaunched({ variations: ['a', 'b', 'c'] })])
  const { rollout } = rolloutWith(launchDarkly)
  await t.rejects(rollout.launchDarkly.readFlag(), { exitCode: 7, message: /not a boolean.*"a", "b", "c"/ })
})
