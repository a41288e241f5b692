/** "Off for all" from a flag's data: a table of every way a user could be served `true`. */
import t from 'tap'
import type { FlagData } from '../../../plugins/flags/flag-data.ts'
import { offForAll } from '../../../plugins/flags/off-for-all.ts'

const flag = (parts: Partial<FlagData>): FlagData => ({
  on: true,
  variations: [true, false],
  offVariation: 1,
  fallthrough: { variation: 1 },
  ...parts,
})

const split = (onWeight: number, offWeight: number, parts: object = {}) => ({
  rollout: {
    variations: [
      { variation: 0, weight: onWeight },
      { variation: 1, weight: offWeight },
    ],
    ...parts,
  },
})

const clauses = [{ op: 'in', attribute: 'key', values: ['athlete-1'] }]
const toTrue = { fallthrough: { variation: 0 } }

const cases: [name: string, expected: boolean, parts: Partial<FlagData>][] = [
  ['on, true for all', false, toTrue],
  ['on, false for all', true, {}],
  ['switched off', true, { on: false, ...toTrue }],
  ['switched off, with true as its off variation', true, { on: false, offVariation: 0 }],
  ['10 %', false, { fallthrough: split(10_000, 90_000) }],
  ['0 %', true, { fallthrough: split(0, 100_000) }],
  ['100 %', false, { fallthrough: split(100_000, 0) }],
  [
    'weights that leave the rest to a last variation of true',
    false,
    {
      fallthrough: {
        rollout: {
          variations: [
            { variation: 1, weight: 50_000 },
            { variation: 0, weight: 0 },
          ],
        },
      },
    },
  ],
  [
    'a rollout by organisation: all users in bucket 0',
    false,
    { fallthrough: split(1, 99_999, { contextKind: 'organisation' }) },
  ],
  [
    'a rollout by organisation, first bucket false',
    true,
    {
      fallthrough: {
        rollout: {
          contextKind: 'organisation',
          variations: [
            { variation: 1, weight: 1 },
            { variation: 0, weight: 99_999 },
          ],
        },
      },
    },
  ],
  [
    'a rollout by an attribute that no user has',
    false,
    { fallthrough: split(1, 99_999, { bucketBy: 'email' }) },
  ],
  ['a target', false, { targets: [{ variation: 0, values: ['athlete-1'] }] }],
  ['a target of nobody', true, { targets: [{ variation: 0, values: [] }] }],
  ['a target to false', true, { targets: [{ variation: 1, values: ['athlete-1'] }] }],
  [
    'a target of another kind',
    true,
    { contextTargets: [{ variation: 0, values: ['a'], contextKind: 'device' }] },
  ],
  ['a rule', false, { rules: [{ variation: 0, clauses }] }],
  ['a rule with a percentage', false, { rules: [{ ...split(5, 99_995), clauses }] }],
  ['a rule without clauses, which never matches', true, { rules: [{ variation: 0 }] }],
  ['a rule to false', true, { rules: [{ variation: 1, clauses }] }],
  ['text instead of booleans', true, { ...toTrue, variations: ['true', 'false'] }],
  ['a variation that is not there', true, { fallthrough: { variation: 7 } }],
  ['no fallthrough', true, { fallthrough: {} }],
  ['a prerequisite that can be met', false, { ...toTrue, prerequisites: [{ key: 'open', variation: 0 }] }],
  ['a prerequisite that is unknown', true, { ...toTrue, prerequisites: [{ key: 'absent', variation: 0 }] }],
  [
    'a prerequisite that is switched off',
    true,
    { ...toTrue, prerequisites: [{ key: 'closed', variation: 1 }] },
  ],
  [
    'a prerequisite that never serves what is asked',
    true,
    { ...toTrue, prerequisites: [{ key: 'open', variation: 1 }] },
  ],
  [
    'a prerequisite of a prerequisite that is off',
    true,
    { ...toTrue, prerequisites: [{ key: 'needs-closed', variation: 0 }] },
  ],
  [
    'a prerequisite that falls back to what is asked',
    false,
    { ...toTrue, prerequisites: [{ key: 'needs-closed', variation: 1 }] },
  ],
  ['a circle of prerequisites', true, { ...toTrue, prerequisites: [{ key: 'circle', variation: 0 }] }],
]

const others: Record<string, FlagData> = {
  open: flag(toTrue),
  closed: flag({ on: false }),
  'needs-closed': flag({ ...toTrue, prerequisites: [{ key: 'closed', variation: 0 }] }),
  circle: flag({ ...toTrue, prerequisites: [{ key: 'subject', variation: 0 }] }),
}

for (const [name, expected, parts] of cases) {
  t.test(`${name}: ${expected ? 'off for all' : 'on for someone'}`, async (t) => {
    const known: Record<string, FlagData> = { ...others, subject: flag(parts) }
    t.equal(
      offForAll('subject', (key) => known[key]),
      expected,
    )
  })
}

t.equal(
  offForAll('unknown', () => undefined),
  true,
)
