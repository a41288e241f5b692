/** What holds of every plan, amendment and history of feedback: seeded, so that a failure can be repeated. */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { applyProposals, findConflict } from '../../../domain/adaptation/apply-proposals.ts'
import { proposeAdaptations } from '../../../domain/adaptation/propose.ts'
import type { FeedbackReport } from '../../../domain/adaptation/report.ts'
import { withDefaults } from '../../../domain/amendment/amendment.ts'
import { checkAmendment } from '../../../domain/amendment/contradictions.ts'
import type { Movement } from '../../../domain/movements/movement.ts'
import { workingSetCount } from '../../../domain/plan/check-sets.ts'
import { coachsWordChanges } from '../../../domain/plan/coachs-word.ts'
import type { AmendmentDocument, ExerciseDocument, NormalPlan } from '../../../domain/plan/document.ts'
import { normalisePlan } from '../../../domain/plan/normalise.ts'
import { dateOf, planOfWeeks, type WeekChange } from './build-adaptation.ts'

const parameters = { seed: 20250106, numRuns: 400 }
const ids = ['bench', 'squat', 'curl', 'row'] as const
const muscles = ['chest', 'quadriceps', 'biceps', 'lats'] as const

const setsOf = fc.oneof(
  fc.integer({ min: 1, max: 8 }),
  fc.array(
    fc.record(
      {
        reps: fc.constantFrom(5, '5+', 'AMRAP', '8-12'),
        load: fc.constantFrom(50, 60, '70%'),
        rpe: fc.constantFrom(7, 8.5, 10),
      },
      { requiredKeys: ['reps'] },
    ),
    { minLength: 1, maxLength: 5 },
  ),
)

const exercises: fc.Arbitrary<ExerciseDocument[]> = fc
  .tuple(
    ...ids.map(() =>
      fc.record({
        sets: setsOf,
        core: fc.boolean(),
        pinned: fc.boolean(),
        grouped: fc.boolean(),
        rpe: fc.option(fc.constantFrom(6, 8, 9), { nil: undefined }),
      }),
    ),
  )
  .map((lifts) =>
    lifts.map(({ sets, core, pinned, grouped, rpe }, index) => ({
      id: ids[index]!,
      name: ids[index]!,
      role: core ? ('core' as const) : ('accessory' as const),
      primaryMuscles: [muscles[index]!],
      secondaryMuscles: index % 2 === 0 ? ['shoulders'] : [],
      reps: 8,
      sets,
      ...(pinned && index === 2 && { pinned: true }),
      ...(grouped && index > 1 && { group: 'g' }),
      ...(rpe !== undefined && { rpe }),
    })),
  )

const plans: fc.Arbitrary<NormalPlan> = fc
  .record({
    weeks: fc.constantFrom(1, 4, 6, 7, 8, 9),
    first: exercises,
    later: fc.option(exercises, { nil: undefined }),
    deload: fc.integer({ min: 1, max: 10 }),
    days: fc.constantFrom<number[]>([1], [1, 4]),
    coached: fc.boolean(),
  })
  .map(({ weeks, first, later, deload, days, coached }) => {
    const change: Record<number, WeekChange> = { [deload]: { deload: true } }
    if (later) change[weeks] = { ...change[weeks], exercises: later }
    const plan = planOfWeeks(weeks, first, { days, change })
    return { ...plan, ...(coached && { coachId: 'coach-1' }) }
  })

const amendments: fc.Arbitrary<AmendmentDocument> = fc.record(
  {
    coreSetFloor: fc.integer({ min: 1, max: 5 }),
    coreSetCap: fc.constantFrom(null, 5, 6),
    accessorySetFloor: fc.integer({ min: 1, max: 5 }),
    allowCoreSwaps: fc.boolean(),
    priorities: fc.constantFrom({ bench: 'low' as const }, { row: 'high' as const }),
    pinned: fc.constantFrom([{ exerciseId: 'row' }], [{ exerciseId: 'row', minSets: 1 }], []),
    neverPair: fc.constantFrom([['curl']], []),
  },
  { requiredKeys: [] },
)

/** How an athlete finds each lift, give or take; noise and gaps are drawn from the numbers in turn. */
interface Mood {
  weeks: number
  deviations: number[]
  shares: number[]
  readiness: number
  noise: number[]
}

const moods: fc.Arbitrary<Mood> = fc.record({
  weeks: fc.constantFrom(0, 2, 3, 4, 5, 6),
  deviations: fc.array(fc.constantFrom(-3, -2, -1, 0, 0.5, 1, 2), { minLength: 4, maxLength: 4 }),
  shares: fc.array(fc.constantFrom(0, 0.4, 0.7, 0.9, 1, 1.3), { minLength: 4, maxLength: 4 }),
  readiness: fc.integer({ min: 1, max: 5 }),
  noise: fc.array(fc.nat(9), { minLength: 1, maxLength: 30 }),
})

/** Reports of sessions that the plan has, as the check would have completed them. */
const reportsOf = (plan: NormalPlan, mood: Mood): FeedbackReport[] => {
  let drawn = 0
  const draw = (): number => {
    drawn += 1
    return mood.noise[drawn % mood.noise.length] ?? 0
  }
  const reported = plan.microcycles.filter(({ weekNumber }) => weekNumber <= mood.weeks)
  return reported.flatMap(({ weekNumber, sessions }) =>
    sessions.flatMap((session): FeedbackReport[] => {
      const at = { sessionId: session.id, weekNumber, date: dateOf(weekNumber, session.dayOfWeek) }
      const lifts = session.exercises.map(({ id, sets }, index) => ({
        exerciseId: id,
        programmedSets: workingSetCount({ sets }),
        deviation: (mood.deviations[index] ?? 0) + [0, 0, 0, 0.5, -0.5][draw() % 5]!,
        share: mood.shares[index] ?? 1,
      }))
      const rpes = lifts
        .filter(() => draw() > 1)
        .map(({ exerciseId, programmedSets, deviation }): FeedbackReport => {
          const target = { targetRpe: 7.5, targetFrom: 'role' as const }
          return {
            kind: 'rpe',
            ...at,
            exerciseId,
            rpe: 7.5 + deviation,
            ...target,
            plannedSets: programmedSets,
            programmedSets,
          }
        })
      if (draw() > 6) return rpes
      const exercises = lifts.map(({ exerciseId, programmedSets, share }) => ({
        exerciseId,
        completedSets: Math.round(programmedSets * share),
        plannedSets: programmedSets,
        programmedSets,
      }))
      return [...rpes, { kind: 'performance', ...at, readiness: mood.readiness, exercises }]
    }),
  )
}

const movement = (slug: string, coreLift: boolean): Movement => ({
  slug,
  name: slug,
  pattern: 'isolation',
  level: 'beginner',
  primaryMuscles: ['chest'],
  secondaryMuscles: [],
  equipment: 'body_only',
  mechanic: 'isolation',
  coreLift,
  aliases: [],
  tags: [],
})
const findAlternatives = ({ id }: { id: string }) =>
  [movement(`${id}-other`, false), movement(`${id}-core`, true)].map((one) => ({
    movement: one,
    reasons: [],
  }))

const scenario = fc
  .record({
    plan: plans,
    amendment: amendments,
    mood: moods,
  })
  .map(({ plan, amendment, mood }) => ({
    plan,
    amendment: withDefaults(amendment),
    reports: reportsOf(plan, mood),
    today: dateOf(7),
    findAlternatives,
  }))
  .filter(({ plan, amendment }) => checkAmendment(amendment, plan).length === 0)

const about = ({ kind, target }: { kind: string; target: object }) => JSON.stringify([kind, target])

t.test(
  'applied: the plan stays valid and true to the amendment, past weeks stay, it is not proposed again',
  async (t) => {
    const applied = new Map<string, number>()
    fc.assert(
      fc.property(scenario, (request) => {
        const before = structuredClone([request.plan, request.amendment, request.reports])
        const { proposals, generatedFrom } = proposeAdaptations(request)
        for (const proposal of proposals.filter(({ changes }) => changes.length > 0)) {
          applied.set(proposal.kind, (applied.get(proposal.kind) ?? 0) + 1)
          const after = applyProposals(request.plan, [proposal])
          const checked = normalisePlan(after)
          if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
          if (!isDeepStrictEqual(checked.value, after)) throw new Error('not in normal form')
          if (checkAmendment(request.amendment, after).length > 0) throw new Error('breaks the amendment')
          const words = coachsWordChanges(request.plan, after, request.amendment)
          const needsCoach = request.plan.coachId !== undefined && words.length > 0
          if (needsCoach !== proposal.needsCoach) throw new Error(`needsCoach is ${proposal.needsCoach}`)
          for (const [index, week] of request.plan.microcycles.entries()) {
            if (week.weekNumber > (generatedFrom.latestWeek ?? 0)) continue
            if (JSON.stringify(after.microcycles[index]) !== JSON.stringify(week))
              throw new Error('past changed')
          }
          const again = proposeAdaptations({ ...request, plan: after }).proposals
          const same = again.find((one) => about(one) === about(proposal))
          if (same) throw new Error(`proposed again: ${same.reason}`)
        }
        if (JSON.stringify([request.plan, request.amendment, request.reports]) !== JSON.stringify(before)) {
          throw new Error('the input was changed')
        }
      }),
      parameters,
    )
    for (const kind of ['add_set', 'cut_set', 'deload', 'swap']) {
      t.ok((applied.get(kind) ?? 0) >= 30, `${kind} was applied ${applied.get(kind)} times`)
    }
  },
)

t.test('changes say what is there and what will be; together, where they do not conflict', async (t) => {
  fc.assert(
    fc.property(scenario, (request) => {
      const { proposals } = proposeAdaptations(request)
      const together: (typeof proposals)[number][] = []
      for (const one of proposals) if (!findConflict([...together, one])) together.push(one)
      const after = applyProposals(request.plan, together)
      const checked = normalisePlan(after)
      if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
      const setsIn = (plan: NormalPlan, sessionId: string | null, exerciseId: string | null) => {
        const sessions = plan.microcycles.flatMap((week) => week.sessions)
        const exercise = sessions
          .find(({ id }) => id === sessionId)
          ?.exercises.find(({ id }) => id === exerciseId)
        return exercise && workingSetCount(exercise)
      }
      for (const { field, sessionId, exerciseId, before, after: then } of together.flatMap(
        (one) => one.changes,
      )) {
        if (field !== 'sets') continue
        if (setsIn(request.plan, sessionId, exerciseId) !== before) throw new Error('before is not what was')
        if (setsIn(after, sessionId, exerciseId) !== then) throw new Error('after is not what is')
        if (then === before) throw new Error('a change that changes nothing')
      }
    }),
    parameters,
  )
  t.pass(`${parameters.numRuns} requests`)
})

t.test('the order of the reports does not matter, nor does asking twice', async (t) => {
  fc.assert(
    fc.property(scenario, fc.integer(), (request, turn) => {
      const at = request.reports.length === 0 ? 0 : Math.abs(turn) % request.reports.length
      const reports = [...request.reports.slice(at), ...request.reports.slice(0, at)]
      const one = JSON.stringify(proposeAdaptations(request))
      return one === JSON.stringify(proposeAdaptations({ ...request, reports }))
    }),
    parameters,
  )
  t.pass(`${parameters.numRuns} requests`)
})

t.test(
  'all far over target: never a set more; all far under and all done: never a set fewer, no deload',
  async (t) => {
    fc.assert(
      fc.property(scenario, fc.boolean(), (request, isHard) => {
        const reports = request.reports.map((report): FeedbackReport => {
          if (report.kind === 'rpe') return { ...report, rpe: isHard ? 10 : 5 }
          const exercises = report.exercises.map((one) => ({
            ...one,
            completedSets: isHard ? 0 : one.plannedSets,
          }))
          return { ...report, exercises, readiness: isHard ? 1 : 5 }
        })
        const kinds = proposeAdaptations({ ...request, reports }).proposals.map(({ kind }) => kind)
        const never = isHard ? ['add_set'] : ['cut_set', 'deload', 'swap']
        return kinds.every((kind) => !never.includes(kind))
      }),
      parameters,
    )
    t.pass(`${parameters.numRuns} requests`)
  },
)

t.test('ids: one a change, unique among the proposals, confidence within 0 and 1', async (t) => {
  fc.assert(
    fc.property(scenario, (request) => {
      const { proposals } = proposeAdaptations(request)
      return (
        new Set(proposals.map(({ id }) => id)).size === proposals.length &&
        proposals.every(
          ({ id, confidence, reason }) =>
            /^[0-9a-f]{16}$/.test(id) && confidence >= 0 && confidence <= 1 && /\.$/.test(reason),
        )
      )
    }),
    parameters,
  )
  t.pass(`${parameters.numRuns} requests`)
})
