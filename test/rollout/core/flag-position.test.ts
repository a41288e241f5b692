/** Where a flag stands, and what about it is unfit or surprising. */
import t from 'tap'
import {
  type FlagPosition,
  positionOf,
  type ShownFlag,
  type ShownTargeting,
} from '../../../rollout/core/flag-position.ts'

const flag: ShownFlag = {
  key: 'a-flag',
  tags: [],
  variations: [
    { _id: 'id-false', value: false },
    { _id: 'id-true', value: true },
  ],
}

const rollout = (weight: number, more = {}) => ({
  rollout: {
    contextKind: 'user',
    variations: [
      { variation: 0, weight: 100_000 - weight },
      { variation: 1, weight },
    ],
    ...more,
  },
})

const targeting = (more: Partial<ShownTargeting> = {}): ShownTargeting => ({
  on: true,
  version: 7,
  offVariation: 0,
  fallthrough: rollout(10_000),
  rules: [],
  targets: [],
  contextTargets: [],
  prerequisites: [],
  ...more,
})

const position = (more: Partial<ShownTargeting> = {}, other: Partial<ShownFlag> = {}) =>
  positionOf({ ...flag, ...other }, targeting(more), 'production')

t.test('ids are found by value, whatever the order', async (t) => {
  t.match(position(), {
    on: true,
    percent: 10,
    version: 7,
    trueId: 'id-true',
    falseId: 'id-false',
    paused: false,
  })
  t.match(position({ fallthrough: { variation: 1 } }), { percent: 100 })
  t.match(position({ fallthrough: { variation: 0 } }), { percent: 0 })
  t.match(position({ fallthrough: rollout(12_345) }), { percent: 12.345 })
})

t.test('a pause is a tag of this environment', async (t) => {
  t.match(position({}, { tags: ['x', 'rollout-paused-production'] }), { paused: true })
  t.match(position({}, { tags: ['rollout-paused-staging'] }), { paused: false })
})

const warned: [string, Partial<ShownTargeting>, RegExp][] = [
  ['individual targets', { targets: [{}] }, /individual targets/],
  ['targets of contexts', { contextTargets: [{ values: ['a'] }] }, /individual targets/],
  ['rules', { rules: [{}] }, /rules are set/],
  ['prerequisites', { prerequisites: [{}] }, /prerequisites/],
  ['an experiment', { fallthrough: rollout(1, { experimentAllocation: {} }) }, /experiment/],
  ['another kind of context', { fallthrough: rollout(1, { contextKind: 'device' }) }, /by "device"/],
  ['another attribute', { fallthrough: rollout(1, { bucketBy: 'country' }) }, /by "country"/],
  ['an off variation that is true', { offVariation: 1 }, /off variation/],
]
for (const [what, more, warning] of warned) {
  t.test(`warns of ${what}`, async (t) => {
    const found = position(more)
    t.ok(typeof found === 'object' && found.warnings.length === 1)
    t.match(found, { warnings: [warning] })
  })
}

t.test('no warning where there is none', async (t) => {
  t.match(position(), { warnings: [] })
  t.strictSame((position() as FlagPosition).warnings, [])
})

t.test('unfit: a sentence', async (t) => {
  const texts = [
    { _id: '1', value: 'true' },
    { _id: '2', value: 'false' },
  ]
  t.match(position({}, { variations: texts }), /not a boolean: its variations are "true", "false"/)
  t.match(position({}, { variations: [...flag.variations, { _id: '3', value: true }] }), /not a boolean/)
  t.match(position({}, { archived: true }), /archived/)
})
