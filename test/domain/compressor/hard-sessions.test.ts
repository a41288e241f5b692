/** Sessions built to be hard end within their steps, obey every article, and own up to what they may have missed. */
import t from 'tap'
import { defaultAmendment } from '../../../domain/amendment/amendment.ts'
import { prepareSession } from '../../../domain/clock/prepare-session.ts'
import { frontierOf } from '../../../domain/compressor/frontier.ts'
import { SessionCompressor } from '../../../domain/compressor/session-compressor.ts'
import { SessionPlanner } from '../../../domain/compressor/session-planner.ts'
import { solveSession } from '../../../domain/compressor/solve.ts'
import type { NormalExercise } from '../../../domain/plan/document.ts'
import { exercise } from '../amendment/harness.ts'

// They are heavy by design, and a busy machine makes them heavier.
t.setTimeout(600_000)

const limits = { targetSteps: 50_000, sessionSteps: 250_000 }
const opposed = [
  'chest',
  'middle_back',
  'biceps',
  'triceps',
  'quadriceps',
  'hamstrings',
  'abductors',
  'adductors',
]
const thirty = (more: (index: number) => Partial<NormalExercise>) =>
  Array.from({ length: 30 }, (_, index) => exercise(`e${index}`, 'accessory', ['biceps'], more(index)))
const antagonist = (index: number) => ({ primaryMuscles: [opposed[index % opposed.length]!] })

const sessions: Record<string, NormalExercise[]> = {
  'thirty identical accessories': thirty(() => ({})),
  'all antagonists': thirty(antagonist),
  'zero-rest circuits': thirty((index) => ({ ...antagonist(index), restSeconds: 0 })),
  'thirty pinned': thirty((index) => ({ ...antagonist(index), pinned: true, minSets: 2 })),
}

for (const [what, exercises] of Object.entries(sessions)) {
  t.test(what, async (t) => {
    const session = prepareSession({ id: 'day', name: 'Day', dayOfWeek: 1, exercises }, 1)
    const amendment = { ...defaultAmendment, maxStations: 3 }
    const solved = solveSession(session, amendment, limits)
    const compressor = new SessionCompressor(session, amendment, limits)
    frontierOf(compressor, limits)
    // A search always looks at every option a few times; when no steps are left, there is none.
    t.ok(compressor.stepsTaken < 4 * limits.sessionSteps, `${compressor.stepsTaken} steps`)
    if (what === 'all antagonists') t.same(solveSession(session, amendment, limits), solved, 'the same again')
    const planner = new SessionPlanner(session, amendment, solved)
    for (const minutes of [15, 30, 60, 120]) {
      const { answer, violations } = planner.answer(minutes)
      t.same(violations, [])
      t.ok(answer.meetsTimeConstraint || answer.outcome === 'unmet')
      t.ok(Number.isFinite(answer.optimality.gap) && answer.optimality.gap >= 0)
      t.ok(!answer.optimality.proven || answer.optimality.gap === 0)
    }
  })
}
