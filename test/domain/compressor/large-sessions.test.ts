/** Sessions too large to be proven at every target: their gaps are true, and their answers agree with each other. */
import t from 'tap'
import { defaultAmendment } from '../../../domain/amendment/amendment.ts'
import { layoutSeconds, programmedLayout } from '../../../domain/clock/layout.ts'
import { SessionCompressor } from '../../../domain/compressor/session-compressor.ts'
import { SessionPlanner } from '../../../domain/compressor/session-planner.ts'
import { solveSession } from '../../../domain/compressor/solve.ts'
import type { Session } from '../../../domain/plan/session.ts'
import { effectiveSets, priorityWeight, sizeValue } from '../../../domain/stimulus/size.ts'
import { randomSession } from './oracle/random-session.ts'
import { seededRandom } from './oracle/seeded-random.ts'

const sessionOf = (seed: number, accessories: number): Session => {
  const drawn = randomSession(seededRandom(seed), { accessories: [accessories, accessories], mostSets: 4 })
  return {
    ...drawn,
    exercises: drawn.exercises.map((exercise) => ({ ...exercise, group: null, pinnedSets: null })),
  }
}

const answered = (session: Session, share: number, targetSteps: number) => {
  const budgetSeconds = Math.max(900, Math.round(layoutSeconds(programmedLayout(session)) * share))
  const limits = { targetSteps, sessionSteps: targetSteps }
  const { layout, optimality, step } = new SessionCompressor(session, defaultAmendment, limits).answer(
    budgetSeconds,
  )
  const weightOf = (id: string): number => {
    const { role, priority } = session.exercises.find((exercise) => exercise.id === id)!
    return role === 'core' ? 1 : priorityWeight(priority)
  }
  return { value: sizeValue(effectiveSets(layout, weightOf)), optimality, step }
}

t.test('no search, however long, finds more than the gap of a short one allowed', async (t) => {
  let unproven = 0
  for (let seed = 1; seed <= 12; seed += 1) {
    const session = sessionOf(900_000 + seed, 13 + (seed % 5))
    for (const share of [0.35, 0.6]) {
      const short = answered(session, share, 60_000)
      const long = answered(session, share, 1_000_000)
      if (short.step !== 'most_value') continue
      const name = `seed ${seed} at ${share}`
      t.ok(long.value <= short.value * (1 + short.optimality.gap) + 1e-9, `${name}: the bound holds`)
      t.ok(long.value >= short.value - 1e-9, `${name}: more steps find no less`)
      t.equal(short.optimality.proven, short.optimality.gap === 0, `${name}: proven means no gap`)
      if (!short.optimality.proven) unproven += 1
    }
  }
  t.ok(unproven >= 5, `${unproven} were not proven`)
})

t.test('value never falls as the target grows, also where little is proven', async (t) => {
  let unproven = 0
  for (let seed = 1; seed <= 3; seed += 1) {
    const session = sessionOf(910_000 + seed, 16)
    const solved = solveSession(session, defaultAmendment, { targetSteps: 50_000, sessionSteps: 1_000_000 })
    const planner = new SessionPlanner(session, defaultAmendment, solved)
    let before = 0
    for (const { step, fromMinutes, optimality } of solved.steps) {
      if (step !== 'most_value' && step !== 'programmed') continue
      const { size } = planner.answer(fromMinutes).values.after
      t.ok(size >= before - 1e-9, `seed ${seed} from ${fromMinutes} minutes`)
      before = size
      if (!optimality.proven) unproven += 1
    }
  }
  t.ok(unproven >= 10, `${unproven} steps were not proven`)
})
