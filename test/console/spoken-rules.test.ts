/** Two amendments compared rule by rule, and rules changed one at a time. */
import t from 'tap'
import {
  exercisesOf,
  minSetsOf,
  ruleOf,
  withMinSets,
  withNeverGrouped,
  withPriority,
  withRule,
} from '../../console/src/amendment/rules.ts'
import { ruleDifferences } from '../../console/src/amendment/spoken-rules.ts'
import { defaultAmendment } from '../../domain/amendment/amendment.ts'

const nameOf = (id: string): string => id.toUpperCase()

t.test('the same amendment has no differences, however its lists are ordered', async (t) => {
  const one = { ...defaultAmendment, banned: ['a', 'b'], neverPair: [['a', 'b']] }
  const other = { ...defaultAmendment, banned: ['b', 'a'], neverPair: [['b', 'a']] }
  t.strictSame(ruleDifferences(one, other, nameOf), [])
})

t.test('every kind of rule that differs is named once, with both sides', async (t) => {
  const after = {
    ...withNeverGrouped(withPriority(withRule(defaultAmendment, 'a', 'pinned'), 'b', 'low'), 'c', true),
    coreSetCap: 3,
    bufferSeconds: 90,
  }
  t.strictSame(
    ruleDifferences(defaultAmendment, after, nameOf).map(({ label, before, after: now }) => [
      label,
      before,
      now,
    ]),
    [
      ['Core lifts, when shortened, have at most', 'no cap', '3 sets'],
      ['Kept free at the end', '0 s', '1 min 30 s'],
      ['A', 'nothing said', 'pinned with all sets'],
      ['B', 'nothing said', 'low priority'],
      ['C', 'nothing said', 'never in a group'],
    ],
  )
})

t.test(
  'a rule takes the place of the other, and free takes both away; nothing is changed in place',
  async (t) => {
    const pinned = withMinSets(withRule(defaultAmendment, 'a', 'pinned'), 'a', 2)
    t.equal(minSetsOf(pinned, 'a'), 2)
    const banned = withRule(pinned, 'a', 'banned')
    t.match([ruleOf(banned, 'a'), banned.pinned, banned.banned], ['banned', [], ['a']])
    t.strictSame(withRule(banned, 'a', 'free'), defaultAmendment)
    t.strictSame(withPriority(withPriority(defaultAmendment, 'a', 'high'), 'a', 'normal'), defaultAmendment)
    t.equal(ruleOf(pinned, 'a'), 'pinned')
  },
)

t.test(
  'an exercise of several sessions stands once, with its most sets; one that is gone stays to be taken out',
  async (t) => {
    const exercise = {
      id: 'a',
      name: 'A',
      role: 'accessory' as const,
      primaryMuscles: [],
      secondaryMuscles: [],
    }
    const session = (id: string, sets: number) => ({
      id,
      name: id,
      dayOfWeek: 1,
      exercises: [{ ...exercise, sets }],
    })
    const plan = {
      id: 'plan',
      version: 1,
      ownerId: 'athlete-1',
      createdAt: '',
      updatedAt: '',
      name: 'Plan',
      microcycles: [{ weekNumber: 1, sessions: [session('one', 3), session('two', 5)] }],
    }
    t.strictSame(exercisesOf(plan, { ...defaultAmendment, banned: ['gone'] }), [
      { id: 'a', name: 'A', isCore: false, sets: 5, isInPlan: true },
      { id: 'gone', name: 'gone', isCore: false, sets: 20, isInPlan: false },
    ])
  },
)
