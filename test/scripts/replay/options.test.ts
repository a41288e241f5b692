/** What the command is told, what it refuses, and that it can write nothing. */
import t from 'tap'
import { help, readOptions } from '../../../scripts/replay/options.ts'
import { readOnlyApp } from '../../../scripts/replay/read-only-app.ts'
import { availableKinds, testDatabase } from '../../database.ts'
import { normal } from '../../domain/plan/build-plan.ts'
import { testApp } from '../../helper.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { replay } from './replay-command.ts'

t.test('a log, or ids', async (t) => {
  t.same(readOptions([]), { of: 'log', file: undefined, requestId: undefined })
  t.same(readOptions(['--log', 'a.log', '--request', 'r']), { of: 'log', file: 'a.log', requestId: 'r' })
  t.equal(readOptions(['--help']), undefined)
  const words = ['--plan', 'p', '--target', '30', '--session', 'a', '--session', 'b', '--without', 'cable']
  t.match(readOptions([...words, '--digest', 'd']), {
    of: 'ids',
    failure: {
      operationId: 'previewTimeCrunch',
      asked: { planId: 'p', targetMinutes: 30, sessionIds: ['a', 'b'], unavailableEquipment: ['cable'] },
      digest: 'd',
    },
  })
  t.match(readOptions(['--plan', 'p', '--session', 'a']), {
    failure: { operationId: 'readTimeCrunchFrontier', asked: { planId: 'p', sessionIds: ['a'] } },
  })
})

const wrong: [string, string[], RegExp][] = [
  ['an unknown option', ['--nonsense'], /--nonsense/],
  ['a log and ids', ['--plan', 'p', '--target', '30', '--log', 'a'], /--plan and --log exclude each other/],
  ['a target of a day', ['--plan', 'p', '--target', '1440'], /^--target: found "1440", expected 15 to 180/],
  ['no target and no session', ['--plan', 'p'], /^--target: found nothing/],
  [
    'sessions and a week',
    ['--plan', 'p', '--target', '30', '--session', 'a', '--week', '1'],
    /exclude each other/,
  ],
  ['a target of nothing', ['--target', '30'], /^--target: found without --plan/],
]
for (const [what, words, message] of wrong) {
  t.test(`${what}: 2`, async (t) => {
    t.throws(() => readOptions(words), { exitCode: 2, message })
  })
}

t.test('as a command: help is 0; no database is 2, in one line without its password', async (t) => {
  const { url } = await testDatabase(t)
  t.match(await replay(url, ['--help']), { code: 0, out: help, err: '' })
  const nowhere = await replay('postgres://u:hunter2@127.0.0.1:1/x', ['--plan', 'p', '--target', '30'])
  t.match(nowhere, { code: 2, err: /does not answer/ })
  t.notMatch(nowhere.err, /hunter2/)
})

for (const kind of await availableKinds()) {
  t.test(`${kind}: nothing is written, whatever is asked of it`, async (t) => {
    const { url } = await testDatabase(t, kind)
    const service = await testApp(t, { config: { databaseUrl: url } })
    const { plan } = await service.planStore.create({
      ownerId: 'athlete-1',
      plan: normal(smallPlan()),
      amendment: {},
    })
    await service.close()
    const app = await readOnlyApp({ DATABASE_URL: url, LOG_LEVEL: 'silent' }, undefined)
    t.teardown(() => app.close())
    await t.rejects(app.planStore.create({ ownerId: 'athlete-1', plan, amendment: {} }), { code: '25006' })
    await t.rejects(app.database.knex('plans').delete(), { code: '25006' })
    t.equal((await app.planStore.list({ of: { ownerId: 'athlete-1' }, limit: 10 })).length, 1)
  })
}
