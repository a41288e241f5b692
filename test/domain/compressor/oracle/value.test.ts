/** The oracle's value on examples worked by hand. */
import t from 'tap'
import { asProgrammed } from './doing.ts'
import { exercise } from './exercise.ts'
import {
  fractionalSet,
  kappa,
  muscles,
  pairClass,
  restQuality,
  segmentStimulus,
  sizeOf,
  sizeValue,
  strengthValue,
} from './value.ts'

const trains = (primaryMuscles: string[], secondaryMuscles: string[] = []) =>
  exercise(primaryMuscles.join(), { primaryMuscles, secondaryMuscles })
const near = (t: { ok(holds: boolean, name: string): unknown }, found: number, wanted: number) =>
  t.ok(Math.abs(found - wanted) < 1e-4, `${found}`)
const amount = (amounts: readonly number[], muscle: string) => amounts[muscles.indexOf(muscle)]

t.test('fractional sets: 1, 0.5, and at most 1.5 for all secondaries', async (t) => {
  const bench = fractionalSet(trains(['chest'], ['triceps', 'shoulders']))
  t.equal(amount(bench, 'chest'), 1)
  t.equal(amount(bench, 'triceps'), 0.5)
  t.equal(amount(bench, 'lats'), 0)
  const many = fractionalSet(trains(['chest'], ['triceps', 'shoulders', 'traps', 'lats', 'biceps']))
  t.equal(amount(many, 'biceps'), 0.3)
  const run = fractionalSet(exercise('run', { role: 'conditioning', primaryMuscles: ['cardio', 'calves'] }))
  t.equal(amount(run, 'cardio'), 1)
  t.equal(amount(run, 'calves'), 0)
  t.ok(fractionalSet(exercise('jog', { role: 'warmup' })).every((counts) => counts === 0))
})

t.test('pair classes: the first that fits', async (t) => {
  t.equal(pairClass(trains(['chest']), trains(['chest', 'lats'])), 'same_primary')
  t.equal(pairClass(trains(['middle_back'], ['lats']), trains(['lats'], ['middle_back'])), 'same_primary')
  t.equal(pairClass(trains(['middle_back'], ['lats']), trains(['lats'])), 'shared_synergist')
  t.equal(pairClass(trains(['lats'], ['biceps']), trains(['chest'], ['biceps'])), 'antagonist')
  t.equal(pairClass(trains(['triceps']), trains(['biceps'])), 'antagonist')
  t.equal(pairClass(trains(['chest'], ['triceps']), trains(['shoulders'], ['triceps'])), 'shared_synergist')
  t.equal(pairClass(trains(['calves']), trains(['biceps'])), 'non_competing')
})

t.test('κ: 1 alone, the pair, 0.97 of the worst pair in a block', async (t) => {
  const [chest, lats, calves] = [trains(['chest']), trains(['lats']), trains(['calves'])]
  t.equal(kappa([chest]), 1)
  t.equal(kappa([chest, lats]), 0.99)
  t.equal(kappa([chest, lats, calves]), 0.97 * 0.98)
  t.equal(kappa([chest, trains(['chest'])]), 0.82)
})

t.test('q: 0.72 at 30 s and below, no better beyond 300 s', async (t) => {
  t.equal(restQuality(0), 0.72)
  t.equal(restQuality(30), 0.72)
  near(t, restQuality(75), 1 - 0.28 / Math.E)
  near(t, restQuality(120), 0.962106)
  t.equal(restQuality(400), restQuality(300))
})

t.test('V: 3 sets of bench alone are 3^0.45 + 1.5^0.45', async (t) => {
  const bench = { kind: 'single' as const, members: [asProgrammed(trains(['chest'], ['triceps']))] }
  near(
    t,
    sizeValue([bench], () => 'normal'),
    1.639485 + 1.200167,
  )
  near(
    t,
    sizeValue([bench, bench, bench, bench], () => 'normal'),
    2.941898 + 2.239602,
  )
})

t.test(
  'priorities and short rest weigh accessories; core lifts and programmed groups count in full',
  async (t) => {
    const press = asProgrammed(trains(['chest']))
    const short = { ...press, restSeconds: 75 }
    const single = (member: typeof press) =>
      segmentStimulus({ kind: 'single', members: [member] }, () => 'high')
    t.equal(amount(single(press), 'chest'), 4.5)
    near(t, amount(single(short), 'chest')!, (4.5 * 0.896994) / 0.962106)
    const core = asProgrammed({ ...press.exercise, role: 'core' })
    t.equal(amount(single(core), 'chest'), 3)
    const group = { kind: 'programmed_group' as const, members: [press, press] }
    t.equal(
      amount(
        segmentStimulus(group, () => 'low'),
        'chest',
      ),
      6 * 0.67,
    )
  },
)

t.test('V is capped at 11 sets a muscle', async (t) => {
  t.equal(sizeOf([11]), sizeOf([25]))
})

t.test('G: core lifts only, 1.7·k/(k + 0.7)', async (t) => {
  const lift = (sets: number) => ({
    kind: 'single' as const,
    members: [asProgrammed(exercise('squat', { role: 'core', sets }))],
  })
  near(t, strengthValue([lift(1)]), 1)
  near(t, strengthValue([lift(3), lift(5)]), 5.1 / 3.7 + 8.5 / 5.7)
  t.equal(strengthValue([{ kind: 'single', members: [asProgrammed(exercise('curl'))] }]), 0)
})
