/**
 * Flag data that are JSON but no flags ended the process: the SDK threw inside its stream, where nobody can catch it. Where
 * it did not, the question "off for all?" threw, and every request of Time Crunch Mode was 500.
 */
import t from 'tap'
import { flagKey, startApp, startStandIn, until } from '../plugins/flags/harness.ts'
import { booleanFlag, type Flag } from '../stand-ins/launchdarkly/flag-table.ts'

const path = `/flags/${flagKey}`
const sound = booleanFlag(flagKey)
const malformed: Record<string, unknown> = {
  'no flag at all': null,
  'a word': 'on',
  'no variations': { ...sound, variations: undefined },
  'a rollout without variations': { ...sound, fallthrough: { rollout: {} } },
  'rules that are a word': { ...sound, rules: 'everybody' },
  'a rule that is nothing': { ...sound, rules: [null] },
  'targets that are a number': { ...sound, targets: 5 },
  'a target without users': { ...sound, targets: [{ variation: 0 }] },
  'prerequisites that are a number': { ...sound, prerequisites: 3 },
}
const messages: readonly (readonly [event: string, message: unknown])[] = [
  ['put', {}],
  ['put', { data: null }],
  ['put', { data: { flags: 'all' } }],
  ['put', { data: { flags: { [flagKey]: null } } }],
  ['put', []],
  ['patch', {}],
  ['patch', { path: 5 }],
  ['patch', { path, data: null }],
  ['patch', { path: '/segments/s', data: { key: 's', rules: 'x' } }],
  ['delete', {}],
  ['delete', null],
]

for (const [what, flag] of Object.entries(malformed)) {
  t.test(
    `${what}: while running, the last known value stays, and the next good message counts`,
    async (t) => {
      const standIn = await startStandIn(t, { flags: [sound] })
      const app = await startApp(t, standIn.connection)
      standIn.sendRaw('patch', JSON.stringify({ path, data: flag }))
      await until(() => app.flags.state().status === 'stale', 2_000, 'stale')
      t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), true)
      t.equal(app.flags.isOffForAll(flagKey), false)
      standIn.table.change(flagKey, { on: false })
      await until(async () => !(await app.flags.isEnabled(flagKey, 'athlete-1')), 2_000, 'off')
      t.equal(app.flags.state().status, 'up')
    },
  )

  t.test(`${what}: by polling, off`, async (t) => {
    const standIn = await startStandIn(t, { flags: [sound] })
    standIn.table.all = () => ({ [flagKey]: flag as Flag })
    const app = await startApp(t, { ...standIn.connection, mode: 'polling', startWaitMs: 300 })
    t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), false)
    t.equal(app.flags.isOffForAll(flagKey), true)
  })
}

t.test('messages that are none: trouble, not the end, also as the first ones', async (t) => {
  const standIn = await startStandIn(t, { flags: [sound] })
  standIn.table.all = () => ({ [flagKey]: null as unknown as Flag })
  const app = await startApp(t, { ...standIn.connection, startWaitMs: 300 })
  t.match(app.flags.state(), { status: 'connecting', ready: false })
  t.equal(app.flags.isOffForAll(flagKey), true)
  for (const [event, message] of messages) standIn.sendRaw(event, JSON.stringify(message))
  standIn.sendRaw('put', JSON.stringify({ path: '/', data: { flags: { [flagKey]: sound }, segments: {} } }))
  await until(() => app.flags.isEnabled(flagKey, 'athlete-1'), 2_000, 'on')
  const complaints = app.logLines.filter((line) => line.includes('Stream received invalid data'))
  t.equal(complaints.length, messages.length + 1)
})
