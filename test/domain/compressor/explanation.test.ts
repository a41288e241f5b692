/** What an answer says about itself: savings that add up, prices, returns, sentences, and why it cannot be shorter. */
import t from 'tap'
import { defaultAmendment } from '../../../domain/amendment/amendment.ts'
import { prepareSession } from '../../../domain/clock/prepare-session.ts'
import { compressSession, defaultLimits } from '../../../domain/compressor/compress.ts'
import { spokenSeconds } from '../../../domain/compressor/sentences.ts'
import { SessionPlanner } from '../../../domain/compressor/session-planner.ts'
import { solveSession } from '../../../domain/compressor/solve.ts'
import type { NormalExercise } from '../../../domain/plan/document.ts'
import { curl, exercise, pushdown, raise, squat, walk } from '../amendment/harness.ts'

const prepare = (...exercises: NormalExercise[]) =>
  prepareSession({ id: 'day', name: 'Day', dayOfWeek: 1, exercises }, 1)
const planner = (amendment = defaultAmendment, ...exercises: NormalExercise[]) => {
  const session = prepare(...exercises)
  return new SessionPlanner(session, amendment, solveSession(session, amendment, defaultLimits))
}

t.test('seconds saved add up, prices are never negative, whatever the target', async (t) => {
  const one = planner(defaultAmendment, walk, squat, curl, pushdown, raise)
  for (let minutes = 15; minutes <= 45; minutes += 1) {
    const { answer } = one.answer(minutes)
    t.equal(
      answer.changes.reduce((sum, change) => sum + change.secondsSaved, 0),
      answer.originalDurationSeconds - answer.compressedDurationSeconds,
    )
    t.ok(
      answer.changes.every(
        ({ valueLost, kinds }) => valueLost >= -1e-12 && (kinds[0] !== 'kept' || valueLost === 0),
      ),
    )
  }
})

t.test('an exercise returns at the target from which on it is kept', async (t) => {
  const one = planner(defaultAmendment, walk, squat, curl, pushdown, raise)
  const keptAt = (id: string, minutes: number) =>
    one.answer(minutes).answer.changes.find(({ exerciseId }) => exerciseId === id)!.kinds[0] === 'kept'
  for (const { exerciseId, returnsAtMinutes } of one.answer(20).answer.changes) {
    t.ok(returnsAtMinutes !== null && keptAt(exerciseId, returnsAtMinutes))
    t.ok(
      returnsAtMinutes === 15 || !keptAt(exerciseId, returnsAtMinutes! - 1),
      `${exerciseId} ${returnsAtMinutes}`,
    )
  }
})

t.test('sentences: what happened, what it saves, what it costs, when it comes back', async (t) => {
  const answer = compressSession(prepare(squat, curl, pushdown, raise), defaultAmendment, 25)
  const said = (id: string) => answer.changes.find(({ exerciseId }) => exerciseId === id)!.reason
  t.equal(said('squat'), 'Squat stays as programmed: a core lift is protected.')
  t.match(
    answer.changes.map(({ reason }) => reason).join('\n'),
    /paired with .*: saves \d.*, costs .* of size stimulus; comes back at \d+ minutes\./,
  )
  const banned = compressSession(prepare(squat, curl), { ...defaultAmendment, banned: ['curl'] }, 60)
  t.equal(
    banned.changes[1]!.reason,
    "Curl left out: the coach's amendment bans it: saves 5 min, costs 45.0 % of size stimulus.".replace(
      '45.0',
      ((100 * banned.changes[1]!.valueLost) / (5 ** 0.45 + 3 ** 0.45)).toFixed(1),
    ),
  )
  t.equal(banned.changes[1]!.returnsAtMinutes, null)
  t.same([59, 60, 200].map(spokenSeconds), ['59 s', '1 min', '3 min 20 s'])
})

t.test(
  'unmet: the articles that hold the minimum, the dearest first, with the minimum without each',
  async (t) => {
    const { shortfall, compressedDurationSeconds } = compressSession(
      prepare({ ...squat, sets: 5, reps: 20, restSeconds: 600 }, { ...curl, pinned: true, minSets: 3 }),
      defaultAmendment,
      15,
    )
    t.equal(shortfall!.missingSeconds, compressedDurationSeconds - 900)
    const articles = shortfall!.heldBy.map(({ article }) => article)
    t.same(new Set(articles), new Set(['A1', 'A4', 'A7', 'A8']))
    const minimums = shortfall!.heldBy.map(({ minimumSeconds }) => minimumSeconds)
    t.same(
      minimums,
      [...minimums].sort((a, b) => a - b),
    )
    t.match(shortfall!.heldBy[0]!.reason, /without it the shortest session would take \d/)
    t.equal(compressSession(prepare(squat, curl), defaultAmendment, 60).shortfall, undefined)
  },
)

t.test('unchanged: everything kept, everything retained', async (t) => {
  const answer = compressSession(
    prepare(squat, curl, exercise('run', 'conditioning', ['cardio'])),
    defaultAmendment,
    90,
  )
  t.match(answer, { outcome: 'unchanged', retained: { size: 1, strength: 1 } })
  t.ok(answer.changes.every(({ kinds }) => kinds.join() === 'kept'))
  t.ok(answer.retained.muscles.every(({ before, after }) => before === after))
})
