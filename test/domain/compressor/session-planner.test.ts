/** What a planner says of a session beside its segments: names, claims, what is retained, and the same on the frontier. */
import t from 'tap'
import { withDefaults } from '../../../domain/amendment/amendment.ts'
import { defaultLimits } from '../../../domain/compressor/compress.ts'
import { SessionPlanner } from '../../../domain/compressor/session-planner.ts'
import { solveSession } from '../../../domain/compressor/solve.ts'
import type { AmendmentDocument, NormalExercise } from '../../../domain/plan/document.ts'
import { bench, curl, exercise, pushdown, raise, squat, stretch, walk } from '../amendment/harness.ts'
import { prepared } from '../prepared.ts'

const plannerOf = (exercises: NormalExercise[], document: AmendmentDocument = {}) => {
  const session = prepared(...exercises)
  const amendment = withDefaults(document)
  return new SessionPlanner(session, amendment, solveSession(session, amendment, defaultLimits))
}
const near = (value: number, expected: number) => Math.abs(value - expected) < 1e-12

t.test('it names the session, and says of each article that it is held', async (t) => {
  const { answer, violations } = plannerOf([squat, curl]).answer(20)
  t.match(answer, { sessionId: 'day', name: 'Day', weekNumber: 1, dayOfWeek: 1 })
  t.same(violations, [])
  t.same(
    answer.amendment,
    Array.from({ length: 11 }, (_, index) => ({ id: `A${index + 1}`, held: true })),
  )
})

t.test('the buffer comes off the target', async (t) => {
  // 1380 s are 23 minutes
  t.equal(plannerOf([squat, curl]).answer(23).answer.outcome, 'unchanged')
  const buffered = plannerOf([squat, curl], { bufferSeconds: 300 })
  t.match(buffered.answer(28).answer, { outcome: 'unchanged', meetsTimeConstraint: true })
  const { answer } = buffered.answer(27)
  t.equal(answer.outcome, 'compressed')
  t.ok(answer.compressedDurationSeconds <= 27 * 60 - 300)
})

t.test('the minimum is the shortest session, or the programme where that is shorter', async (t) => {
  // 120 + 70 + 40 + 180, at any target
  const tight = plannerOf([squat, curl])
  for (const minutes of [15, 23, 180]) t.equal(tight.answer(minutes).answer.minimumAchievableSeconds, 410)
  // without a core lift or a pin something of value must stay: one of two sets, 45 + 70 + 45
  t.equal(plannerOf([curl]).answer(60).answer.minimumAchievableSeconds, 160)
  t.equal(plannerOf([{ ...curl, sets: 1 }]).answer(60).answer.minimumAchievableSeconds, 80)
})

t.test('retained: shares of what was programmed, muscles in plain sets', async (t) => {
  const press = exercise('press', 'accessory', ['shoulders'], {
    secondaryMuscles: ['triceps'],
    priority: 'high',
  })
  const { answer } = plannerOf([squat, bench, press], {
    pinned: [{ exerciseId: 'press', minSets: 2 }],
  }).answer(25)
  // 1500 s: 1010 + 810 with ramps cut, 160 for two sets at short rest: 480 too many, three sets of 200
  t.same(
    answer.changes.map(({ setsBefore, setsAfter }) => [setsBefore, setsAfter]),
    [
      [5, 3],
      [4, 3],
      [3, 2],
    ],
  )
  const strength = (sets: number) => (1.7 * sets) / (sets + 0.7)
  t.ok(near(answer.retained.strength, (2 * strength(3)) / (strength(5) + strength(4))))
  t.same(answer.retained.muscles, [
    { muscle: 'chest', before: 4, after: 3 },
    { muscle: 'quadriceps', before: 5, after: 3 },
    { muscle: 'shoulders', before: 3, after: 2 },
    { muscle: 'triceps', before: 1.5, after: 1 },
  ])
  const q = (1 - 0.28 * Math.exp(-15 / 45)) / (1 - 0.28 * Math.exp(-1))
  const size = (chest: number, quadriceps: number, pressed: number) =>
    [chest, quadriceps, 1.5 * pressed, 0.75 * pressed].reduce((sum, sets) => sum + sets ** 0.45, 0)
  t.ok(near(answer.retained.size, size(3, 3, 2 * q) / size(4, 5, 3)))
})

t.test('retained is 1 where there was nothing to keep', async (t) => {
  t.match(plannerOf([curl, pushdown]).answer(15).answer.retained, { strength: 1 })
  t.match(plannerOf([walk, stretch]).answer(15).answer.retained, { size: 1, strength: 1, muscles: [] })
})

t.test('segments: sets as the plan writes them, ramp first; rounds, pauses and pairs', async (t) => {
  const loaded = { ...squat, sets: [{ load: 60, warmup: true }, { load: 80 }, { load: 100 }, { load: 90 }] }
  // 120 + 20 + 45 + 3·20 + 2·180 = 605; the pair 435; 18 minutes are 1080
  const { answer } = plannerOf([loaded, curl, pushdown]).answer(18)
  t.same(
    answer.segments.map(({ id, order, kind }) => [id, order, kind]),
    [
      ['segment-1', 1, 'core_lift'],
      ['segment-2', 2, 'accessory_superset'],
    ],
  )
  t.same(answer.segments[0]!.exercises[0]!.sets, [
    { reps: 5, load: 60, warmup: true },
    { reps: 5, load: 80 },
    { reps: 5, load: 100 },
    { reps: 5, load: 90 },
  ])
  t.match(answer.segments[1], { pairing: 'antagonist', rounds: 3, roundRestSeconds: 45 })
  t.equal(
    answer.segments.reduce((sum, { timing }) => sum + timing.totalSeconds, 0),
    answer.compressedDurationSeconds,
  )
})

t.test('the frontier is the answers, as steps', async (t) => {
  const one = plannerOf([walk, squat, bench, curl, pushdown, raise, stretch], { coreSetCap: 3 })
  const steps = one.frontier()
  t.equal(steps[0]!.fromMinutes, 15)
  for (let minutes = 15; minutes <= 180; minutes += 1) {
    const { answer } = one.answer(minutes)
    const step = steps.findLast(({ fromMinutes }) => fromMinutes <= minutes)!
    t.match(step, {
      durationSeconds: answer.compressedDurationSeconds,
      outcome: answer.outcome,
      retained: { size: answer.retained.size, strength: answer.retained.strength },
    })
  }
  const contents = steps.map(({ fromMinutes }) => JSON.stringify(one.answer(fromMinutes).answer.segments))
  for (const [index, content] of contents.slice(1).entries())
    t.not(content, contents[index], 'each step changes')
})
