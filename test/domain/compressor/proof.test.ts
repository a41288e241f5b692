/**
 * The compressor against the independent oracle on seeded sessions. The whole: `npm run test:proof`; `PROOF_SESSIONS`
 * and `PROOF_PROGRAMS` say how many, `PROOF_FROM` starts at another seed. A failure names its seed; `randomCase(seed, size)` is the case.
 */
import t, { type Test } from 'tap'
import { compressSession } from '../../../domain/compressor/compress.ts'
import { audit } from './oracle/audit.ts'
import { sessionSeconds } from './oracle/clock.ts'
import { differences } from './oracle/compare.ts'
import { programmedSegments } from './oracle/doing.ts'
import { enumerateAnswer } from './oracle/enumerate.ts'
import { solveMixedInteger } from './oracle/mixed-integer.ts'
import { type CaseSize, randomCase, smallCases } from './oracle/random-session.ts'
import { readAnswer } from './oracle/read-answer.ts'
import { readRules } from './oracle/rules.ts'
import { sizeValue } from './oracle/value.ts'

const sessions = Number(process.env.PROOF_SESSIONS ?? 300)
const programs = Number(process.env.PROOF_PROGRAMS ?? 20)
const firstSeed = Number(process.env.PROOF_FROM ?? 1)
if (process.env.PROOF_SESSIONS !== undefined) t.setTimeout(0)
const seeds = (count: number): number[] => Array.from({ length: count }, (_, index) => firstSeed + index)

const compress = ({ session, amendment, targetMinutes }: ReturnType<typeof randomCase>) =>
  compressSession(session, amendment, targetMinutes)

const prove = (size: CaseSize, count: number, complaintsOf: (seed: number, size: CaseSize) => string[]) => {
  const failed = seeds(count).flatMap((seed) => {
    const complaints = complaintsOf(seed, size)
    return complaints.length === 0 ? [] : [{ seed, complaints }]
  })
  return failed.slice(0, 5)
}

const againstEnumeration = (seed: number, size: CaseSize): string[] => {
  const randomly = randomCase(seed, size)
  return differences(randomly, compress(randomly))
}

const againstAuditor = (seed: number, size: CaseSize): string[] => {
  const randomly = randomCase(seed, size)
  const { session, amendment, targetMinutes } = randomly
  return audit(session, amendment, targetMinutes, compress(randomly))
}

const upToSix: CaseSize = { accessories: [1, 6], mostSets: 4 }
const middling: CaseSize = { accessories: [5, 6], mostSets: 4 }
const large: CaseSize = { accessories: [7, 12], mostSets: 5 }

t.test('small sessions: the answer that enumeration finds', async (t) => {
  t.same(prove(smallCases, sessions, againstEnumeration), [])
})

t.test('sessions of five and six accessories: the answer that enumeration finds', async (t) => {
  t.same(prove(middling, Math.ceil(sessions / 10), againstEnumeration), [])
})

t.test('small sessions: the auditor has no complaint', async (t) => {
  t.same(prove(smallCases, sessions, againstAuditor), [])
})

t.test('large sessions: the auditor has no complaint', async (t) => {
  t.same(prove(large, Math.ceil(sessions / 10), againstAuditor), [])
})

/** Compares until so many programs could be compared: those that fit, or where answer 2 is impossible, do not count. */
const againstPrograms = async (t: Test, size: CaseSize, wanted: number): Promise<void> => {
  let compared = 0
  for (let seed = firstSeed; compared < wanted; seed++) {
    const randomly = randomCase(seed, size)
    const { session, amendment, targetMinutes } = randomly
    const rules = readRules(session, amendment)
    const budgetSeconds = targetMinutes * 60 - amendment.bufferSeconds
    // What fits as programmed is not chosen, nor capped: the program knows nothing of it.
    if (sessionSeconds(programmedSegments(rules.units.flat())) <= budgetSeconds) continue
    const program = await solveMixedInteger(session, amendment, targetMinutes)
    if (program === null) continue
    compared++
    const answer = compress(randomly)
    const { optimality } = answer
    const value = sizeValue(readAnswer(session, answer).segments, rules.priorityOf)
    t.ok(value <= program.upperBound + 1e-6, `seed ${seed}: V ${value} is within ${program.upperBound}`)
    const claimed = optimality.proven ? value + 1e-9 : value * (1 + optimality.gap) + 1e-6
    t.ok(claimed >= program.size, `seed ${seed}: V ${value}, gap ${optimality.gap}, reaches ${program.size}`)
  }
}

t.test('one to six accessories: the V that the mixed-integer program finds', (t) =>
  againstPrograms(t, upToSix, programs),
)

t.test('large sessions: the V that the mixed-integer program finds', (t) =>
  againstPrograms(t, large, Math.ceil(programs / 20)),
)

t.test('an exercise returns at the smallest target from which on it stays as programmed', async (t) => {
  const tiny: CaseSize = { accessories: [1, 2], mostSets: 3 }
  for (const seed of seeds(Math.ceil(sessions / 40))) {
    const randomly = randomCase(seed, tiny)
    const { session, amendment } = randomly
    const returns = new Map<string, number | null>(session.exercises.map(({ id }) => [id, null]))
    const lost = new Set<string>()
    for (let minutes = 180; minutes >= 15; minutes--) {
      const { segments } = enumerateAnswer(session, amendment, minutes)
      const whole = segments.flatMap(({ kind, members }) =>
        members.filter(
          ({ exercise, sets, restSeconds, rampCut }) =>
            kind !== 'new_group' &&
            sets === exercise.workingSets.length &&
            restSeconds === exercise.restSeconds &&
            !rampCut,
        ),
      )
      for (const { id } of session.exercises) {
        if (!whole.some(({ exercise }) => exercise.id === id)) lost.add(id)
        if (!lost.has(id)) returns.set(id, minutes)
      }
    }
    const said = compress(randomly).changes.map(({ exerciseId, returnsAtMinutes }) => [
      exerciseId,
      returnsAtMinutes,
    ])
    t.same(said, [...returns], `seed ${seed}`)
  }
})
