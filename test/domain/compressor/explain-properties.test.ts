/** The accounts of any answer: savings that add up, prices, what is retained, and when each exercise comes back. */
import t from 'tap'
import type { SessionAnswer } from '../../../domain/compressor/answer.ts'
import { defaultLimits } from '../../../domain/compressor/compress.ts'
import { SessionPlanner } from '../../../domain/compressor/session-planner.ts'
import { solveSession } from '../../../domain/compressor/solve.ts'
import { randomCase } from './oracle/random-session.ts'

const targets = Array.from({ length: 180 - 15 + 1 }, (_, index) => 15 + index)

/** Every answer that a session has, by target. */
const cases = Array.from({ length: 40 }, (_, index) => {
  const seed = 71_001 + index
  const { session, amendment } = randomCase(seed)
  const planner = new SessionPlanner(session, amendment, solveSession(session, amendment, defaultLimits))
  const answers = new Map(targets.map((minutes) => [minutes, planner.answer(minutes).answer]))
  return { seed, session, answers }
})
const steps = cases.flatMap(({ seed, session, answers }) =>
  [...answers]
    .filter(([minutes, { segments }]) => {
      const shorter = answers.get(minutes - 1)
      return shorter === undefined || JSON.stringify(shorter.segments) !== JSON.stringify(segments)
    })
    .map(([minutes, answer]) => ({ what: `seed ${seed} at ${minutes} minutes`, session, answer })),
)

t.test('seconds saved add up to what the session saves', async (t) => {
  for (const { what, answer } of steps) {
    const saved = answer.changes.reduce((sum, { secondsSaved }) => sum + secondsSaved, 0)
    t.equal(saved, answer.originalDurationSeconds - answer.compressedDurationSeconds, what)
  }
})

t.test('no change gives value; what is kept costs none, what is unchanged keeps all', async (t) => {
  for (const { what, answer } of steps) {
    const { changes, retained, outcome } = answer
    t.ok(
      changes.every(
        ({ valueLost, kinds }) => valueLost >= -1e-12 && (kinds[0] !== 'kept' || valueLost === 0),
      ),
      what,
    )
    t.ok(retained.size <= 1 + 1e-12 && retained.strength <= 1 + 1e-12, what)
    if (outcome !== 'unchanged') continue
    t.match(retained, { size: 1, strength: 1 }, what)
    t.ok(
      changes.every(({ kinds, secondsSaved }) => kinds.join() === 'kept' && secondsSaved === 0),
      what,
    )
  }
})

t.test(
  'change records are of the exercises as programmed, in order; their sets are those shown',
  async (t) => {
    for (const { what, session, answer } of steps) {
      const shown = new Map(
        answer.segments.flatMap(({ exercises }) =>
          exercises.map(({ exerciseId, sets }) => [exerciseId, sets.filter(({ warmup }) => !warmup).length]),
        ),
      )
      t.same(
        answer.changes.map(({ exerciseId, setsBefore, setsAfter }) => [exerciseId, setsBefore, setsAfter]),
        session.exercises.map(({ id, workingSets }) => [id, workingSets.length, shown.get(id) ?? 0]),
        what,
      )
    }
  },
)

const isKept = (answer: SessionAnswer | undefined, id: string): boolean =>
  answer?.changes.some(({ exerciseId, kinds }) => exerciseId === id && kinds[0] === 'kept') ?? false

t.test('an exercise returns at the smallest target from which on it is always kept', async (t) => {
  for (const { seed, session, answers } of cases) {
    for (const { id } of session.exercises) {
      const lastChanged = targets.findLast((minutes) => !isKept(answers.get(minutes), id)) ?? 14
      const returnsAtMinutes = lastChanged === 180 ? null : lastChanged + 1
      const said = new Set(
        [...answers.values()].map(
          ({ changes }) => changes.find(({ exerciseId }) => exerciseId === id)!.returnsAtMinutes,
        ),
      )
      t.same([...said], [returnsAtMinutes], `seed ${seed}: ${id}, at any target`)
    }
  }
})
