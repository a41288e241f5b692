/** What holds for every session: judged on seeded sessions with every feature of the model. */
import t from 'tap'
import type { Amendment } from '../../../domain/amendment/amendment.ts'
import { defaultLimits } from '../../../domain/compressor/compress.ts'
import { SessionPlanner } from '../../../domain/compressor/session-planner.ts'
import { solveSession } from '../../../domain/compressor/solve.ts'
import type { Session } from '../../../domain/plan/session.ts'
import { randomCase } from './oracle/random-session.ts'

const seeds = Array.from({ length: 60 }, (_, index) => 70_001 + index)
const plannerOf = (session: Session, amendment: Amendment): SessionPlanner =>
  new SessionPlanner(session, amendment, solveSession(session, amendment, defaultLimits))

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

const reversedKeys = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(reversedKeys) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversedKeys(inner)]),
  ) as T
}

/** Answers 1 to 3 keep every core set that a cap leaves; answer 4 takes them; 5 is the shortest there is. */
const valued: readonly string[] = ['programmed', 'most_value', 'quickest_pinned']

t.test('the value never falls as the target grows, nor the strength where core sets are cut', async (t) => {
  let compared = 0
  for (const seed of seeds) {
    const { session, amendment } = randomCase(seed)
    const solved = solveSession(session, amendment, defaultLimits)
    const planner = new SessionPlanner(session, amendment, solved)
    let before = { step: 'unmet', size: 0, strength: 0 }
    for (const { step, fromMinutes } of solved.steps) {
      const { size, strength } = planner.answer(fromMinutes).values.after
      const what = `seed ${seed} at ${fromMinutes} minutes`
      if (valued.includes(before.step)) {
        t.ok(valued.includes(step), `${what}: no way back to answers 4 and 5`)
        t.ok(size >= before.size - 1e-9, `${what}: size`)
        compared += 1
      }
      if (before.step === 'most_strength') t.ok(strength >= before.strength - 1e-9, `${what}: strength`)
      before = { step, size, strength }
    }
  }
  t.ok(compared > seeds.length, 'there was something to compare')
})

t.test('nothing that goes in is changed, and the order of its properties does not matter', async (t) => {
  for (const seed of seeds.slice(0, 20)) {
    const { session, amendment, targetMinutes } = frozen(randomCase(seed))
    t.same(
      plannerOf(reversedKeys(session), reversedKeys(amendment)).answer(targetMinutes).answer,
      plannerOf(session, amendment).answer(targetMinutes).answer,
      `seed ${seed}`,
    )
  }
})

t.test('taking a restriction away never lowers the value', async (t) => {
  const loosened: Partial<Amendment>[] = [
    { maxStations: 3 },
    { allowSameMusclePairs: true },
    { neverPair: [] },
    { allowSupersets: true },
    { allowBlocks: true },
    { accessorySetFloor: 1 },
    { bufferSeconds: 0 },
  ]
  for (const seed of seeds.slice(0, 30)) {
    const { session, amendment, targetMinutes } = randomCase(seed)
    const strict = { ...amendment, pinned: [] }
    const bare = { ...session, exercises: session.exercises.map((one) => ({ ...one, pinnedSets: null })) }
    const outcomeUnder = (rules: Amendment) => {
      const { answer, values } = plannerOf(bare, rules).answer(targetMinutes)
      return { fits: answer.meetsTimeConstraint, strength: values.after.strength, size: values.after.size }
    }
    const before = outcomeUnder(strict)
    for (const change of loosened) {
      const after = outcomeUnder({ ...strict, ...change })
      t.ok(
        !before.fits || after.strength > before.strength + 1e-9 || after.size >= before.size - 1e-9,
        `seed ${seed} ${Object.keys(change)}`,
      )
    }
  }
})
