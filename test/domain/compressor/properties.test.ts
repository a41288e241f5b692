/** What holds for every session: judged on seeded sessions with every feature of the model. */
import t from 'tap'
import type { Amendment } from '../../../domain/amendment/amendment.ts'
import { defaultLimits } from '../../../domain/compressor/compress.ts'
import { contentKey, contentOf } from '../../../domain/compressor/content.ts'
import { SessionPlanner } from '../../../domain/compressor/session-planner.ts'
import { solveSession } from '../../../domain/compressor/solve.ts'
import type { Session } from '../../../domain/plan/session.ts'
import { randomCase, randomSession } from './oracle/random-session.ts'
import { seededRandom } from './oracle/seeded-random.ts'

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

t.test('the value never falls as the target grows, nor the strength where core sets are cut', async (t) => {
  for (const seed of seeds) {
    const { session, amendment } = randomCase(seed)
    const planner = plannerOf(session, amendment)
    let before = { step: '', size: 0, strength: 0 }
    for (const step of solveSession(session, amendment, defaultLimits).steps) {
      const { size, strength } = planner.answer(step.fromMinutes).values.after
      const valued = ['most_value', 'quickest_pinned', 'programmed'].includes(step.step)
      const both = valued === ['most_value', 'quickest_pinned', 'programmed'].includes(before.step)
      if (both && valued && step.outcome !== 'unchanged')
        t.ok(size >= before.size - 1e-9, `seed ${seed} at ${step.fromMinutes}`)
      if (step.step === 'most_strength' && before.step === 'most_strength')
        t.ok(strength >= before.strength - 1e-9)
      before = { step: step.step, size, strength }
    }
  }
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

t.test('compressing the result again changes nothing', async (t) => {
  for (const seed of seeds) {
    const { session, amendment, targetMinutes } = randomCase(seed)
    const plain = {
      ...session,
      exercises: session.exercises.map((one) => ({ ...one, group: null, pinnedSets: null })),
    }
    const { answer } = plannerOf(plain, {
      ...amendment,
      pinned: [],
      banned: [],
      allowSupersets: false,
      allowBlocks: false,
    }).answer(targetMinutes)
    if (
      answer.outcome !== 'compressed' ||
      answer.changes.some(({ kinds }) => kinds.includes('rest_shortened') || kinds.includes('ramp_cut'))
    )
      continue
    const kept = answer.segments.flatMap(({ exercises }) => exercises.map(({ exerciseId }) => exerciseId))
    const again = {
      ...plain,
      exercises: kept.map((id) => {
        const whole = plain.exercises.find((one) => one.id === id)!
        const sets = answer.changes.find((change) => change.exerciseId === id)!.setsAfter
        const prescriptions = answer.segments
          .flatMap(({ exercises }) => exercises)
          .find(({ exerciseId }) => exerciseId === id)!
          .sets.filter((set) => set.warmup !== true)
        const first = whole.workingSets.findIndex((_, at) =>
          prescriptions.every(
            (set, offset) =>
              JSON.stringify(whole.workingSets[at + offset]?.prescription) === JSON.stringify(set),
          ),
        )
        return { ...whole, workingSets: whole.workingSets.slice(first, first + sets) }
      }),
    }
    t.equal(
      plannerOf(again, { ...amendment, pinned: [], banned: [], neverPair: [], priorities: {} }).answer(
        targetMinutes,
      ).answer.outcome,
      'unchanged',
      `seed ${seed}`,
    )
  }
})

t.test('sessions of the same content have the same solution, whatever they are called', async (t) => {
  for (const seed of seeds.slice(0, 30)) {
    const { session, amendment } = randomCase(seed)
    const renamed = new Map(session.exercises.map(({ id }, index) => [id, `other-${index}`]))
    const other: Session = {
      ...session,
      id: 'other',
      name: 'Other',
      weekNumber: 7,
      exercises: session.exercises.map((one) => ({ ...one, id: renamed.get(one.id)!, name: 'Other' })),
    }
    const otherAmendment: Amendment = {
      ...amendment,
      priorities: Object.fromEntries(
        Object.entries(amendment.priorities).map(([id, priority]) => [renamed.get(id) ?? id, priority]),
      ),
      pinned: amendment.pinned.map((pin) => ({
        ...pin,
        exerciseId: renamed.get(pin.exerciseId) ?? pin.exerciseId,
      })),
      banned: amendment.banned.map((id) => renamed.get(id) ?? id),
      neverPair: amendment.neverPair.map((entry) => entry.map((id) => renamed.get(id) ?? id)),
    }
    const one = contentOf(session, amendment)
    const two = contentOf(other, otherAmendment)
    t.equal(contentKey(one, defaultLimits), contentKey(two, defaultLimits), `seed ${seed}`)
    t.same(
      solveSession(one.session, one.amendment, defaultLimits),
      solveSession(session, amendment, defaultLimits),
      'and the content solves as the session does',
    )
  }
})

t.test('another set, rest, role or amendment is another content', async (t) => {
  const session = randomSession(seededRandom(5), { accessories: [3, 3], mostSets: 3 })
  const { amendment } = randomCase(5)
  const key = contentKey(contentOf(session, amendment), defaultLimits)
  const first = session.exercises[0]!
  const changes: Partial<typeof first>[] = [
    { restSeconds: first.restSeconds + 1 },
    { setupSeconds: first.setupSeconds + 1 },
    { role: 'cooldown' },
    { primaryMuscles: ['neck'] },
    { workingSets: [...first.workingSets, first.workingSets[0]!] },
  ]
  for (const change of changes) {
    const other = { ...session, exercises: [{ ...first, ...change }, ...session.exercises.slice(1)] }
    t.not(contentKey(contentOf(other, amendment), defaultLimits), key, Object.keys(change).join())
  }
  t.not(contentKey(contentOf(session, { ...amendment, coreSetFloor: 9 }), defaultLimits), key)
})
