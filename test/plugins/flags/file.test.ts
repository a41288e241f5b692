/** Flags from a file: every way in which files change under a running service, and every way in which they break. */
import { mkdir, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { booleanFlag, percentage } from '../../stand-ins/launchdarkly/flag-table.ts'
import { countEnabled, flagKey, startApp, until } from './harness.ts'

const content = (on: boolean): string =>
  JSON.stringify({ flags: { [flagKey]: booleanFlag(flagKey, { on }) } })
/** The promise to operators. */
const limitMs = 1000

async function startOn(
  t: { testdir(files: Record<string, string>): string } & Parameters<typeof startApp>[0],
) {
  const folder = t.testdir({ 'flags.json': content(true) })
  const file = join(folder, 'flags.json')
  const app = await startApp(t, { file })
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), true)
  const isOff = async () => !(await app.flags.isEnabled(flagKey, 'athlete-1'))
  return { app, folder, file, isOff }
}

t.test('the default file has the feature on', async (t) => {
  const app = await startApp(t, {})
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), true)
  t.equal(app.flags.isOffForAll(flagKey), false)
  t.match(app.flags.state(), { source: 'file', status: 'up', ready: true })
})

const changes: Record<string, (file: string, folder: string) => Promise<void>> = {
  'written in place': (file) => writeFile(file, content(false)),
  'another file renamed over it': async (file, folder) => {
    await writeFile(join(folder, 'next.json'), content(false))
    await rename(join(folder, 'next.json'), file)
  },
  'deleted and created again': async (file) => {
    await unlink(file)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await writeFile(file, content(false))
  },
  'its folder replaced': async (file, folder) => {
    await rename(folder, `${folder}-old`)
    await mkdir(folder)
    await writeFile(file, content(false))
    await rm(`${folder}-old`, { recursive: true })
  },
  'the short form': (file) => writeFile(file, JSON.stringify({ flagValues: { [flagKey]: false } })),
  'a byte order mark': (file) => writeFile(file, `\uFEFF${content(false)}`),
}

for (const [name, change] of Object.entries(changes)) {
  t.test(`a change acts within a second: ${name}`, async (t) => {
    const { app, file, folder, isOff } = await startOn(t)
    await change(file, folder)
    const tookMs = await until(isOff, limitMs, name)
    t.comment(`${name}: ${tookMs.toFixed(0)} ms`)
    t.equal(app.flags.isOffForAll(flagKey), true)
    t.equal(app.flags.state().status, 'up')
  })
}

t.test('a change acts within a second, twice: a Kubernetes ConfigMap swaps its ..data link', async (t) => {
  const folder = t.testdir({
    '..first': { 'flags.json': content(true) },
    '..second': { 'flags.json': content(false) },
    '..third': { 'flags.json': content(true) },
  })
  await symlink('..first', join(folder, '..data'))
  await symlink('..data/flags.json', join(folder, 'flags.json'))
  const app = await startApp(t, { file: join(folder, 'flags.json') })
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), true)
  for (const [target, old, expected] of [
    ['..second', '..first', false],
    ['..third', '..second', true],
  ] as const) {
    await symlink(target, join(folder, '..data_tmp'))
    await rename(join(folder, '..data_tmp'), join(folder, '..data'))
    await rm(join(folder, old), { recursive: true })
    await until(async () => (await app.flags.isEnabled(flagKey, 'athlete-1')) === expected, limitMs, target)
  }
})

const flawed = (parts: object): string =>
  JSON.stringify({ flags: { [flagKey]: { ...booleanFlag(flagKey), ...parts } } })
const remove = 'file deleted'
const breakages: [name: string, text: string, detail: RegExp][] = [
  ['deleted', remove, /cannot be read \(ENOENT\)/],
  ['empty', '', /is empty/],
  ['cut short', content(false).slice(0, 40), /is not valid JSON/],
  ['no object', '[]', /does not hold LaunchDarkly file data/],
  ['without flags', '{}', /holds no flag/],
  ['with an empty list of flags', '{"flags":{}}', /holds no flag/],
  ['on is text', flawed({ on: 'false' }), /\/on: Expected boolean/],
  ['no variations', flawed({ variations: null }), /variations/],
  ['a rule that is no rule', flawed({ rules: [{ clauses: 'x' }] }), /clauses/],
  ['another key', flawed({ key: 'another' }), /whose key is another/],
  [
    'a flag twice',
    JSON.stringify({ ...JSON.parse(content(false)), flagValues: { [flagKey]: false } }),
    /both/,
  ],
]

for (const [name, text, detail] of breakages) {
  t.test(`a file that breaks keeps the last known value, is told, and can be mended: ${name}`, async (t) => {
    const { app, file, isOff } = await startOn(t)
    if (text === remove) await unlink(file)
    else await writeFile(file, text)
    await until(() => app.flags.state().status === 'stale', 2000, 'stale')
    t.match(app.flags.state(), { ready: true, detail })
    t.equal(app.flags.up(), 0)
    t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), true)
    t.equal(app.flags.isOffForAll(flagKey), false)
    const warnings = () => app.logLines.filter((line) => line.includes('"flagStatus":"stale"'))
    t.equal(warnings().length, 1, 'logged once')
    t.notMatch(app.flags.state().detail, file, 'without the path, which is in the log')
    t.match(app.logLines.join(''), `"flagsFile":${JSON.stringify(file)}`)

    await writeFile(file, content(true))
    await until(() => app.flags.state().status === 'up', limitMs, 'mended with what it said before')
    await writeFile(file, content(false))
    await until(isOff, limitMs, 'and heard again')
    t.equal(warnings().length, 1)
  })
}

t.test('a file that is broken at the start: off, without waiting, and picked up when mended', async (t) => {
  const folder = t.testdir({ 'flags.json': '{"flags":' })
  const file = join(folder, 'flags.json')
  const start = performance.now()
  const app = await startApp(t, { file })
  t.ok(performance.now() - start < 1500)
  t.match(app.flags.state(), {
    source: 'file',
    status: 'connecting',
    ready: false,
    detail: 'is not valid JSON',
  })
  t.equal(await app.flags.isEnabled(flagKey, 'athlete-1'), false)
  t.equal(app.flags.isOffForAll(flagKey), true)
  await writeFile(file, content(true))
  await until(() => app.flags.isEnabled(flagKey, 'athlete-1'), limitMs)
  t.equal(app.flags.state().status, 'up')
})

t.test('a file that is no flags file is not quoted', async (t) => {
  const folder = t.testdir({ token: 'eyJhbGciOiJIUzI1NiJ9.secret' })
  const app = await startApp(t, { file: join(folder, 'token') })
  t.equal(app.flags.state().ready, false)
  t.notMatch(app.logLines.join('') + app.flags.state().detail, 'eyJhbGci')
})

t.test('a percentage in a file', async (t) => {
  const flag = booleanFlag(flagKey, { fallthrough: percentage(25) })
  const folder = t.testdir({ 'flags.json': JSON.stringify({ flags: { [flagKey]: flag } }) })
  const app = await startApp(t, { file: join(folder, 'flags.json') })
  const users = Array.from({ length: 1000 }, (_, index) => `user-${index}`)
  const count = await countEnabled(app, users)
  t.ok(count > 200 && count < 300, `${count} of 1000`)
})
