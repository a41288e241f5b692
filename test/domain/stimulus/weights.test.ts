/** What weighs on the worth of sets: priorities, roles, groups, rest, the cap; and the shapes that must hold everywhere. */
import fc from 'fast-check'
import t from 'tap'
import {
  type LaidSegment,
  newGroupSegment,
  programmedLayout,
  singleSegment,
} from '../../../domain/clock/layout.ts'
import { fractionalSets } from '../../../domain/stimulus/fractional-sets.ts'
import { restQuality } from '../../../domain/stimulus/rest-quality.ts'
import {
  effectiveSets,
  muscleValue,
  priorityWeight,
  segmentQuality,
  sizeValue,
} from '../../../domain/stimulus/size.ts'
import { bench, curl, exercise, pushdown, raise, squat, stretch, walk } from '../amendment/harness.ts'
import { doseFor, prepared } from '../prepared.ts'

const near = (value: number, expected: number) => Math.abs(value - expected) < 1e-12
const sets = (weight: number, ...segments: LaidSegment[]) =>
  Object.fromEntries(effectiveSets(segments, () => weight))

t.test('π: 1.5, 1, 0.67; a core lift counts 1 whatever its priority', async (t) => {
  t.same((['high', 'normal', 'low'] as const).map(priorityWeight), [1.5, 1, 0.67])
  t.same(sets(1.5, singleSegment(doseFor(curl, 2))), { biceps: 3 })
  t.same(sets(1.5, singleSegment(doseFor(squat, 4))), { quadriceps: 4 })
})

t.test('conditioning counts cardio, with its priority; warm-ups and cool-downs count nothing', async (t) => {
  const run = exercise('run', 'conditioning', ['quadriceps'], { secondaryMuscles: ['calves'], sets: 4 })
  t.same(sets(1.5, singleSegment(doseFor(run))), { cardio: 6 })
  t.same(sets(1, singleSegment(doseFor(walk)), singleSegment(doseFor(stretch))), {})
})

t.test("the coach's groups count in full, even two exercises for one muscle", async (t) => {
  const session = prepared({ ...curl, group: 'a' }, { ...curl, id: 'hammer', group: 'a' })
  t.same(sets(1, ...programmedLayout(session)), { biceps: 6 })
})

t.test('κ and q hold together: a block of three at short rest', async (t) => {
  const level = 'short' as const
  const block = newGroupSegment([
    doseFor(curl, 3, level),
    doseFor(pushdown, 3, level),
    doseFor(raise, 1, level),
  ])
  // biceps–triceps 0.99, the others 0.98: the worst counts
  t.ok(near(segmentQuality(block), 0.97 * 0.98))
  const q = (1 - 0.28 * Math.exp(-15 / 45)) / (1 - 0.28 * Math.exp(-1))
  const effective = sets(1, block)
  t.ok(near(effective.biceps!, 3 * 0.97 * 0.98 * q))
  t.ok(near(effective.shoulders!, 0.97 * 0.98), 'one set left rests as programmed')
})

t.test('q counts the rest level, not the longer pause of the group', async (t) => {
  const slow = exercise('row', 'accessory', ['lats'], { mechanic: 'compound', restSeconds: 300 })
  const pair = newGroupSegment([doseFor(curl, 3, 'short'), doseFor(slow, 3, 'short')])
  t.ok(near(sets(1, pair).biceps!, 3 * 0.98 * (restQuality(45) / restQuality(75))))
})

t.test('the cap of eleven counts a muscle over the whole session, core lifts included', async (t) => {
  const fly = exercise('fly', 'accessory', ['chest'], { sets: 5 })
  const capped = programmedLayout(prepared({ ...bench, sets: 8 }, fly, { ...curl, sets: 4 }))
  t.ok(near(sizeValue(effectiveSets(capped, () => 1)), 11 ** 0.45 + 4 ** 0.45))
})

t.test('naming more secondary muscles never counts more than 1.5', async () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16 }), (count) => {
      const secondaryMuscles = Array.from({ length: count }, (_, index) => `muscle-${index}`)
      const shares = fractionalSets({ role: 'core', primaryMuscles: [], secondaryMuscles })
      return near(
        shares.reduce((sum, share) => sum + share.sets, 0),
        Math.min(count * 0.5, 1.5),
      )
    }),
  )
})

t.test('more rest is never worse, within 0.72..1', async () => {
  const seconds = fc.integer({ min: 0, max: 900 })
  fc.assert(
    fc.property(seconds, seconds, (one, other) => {
      const [less, more] = [restQuality(Math.min(one, other)), restQuality(Math.max(one, other))]
      return 0.72 - 1e-12 <= less && less <= more && more < 1
    }),
  )
})

t.test('each further set of a muscle is worth no more than the one before', async () => {
  const amount = fc.double({ min: 0, max: 20, noNaN: true })
  fc.assert(
    fc.property(amount, fc.double({ min: 0.1, max: 3, noNaN: true }), (from, step) => {
      const first = muscleValue(from + step) - muscleValue(from)
      const second = muscleValue(from + 2 * step) - muscleValue(from + step)
      return first >= second - 1e-12 && second >= -1e-12
    }),
  )
})
