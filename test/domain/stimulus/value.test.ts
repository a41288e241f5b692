/** What sets are worth: fractional sets, pairs, rest, the cap, V and G; worked out by hand. */
import fc from 'fast-check'
import t from 'tap'
import { doseOf } from '../../../domain/clock/dose.ts'
import { newGroupSegment, programmedLayout, singleSegment } from '../../../domain/clock/layout.ts'
import { prepareSession } from '../../../domain/clock/prepare-session.ts'
import { fractionalSets } from '../../../domain/stimulus/fractional-sets.ts'
import { groupClassOf, groupQuality, pairClassOf } from '../../../domain/stimulus/pairing.ts'
import { restQuality } from '../../../domain/stimulus/rest-quality.ts'
import { doseQuality, effectiveSets, muscleValue, sizeValue } from '../../../domain/stimulus/size.ts'
import { liftStrength, strengthValue } from '../../../domain/stimulus/strength.ts'
import { curl, exercise, pushdown, squat } from '../amendment/harness.ts'

const near = (value: number, expected: number) => Math.abs(value - expected) < 1e-12
const prepare = (...exercises: Parameters<typeof prepareSession>[0]['exercises']) =>
  prepareSession({ id: 'day', name: 'Day', dayOfWeek: 1, exercises }, 1)
const muscles = (primaryMuscles: string[], secondaryMuscles: string[] = []) => ({
  primaryMuscles,
  secondaryMuscles,
})

t.test(
  'a set counts 1 for each primary and 0.5 for each secondary muscle, secondaries 1.5 together',
  async (t) => {
    const shares = (role: 'accessory' | 'conditioning' | 'warmup', secondary: string[]) =>
      fractionalSets({ role, primaryMuscles: ['chest'], secondaryMuscles: secondary }).map(({ sets }) => sets)
    t.same(shares('accessory', ['triceps', 'shoulders']), [1, 0.5, 0.5])
    t.same(shares('accessory', ['a', 'b', 'c', 'd', 'e']), [1, 0.3, 0.3, 0.3, 0.3, 0.3])
    t.same(shares('warmup', []), [])
    t.same(fractionalSets({ role: 'conditioning', primaryMuscles: ['quadriceps'], secondaryMuscles: [] }), [
      { muscle: 'cardio', sets: 1 },
    ])
  },
)

t.test('pair classes: the first that fits', async (t) => {
  const cases: [ReturnType<typeof muscles>, ReturnType<typeof muscles>, string][] = [
    [muscles(['biceps']), muscles(['biceps', 'forearms']), 'same_primary'],
    [muscles(['middle_back'], ['lats']), muscles(['lats'], ['middle_back']), 'same_primary'],
    [muscles(['chest'], ['lats']), muscles(['lats']), 'antagonist'],
    [muscles(['shoulders']), muscles(['lats']), 'antagonist'],
    [muscles(['abductors']), muscles(['adductors']), 'antagonist'],
    [muscles(['chest'], ['triceps']), muscles(['triceps']), 'shared_synergist'],
    [muscles(['calves'], ['hamstrings']), muscles(['glutes'], ['hamstrings']), 'shared_synergist'],
    [muscles(['biceps']), muscles(['calves']), 'non_competing'],
  ]
  for (const [one, other, expected] of cases) {
    t.equal(pairClassOf(one, other), expected)
    t.equal(pairClassOf(other, one), expected, 'either way round')
  }
})

t.test('pair classes are symmetric for any muscles', async () => {
  const some = fc.uniqueArray(
    fc.constantFrom('chest', 'lats', 'biceps', 'triceps', 'shoulders', 'middle_back'),
    { minLength: 1 },
  )
  const any = fc.record({ primaryMuscles: some, secondaryMuscles: some })
  fc.assert(fc.property(any, any, (one, other) => pairClassOf(one, other) === pairClassOf(other, one)))
})

t.test('κ: 0.99, 0.98, 0.90, 0.82 by class; a block 0.97 of its worst pair', async (t) => {
  t.same(
    (['antagonist', 'non_competing', 'shared_synergist', 'same_primary'] as const).map((one) =>
      groupQuality(one, 2),
    ),
    [0.99, 0.98, 0.9, 0.82],
  )
  t.equal(groupQuality(null, 1), 1)
  const block = [muscles(['biceps']), muscles(['triceps']), muscles(['chest'], ['triceps'])]
  t.equal(groupClassOf(block), 'shared_synergist')
  t.ok(near(groupQuality('shared_synergist', 3), 0.97 * 0.9))
})

t.test('q: 0.72 at 30 s and below, flat from 300 s on', async (t) => {
  t.ok(near(restQuality(30), 0.72))
  t.equal(restQuality(0), restQuality(30))
  t.ok(near(restQuality(75), 1 - 0.28 * Math.exp(-1)))
  t.ok(near(restQuality(120), 1 - 0.28 * Math.exp(-2)))
  t.equal(restQuality(900), restQuality(300))
})

t.test('a muscle is worth S^0.45, no more from eleven sets on', async (t) => {
  t.equal(muscleValue(0), 0)
  t.equal(muscleValue(1), 1)
  t.equal(muscleValue(11), 11 ** 0.45)
  t.equal(muscleValue(20), 11 ** 0.45)
})

t.test('V and G of a session by hand: priorities, a superset, short rest', async (t) => {
  const press = exercise('press', 'accessory', ['shoulders'], {
    secondaryMuscles: ['triceps'],
    priority: 'high',
  })
  const session = prepare(squat, curl, pushdown, press)
  const weightOf = (id: string) => (id === 'press' ? 1.5 : 1)
  // quadriceps 5, biceps 3, triceps 3 + 1.5·0.5·3, shoulders 1.5·3
  const whole = 5 ** 0.45 + 3 ** 0.45 + 5.25 ** 0.45 + 4.5 ** 0.45
  t.ok(near(sizeValue(effectiveSets(programmedLayout(session), weightOf)), whole))
  t.ok(near(strengthValue(programmedLayout(session)), (1.7 * 5) / 5.7))
  const [lift, one, other, third] = session.exercises.map((each) => each)
  const layout = [
    singleSegment(doseOf(lift!, 3)),
    newGroupSegment([doseOf(one!, 3), doseOf(other!, 2)]),
    singleSegment(doseOf(third!, 2, 'short')),
  ]
  const q = (1 - 0.28 * Math.exp(-(45 - 30) / 45)) / (1 - 0.28 * Math.exp(-(75 - 30) / 45))
  t.ok(near(doseQuality(doseOf(third!, 2, 'short')), q))
  // biceps–triceps are antagonists: 0.99
  const left = 3 ** 0.45 + (3 * 0.99) ** 0.45 + (2 * 0.99 + 0.75 * 2 * q) ** 0.45 + (1.5 * 2 * q) ** 0.45
  t.ok(near(sizeValue(effectiveSets(layout, weightOf)), left))
  t.ok(near(strengthValue(layout), liftStrength(3)))
})

t.test('the first sets of a lift count most', async (t) => {
  t.ok(near(liftStrength(1), 1))
  t.ok(near(liftStrength(2), 3.4 / 2.7))
  const steps = [1, 2, 3, 4].map((sets) => liftStrength(sets + 1) - liftStrength(sets))
  t.same(
    steps,
    [...steps].sort((a, b) => b - a),
  )
})
