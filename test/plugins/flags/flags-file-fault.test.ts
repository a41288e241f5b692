/** Which texts pass as a flags file. */
import { readFile } from 'node:fs/promises'
import t from 'tap'
import { flagsFileFault } from '../../../plugins/flags/flags-file-fault.ts'
import { defaultFlagsFile } from '../../../plugins/flags/index.ts'
import { booleanFlag, percentage } from '../../stand-ins/launchdarkly/flag-table.ts'

const withFlag = (parts: object) => ({ flags: { flag: { ...booleanFlag('flag'), ...parts } } })

const sound: Record<string, unknown> = {
  'plain flag': withFlag({}),
  'values only': { flagValues: { flag: true, other: 'text' } },
  'nulls as the API gives them': withFlag({
    offVariation: null,
    rules: null,
    targets: null,
    prerequisites: null,
  }),
  percentage: withFlag({ fallthrough: percentage(10) }),
  'unknown extras': { ...withFlag({ trackEvents: false }), $schema: 'x' },
  segment: { ...withFlag({}), segments: { beta: { key: 'beta', included: ['athlete-1'], rules: [] } } },
}
for (const [name, file] of Object.entries(sound)) {
  t.equal(flagsFileFault(JSON.stringify(file)), undefined, name)
}

const faulty: [name: string, file: unknown, fault: RegExp][] = [
  [
    'negative weight',
    withFlag({ fallthrough: { rollout: { variations: [{ variation: 0, weight: -1 }] } } }),
    /weight/,
  ],
  ['empty rollout', withFlag({ fallthrough: { rollout: { variations: [] } } }), /variations/],
  ['negative variation', withFlag({ fallthrough: { variation: -1 } }), /variation/],
  ['targets without values', withFlag({ targets: [{ variation: 0 }] }), /values/],
  ['flag that is null', { flags: { flag: null } }, /holds no flag/],
  ['flag that is a boolean', { flags: { flag: true } }, /\/flags\/flag/],
  ['segment of another key', { ...withFlag({}), segments: { beta: { key: 'b' } } }, /whose key is another/],
]
for (const [name, file, fault] of faulty) t.match(flagsFileFault(JSON.stringify(file)), fault, name)

t.test('the default file is sound', async (t) => {
  t.equal(flagsFileFault(await readFile(defaultFlagsFile, 'utf8')), undefined)
})
