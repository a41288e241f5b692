/** What each change costs, saves and when it ends, and which articles hold a minimum: numbers worked out by hand. */
import t from 'tap'
import { withDefaults } from '../../../domain/amendment/amendment.ts'
import { compressSession } from '../../../domain/compressor/compress.ts'
import type { AmendmentDocument, NormalExercise } from '../../../domain/plan/document.ts'
import { bench, curl, exercise, pushdown, raise, squat } from '../amendment/harness.ts'
import { prepared } from '../prepared.ts'

const answerTo = (exercises: NormalExercise[], minutes: number, amendment: AmendmentDocument = {}) =>
  compressSession(prepared(...exercises), withDefaults(amendment), minutes)
const near = (value: number, expected: number) => Math.abs(value - expected) < 1e-9
const short = (1 - 0.28 * Math.exp(-15 / 45)) / (1 - 0.28 * Math.exp(-1))

t.test('a pair: each is priced without the κ that it alone would lose', async (t) => {
  // 1680 s as programmed; the pair takes 435 of it, 218 and 217
  const { changes } = answerTo([squat, curl, pushdown], 26)
  t.match(changes, [
    { kinds: ['kept'], secondsSaved: 0, valueLost: 0, returnsAtMinutes: 18 },
    { kinds: ['paired'], secondsSaved: 82, returnsAtMinutes: 28 },
    { kinds: ['paired'], secondsSaved: 83, returnsAtMinutes: 28 },
  ])
  for (const { valueLost } of changes.slice(1)) t.ok(near(valueLost, 3 ** 0.45 - (3 * 0.99) ** 0.45))
})

t.test('short rest and a drop; what is kept for a minute does not return there', async (t) => {
  // 240 s beside the squat: three curls at short rest, no pushdown
  const { changes } = answerTo([squat, curl, pushdown], 22)
  t.match(changes.slice(1), [
    { kinds: ['rest_shortened'], secondsSaved: 60, returnsAtMinutes: 28 },
    { kinds: ['dropped'], secondsSaved: 300, setsAfter: 0, returnsAtMinutes: 28 },
  ])
  t.ok(near(changes[1]!.valueLost, 3 ** 0.45 - (3 * short) ** 0.45))
  t.ok(near(changes[2]!.valueLost, 3 ** 0.45))
  // At 23 minutes the curl is as programmed, from 24 to 27 it is paired.
  t.match(answerTo([squat, curl, pushdown], 23).changes[1], { kinds: ['kept'], returnsAtMinutes: 28 })
})

t.test('priorities weigh, except on a core lift', async (t) => {
  const low = { ...raise, priority: 'low' as const }
  t.ok(near(answerTo([squat, curl, low], 23).changes[2]!.valueLost, (3 * 0.67) ** 0.45))
  const { changes } = answerTo([{ ...squat, priority: 'high' }], 15)
  // 900 s: ramp cut, four sets, 810
  t.match(changes[0], { kinds: ['trimmed', 'ramp_cut'], setsAfter: 4, secondsSaved: 270 })
  t.ok(near(changes[0]!.valueLost, 5 ** 0.45 - 4 ** 0.45))
})

t.test('over the cap of eleven sets nothing is lost', async (t) => {
  const press = exercise('press', 'core', ['chest'], { sets: 12 })
  const fly = exercise('fly', 'accessory', ['chest'])
  // 2115 s and 300; 36 minutes are 2160
  t.match(answerTo([press, fly], 36).changes[1], { kinds: ['dropped'], valueLost: 0 })
})

t.test('A3 and A7 hold a group around a core lift', async (t) => {
  const group = [
    { ...squat, group: 'a' },
    { ...curl, sets: 5, group: 'a' },
  ]
  // 165 + ramp 140 + work 275 + changeovers 150 + four rests of 75
  const { shortfall } = answerTo(group, 15)
  t.equal(shortfall!.missingSeconds, 1030 - 900)
  t.match(shortfall!.heldBy, [
    { article: 'A1', minimumSeconds: 160 },
    { article: 'A3', minimumSeconds: 410 },
    { article: 'A7', minimumSeconds: 1030 - 140 },
  ])
  t.equal(shortfall!.heldBy.length, 3)
})

t.test('A9 holds an accessory at its floor; A8 a pin', async (t) => {
  const long = { ...curl, sets: 12, restSeconds: 120 }
  // ten sets at short rest, 45 + 350 + 9·72, against one
  const floor = answerTo([long], 15, { accessorySetFloor: 10 })
  t.equal(floor.compressedDurationSeconds, 1043)
  t.match(floor.shortfall!.heldBy, [{ article: 'A9', minimumSeconds: 80 }])
  // all twelve, 45 + 420 + 11·72, against the two that the floor asks: 45 + 70 + 72
  const pinned = answerTo([long], 15, { pinned: [{ exerciseId: 'curl' }] })
  t.equal(pinned.compressedDurationSeconds, 1257)
  t.match(pinned.shortfall!.heldBy, [{ article: 'A8', minimumSeconds: 187 }])
})

t.test('A1, A4 and A7 hold core lifts', async (t) => {
  const lifts = [squat, bench].map((lift) => ({ ...lift, restSeconds: 400 }))
  // at the floor 120 + 70 + 40 + 400, twice
  const { shortfall, compressedDurationSeconds } = answerTo(lifts, 15)
  t.equal(compressedDurationSeconds, 1260)
  // one set each 420 less a lift; as an accessory 120 + ramp 140 + 40 + 240; no ramp 70 less a lift
  t.match(shortfall!.heldBy, [
    { article: 'A4', minimumSeconds: 1260 - 840 },
    { article: 'A1', minimumSeconds: 540 },
    { article: 'A7', minimumSeconds: 1260 - 140 },
  ])
  t.equal(shortfall!.heldBy.length, 3)
})
