/** "Off for all" against the SDK's own evaluation, over seeded random flags: it never says off while a user is on. */
import fc from 'fast-check'
import t from 'tap'
import { booleanFlag, type Flag } from '../../stand-ins/launchdarkly/flag-table.ts'
import { startApp, startStandIn, until } from './harness.ts'

const users = Array.from({ length: 60 }, (_, index) => `user-${index}`)
const variation = fc.constantFrom(0, 1)

const rollout = fc
  .record({
    contextKind: fc.constantFrom('user', 'device'),
    onWeight: fc.constantFrom(0, 20_000, 60_000, 100_000),
    flip: fc.boolean(),
  })
  .map(({ contextKind, onWeight, flip }) => {
    const variations = [
      { variation: 0, weight: onWeight },
      { variation: 1, weight: 100_000 - onWeight },
    ]
    return { rollout: { contextKind, variations: flip ? variations.reverse() : variations } }
  })

const flagParts: fc.Arbitrary<Partial<Flag>> = fc.record({
  on: fc.boolean(),
  offVariation: fc.constantFrom(0, 1, null),
  fallthrough: fc.oneof(
    variation.map((index) => ({ variation: index })),
    rollout,
  ),
  targets: fc.array(fc.record({ values: fc.subarray(users.slice(0, 3)), variation }), { maxLength: 2 }),
  rules: fc.array(
    fc
      .record({ values: fc.subarray(users.slice(0, 5), { minLength: 1 }), variation })
      .map(({ values, ...rule }) => ({
        id: 'rule',
        ...rule,
        clauses: [{ attribute: 'key', op: 'in', values }],
      })),
    { maxLength: 1 },
  ),
})

t.test('never off for all while a user is on', async (t) => {
  const count = 300
  const flags = fc
    .sample(fc.tuple(flagParts, fc.option(fc.record({ index: fc.nat(count - 1), variation }))), {
      numRuns: count,
      seed: 5,
    })
    .map(([parts, prerequisite], index) =>
      booleanFlag(`flag-${index}`, {
        ...parts,
        prerequisites: prerequisite
          ? [{ key: `flag-${prerequisite.index}`, variation: prerequisite.variation }]
          : [],
      }),
    )
  const standIn = await startStandIn(t, { flags })
  const app = await startApp(t, standIn.connection)
  await until(() => app.flags.state().ready, 1000)

  let offForAll = 0
  let onForNobody = 0
  for (const { key } of flags) {
    const answers = await Promise.all(users.map((user) => app.flags.isEnabled(key, user)))
    const isOn = answers.some(Boolean)
    if (!isOn) onForNobody += 1
    if (app.flags.isOffForAll(key)) {
      offForAll += 1
      if (isOn) t.fail(`${key} is on for a user`, { flag: standIn.table.get(key) })
    }
  }
  t.ok(offForAll > count / 4 && offForAll <= onForNobody, `${offForAll} of ${onForNobody} that nobody has on`)
  t.ok(offForAll / onForNobody > 0.8, 'and nearly all that nobody has on are seen to be off')
})
