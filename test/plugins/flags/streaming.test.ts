/** Flags from LaunchDarkly's stream, with the real SDK over its real protocol. */
import t from 'tap'
import { booleanFlag, percentage } from '../../stand-ins/launchdarkly/flag-table.ts'
import { countEnabled, flagKey, startApp, startStandIn, until } from './harness.ts'

const users = Array.from({ length: 1000 }, (_, index) => `user-${index}`)

t.test('on and off for all, each within a second of the change', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey)] })
  const app = await startApp(t, standIn.connection)
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), true)
  t.equal(app.flags.isOffForAll(flagKey), false)
  t.match(app.flags.state(), { source: 'launchdarkly', status: 'up', ready: true })
  t.equal(app.flags.up(), 1)

  standIn.table.change(flagKey, { on: false })
  const offMs = await until(async () => !(await app.flags.isEnabled(flagKey, 'athlete-1')), 1000, 'off')
  t.equal(app.flags.isOffForAll(flagKey), true)
  standIn.table.change(flagKey, { on: true })
  const onMs = await until(() => app.flags.isEnabled(flagKey, 'athlete-1'), 1000, 'on')
  t.comment(`off after ${offMs.toFixed(1)} ms, on after ${onMs.toFixed(1)} ms`)
})

t.test('a percentage holds its users and only adds to them', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey, { fallthrough: percentage(10) })] })
  const app = await startApp(t, standIn.connection)
  const isIn = (user: string) => app.flags.isEnabled(flagKey, user)
  const atTen = await Promise.all(users.map(isIn))
  t.same(await Promise.all(users.map(isIn)), atTen, 'the same answer again')
  const count = atTen.filter(Boolean).length
  t.ok(count > 70 && count < 130, `${count} of 1000 at 10 %`)
  t.equal(app.flags.isOffForAll(flagKey), false, 'a caller without a token is asked for one')

  standIn.table.change(flagKey, { fallthrough: percentage(50) })
  await until(async () => (await countEnabled(app, users)) > 300, 1000)
  const atFifty = await Promise.all(users.map(isIn))
  t.ok(atTen.every((before, index) => !before || atFifty[index]))

  standIn.table.change(flagKey, { fallthrough: percentage(0) })
  await until(() => app.flags.isOffForAll(flagKey), 1000)
  t.equal(await countEnabled(app, users), 0)
})

t.test('a message of an older version is ignored, a deleted flag is off and stays deleted', async (t) => {
  const standIn = await startStandIn(t, { flags: [booleanFlag(flagKey, { version: 5 })] })
  const app = await startApp(t, standIn.connection)
  const path = `/flags/${flagKey}`
  standIn.table.tell({
    event: 'patch',
    data: { path, data: booleanFlag(flagKey, { version: 4, on: false }) },
  })
  standIn.table.change('another', {})
  await until(() => app.flags.isEnabled('another', 'athlete-1'), 1000)
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), true)

  standIn.table.delete(flagKey)
  await until(() => app.flags.isOffForAll(flagKey), 1000)
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), false)
  standIn.table.tell({ event: 'patch', data: { path, data: booleanFlag(flagKey, { version: 6 }) } })
  standIn.table.change('third', {})
  await until(() => app.flags.isEnabled('third', 'athlete-1'), 1000)
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), false, 'the tombstone has version 6 already')
})

t.test('what is unknown, mistyped, anonymous or switched off is off', async (t) => {
  const standIn = await startStandIn(t, {
    flags: [
      booleanFlag('text', { variations: ['true', 'false'] }),
      booleanFlag('number', { variations: [1, 0] }),
      booleanFlag('off-means-true', { on: false, offVariation: 0 }),
      booleanFlag('off-without-variation', { on: false, offVariation: null }),
      booleanFlag('needs-another', { prerequisites: [{ key: 'absent', variation: 0 }], offVariation: 0 }),
      booleanFlag('malformed', { fallthrough: { variation: 7 } }),
      booleanFlag(flagKey),
    ],
  })
  const app = await startApp(t, standIn.connection)
  const keys = ['text', 'number', 'off-means-true', 'off-without-variation', 'needs-another', 'malformed']
  for (const key of [...keys, 'unknown', '__proto__', 'constructor', '']) {
    t.equal(await app.flags.isEnabled(key, 'athlete-1'), false, key)
    t.equal(app.flags.isOffForAll(key), true, `${key} for all`)
  }
  t.equal(await app.flags.isEnabled(flagKey, ''), false, 'no user id')
  for (let repeat = 0; repeat < 50; repeat += 1) await app.flags.isEnabled('text', 'athlete-1')
  const complaints = app.logLines.filter((line) => line.includes('is not a boolean'))
  t.equal(complaints.length, 2, 'once for each mistyped flag, not once a request')
})

t.test('relay-style addresses, events flushed at the close, no secret in the log', async (t) => {
  const standIn = await startStandIn(t, {
    flags: [booleanFlag(flagKey)],
    prefix: '/relay',
    sdkKey: 'sdk-7d1f0c1e',
  })
  const app = await startApp(t, standIn.connection)
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), true)
  t.equal(standIn.events.length, 0, 'still queued')
  await app.close()
  const summary = standIn.events.find(({ kind }) => kind === 'summary')
  t.match(summary, { features: { [flagKey]: { counters: [{ value: true, count: 1 }] } } })
  t.equal(standIn.diagnostics.length > 0, true)
  await until(() => standIn.streamCount() === 0, 1000, 'the end of the stream')
  t.notMatch(app.logLines.join(''), 'sdk-7d1f0c1e')
  t.match(app.logLines.join(''), 'Opened LaunchDarkly stream connection')
})
