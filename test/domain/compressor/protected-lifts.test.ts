/** Core lifts: capped, ramps cut, sets trimmed for the most strength, at the floor; groups around them whole. */
import fc from 'fast-check'
import t from 'tap'
import { withDefaults } from '../../../domain/amendment/amendment.ts'
import { sessionRules } from '../../../domain/amendment/session-rules.ts'
import { type LaidSegment, layoutSeconds } from '../../../domain/clock/layout.ts'
import { ProtectedLifts } from '../../../domain/compressor/protected-lifts.ts'
import type { AmendmentDocument, NormalExercise } from '../../../domain/plan/document.ts'
import { strengthValue } from '../../../domain/stimulus/strength.ts'
import { bench, curl, exercise, squat } from '../amendment/harness.ts'
import { prepared } from '../prepared.ts'

// squat: 120 + ramp 140 + 5·20 + 4·180 = 1080; bench: 120 + 140 + 4·20 + 3·180 = 880; a set is 200, a ramp set 70
const lifts = (exercises: NormalExercise[], amendment: AmendmentDocument = {}) =>
  new ProtectedLifts(sessionRules(prepared(...exercises), withDefaults(amendment)))
const doses = (segments: readonly LaidSegment[] | null) =>
  segments?.flatMap((segment) => segment.doses) ?? null
const setsOf = (segments: readonly LaidSegment[] | null) =>
  doses(segments)?.map(({ retained }) => retained.length) ?? null
const rampsOf = (segments: readonly LaidSegment[] | null) =>
  doses(segments)?.map(({ rampSets }) => rampSets) ?? null

t.test('the cap holds; a pin is stronger, the floor is not asked', async (t) => {
  t.same(setsOf(lifts([squat, bench]).full()), [5, 4])
  t.same(setsOf(lifts([squat, bench], { coreSetCap: 3 }).full()), [3, 3])
  const pinned = [{ exerciseId: 'squat' }, { exerciseId: 'bench', minSets: 2 }]
  t.same(setsOf(lifts([squat, bench], { coreSetCap: 3, pinned }).full()), [5, 3])
  t.same(setsOf(lifts([{ ...squat, sets: 2 }], { coreSetCap: 3 }).full()), [2])
})

t.test('ramps are cut to the last set, the last lift first, only until it fits', async (t) => {
  const both = lifts([squat, bench])
  t.same(rampsOf(both.withRampsCut(1960 - 70)), [2, 1])
  t.same(rampsOf(both.withRampsCut(1960 - 71)), [1, 1])
  t.equal(both.withRampsCut(1960 - 141), null)
})

t.test('of a listed ramp the last set stays; a ramp of one set or none is not cut', async (t) => {
  const listed = {
    ...bench,
    sets: [{ warmup: true, reps: 10 }, { warmup: true, reps: 5 }, { warmup: true, reps: 3 }, {}, {}],
  }
  const [segment] = lifts([listed]).withRampsCut(100 + layoutSeconds(lifts([listed]).atFloor()))!
  // 120; the ramp's last set of 14 + 45; 2·20 + 180
  t.equal(layoutSeconds([segment!]), 120 + 59 + 220)
  t.equal(lifts([{ ...bench, equipment: 'dumbbell' }]).withRampsCut(10_000), null)
  const short = { ...bench, sets: [{ warmup: true }, {}, {}] }
  t.same(rampsOf(lifts([squat, short]).withRampsCut(10_000)), [1, 1], "the squat's, for want of a later one")
})

t.test('sets go where they cost the least strength', async (t) => {
  const both = lifts([squat, bench])
  t.same(setsOf(both.withSetsTrimmed(1820)), [5, 4])
  // the fifth set is worth 0.044, the fourth 0.068
  t.same(setsOf(both.withSetsTrimmed(1819)), [4, 4])
  t.same(setsOf(both.withSetsTrimmed(1820 - 201)), [4, 3], 'the earlier lift keeps more')
  t.same(setsOf(both.withSetsTrimmed(820)), [2, 2])
  t.equal(both.withSetsTrimmed(819), null)
})

t.test('of equal strength the shorter', async (t) => {
  // a set of the first is 20 + 180, of the second 29 + 150; the second takes 120 + 70 + 4·29 + 3·150
  const light = { ...bench, id: 'light', reps: 8 }
  t.same(setsOf(lifts([bench, light]).withSetsTrimmed(810 + 756)), [4, 4])
  t.same(setsOf(lifts([bench, light]).withSetsTrimmed(810 + 755)), [3, 4])
})

t.test('a pinned lift keeps its sets, at the floor too', async (t) => {
  const pinned = lifts([squat, bench], { pinned: [{ exerciseId: 'squat', minSets: 4 }], coreSetFloor: 3 })
  t.same(setsOf(pinned.atFloor()), [4, 3])
  t.same(rampsOf(pinned.atFloor()), [1, 1])
  t.same(setsOf(pinned.withSetsTrimmed(layoutSeconds(pinned.atFloor()))), [4, 3])
})

t.test("a coach's group around a core lift stays whole in every form", async (t) => {
  const group = [
    { ...squat, group: 'a' },
    { ...curl, group: 'a' },
  ]
  const around = lifts([...group, bench], { coreSetCap: 3, coreSetFloor: 1 })
  for (const form of [
    around.full(),
    around.withRampsCut(10_000),
    around.withSetsTrimmed(10_000),
    around.atFloor(),
  ]) {
    t.equal(form![0]!.kind, 'programmed_group')
    t.same(setsOf(form)!.slice(0, 2), [5, 3])
    t.same(rampsOf(form)!.slice(0, 2), [2, 0])
  }
  // beside it the bench after its last ramp set: 120 + 70 + 2·20 + 180 = 410
  const seconds = layoutSeconds(around.full().slice(0, 1))
  t.same(setsOf(around.withSetsTrimmed(seconds + 410)), [5, 3, 2], 'its time is not there for the bench')
  t.equal(lifts([...group, bench]).withSetsTrimmed(seconds + 409), null)
  const left = lifts(group, { banned: ['curl'], coreSetCap: 3 }).full()
  t.match(left, [{ kind: 'core_lift' }], 'its partner banned, it is a core lift like any other')
  t.same(setsOf(left), [3])
})

const someLift = fc.record({
  sets: fc.integer({ min: 1, max: 5 }),
  reps: fc.integer({ min: 1, max: 12 }),
  restSeconds: fc.constantFrom(60, 120, 180),
})

t.test('the most strength, then the shortest, then the earlier: as trying everything finds it', async (t) => {
  fc.assert(
    fc.property(
      fc.array(someLift, { minLength: 1, maxLength: 4 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (found, share) => {
        const exercises = found.map((lift, index) => exercise(`lift-${index}`, 'core', ['chest'], lift))
        const all = lifts(exercises)
        const shortest = layoutSeconds(all.atFloor())
        const budget = Math.floor(shortest + share * (layoutSeconds(all.full()) - shortest))
        const fewest = found.map(({ sets }) => Math.min(2, sets))
        const everything = found.reduce<number[][]>(
          (rows, { sets }, at) =>
            rows.flatMap((row) =>
              Array.from({ length: sets - fewest[at]! + 1 }, (_, less) => [...row, sets - less]),
            ),
          [[]],
        )
        // 45 to set up; k sets of 3·reps + 5, with k − 1 rests
        const secondsOf = (row: number[]) =>
          row.reduce((sum, sets, at) => {
            const { reps, restSeconds } = found[at]!
            return sum + 45 + sets * (3 * reps + 5) + (sets - 1) * restSeconds
          }, 0)
        const strengthOf = (row: number[]) => row.reduce((sum, sets) => sum + (1.7 * sets) / (sets + 0.7), 0)
        // Rows come with more sets for the earlier lifts first, so the first of equals is the one.
        const best = everything
          .filter((row) => secondsOf(row) <= budget)
          .reduce((one, other) => {
            const more = strengthOf(other) - strengthOf(one)
            const better = more > 1e-9 || (more > -1e-9 && secondsOf(other) < secondsOf(one))
            return better ? other : one
          })
        const answer = all.withSetsTrimmed(budget)!
        t.same(setsOf(answer), best)
        return Math.abs(strengthValue(answer) - strengthOf(best)) < 1e-9
      },
    ),
  )
})
