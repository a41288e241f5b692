/** When an easier week is proposed, and what it is. */
import t from 'tap'
import { applyProposals } from '../../../domain/adaptation/apply-proposals.ts'
import { adaptation, bench, curl, inWords, performance, planOfWeeks, rpe } from './build-adaptation.ts'

const plan = planOfWeeks(6, [bench({ rpe: 8 }), curl({ sets: 5 })])
const both = (deviations: readonly (readonly [bench: number, curl: number])[]) =>
  deviations.flatMap(([first, second], index) => [
    rpe(index + 1, first),
    rpe(index + 1, second, { exerciseId: 'curl', programmedSets: 5 }),
  ])
const readiness = (values: readonly number[]) =>
  values.map((value, index) => performance(index + 1, [4], { readiness: value }))
const deloadOf = (...given: Parameters<typeof adaptation>) =>
  adaptation(...given).proposals.find(({ kind }) => kind === 'deload')

const easier = 'deload | 4 | week deload false→true | w4-d1 sets 4→2 | w4-d1 rpe 8→6 | w4-d1 sets 5→3'

const cases: Record<string, { reports: Parameters<typeof adaptation>[1]; deload: boolean }> = {
  'lifts far above target all over': { reports: both(Array(3).fill([2, 2])), deload: true },
  'lifts just above target, nothing else': { reports: both(Array(3).fill([1, 1])), deload: false },
  'lifts just above target and low readiness': {
    reports: [...both(Array(3).fill([1, 1])), ...readiness([2, 1, 2])],
    deload: true,
  },
  'low readiness alone': { reports: readiness([1, 1, 1]), deload: false },
  'low readiness and sets left undone': {
    reports: [1, 2, 3].map((week) => performance(week, [2, 3], { readiness: 2 })),
    deload: true,
  },
  'one lift far above target, one on it': { reports: both(Array(3).fill([2, 0])), deload: false },
  'one lift alone': { reports: [1, 2, 3].map((week) => rpe(week, 2)), deload: false },
  'all easy, but tired': {
    reports: [...both(Array(3).fill([-2, -2])), ...readiness([1, 1, 1])],
    deload: false,
  },
}
for (const [title, { reports, deload }] of Object.entries(cases)) {
  t.test(title, async (t) => {
    const proposal = deloadOf(plan, reports)
    t.equal(proposal && inWords(proposal), deload ? easier : undefined)
  })
}

t.test('only the next week, and not when it is one already', async (t) => {
  const reports = both(Array(3).fill([2, 2]))
  t.equal(deloadOf(planOfWeeks(3), reports), undefined)
  t.equal(deloadOf(planOfWeeks(6, undefined, { change: { 4: { deload: true } } }), reports), undefined)
})

t.test('nothing is made easier against the coach’s word; where nothing may be, no deload', async (t) => {
  const reports = both(Array(3).fill([2, 2]))
  const floors = { coreSetFloor: 3, pinned: [{ exerciseId: 'curl' }] }
  t.equal(
    inWords(deloadOf(plan, reports, { amendment: floors })!),
    'deload | 4 | week deload false→true | w4-d1 sets 4→3 | w4-d1 rpe 8→6',
  )
  const bare = planOfWeeks(6, [bench(), curl({ sets: 5 })])
  t.equal(deloadOf(bare, reports, { amendment: { ...floors, coreSetFloor: 4 } }), undefined)
})

t.test('while a deload is proposed no set is added elsewhere', async (t) => {
  const three = planOfWeeks(6, [bench(), curl({ sets: 5 }), curl({ id: 'row', name: 'Row' })])
  const reports = [
    ...both(Array(3).fill([2, 2])),
    ...[1, 2, 3].map((week) => rpe(week, -2, { exerciseId: 'row' })),
  ]
  const { proposals } = adaptation(three, reports)
  t.same(
    proposals.map(({ kind, target }) => `${kind} ${target.name}`),
    ['deload Week 4', 'cut_set Bench press', 'cut_set Curl', 'hold Row'],
  )
  t.match(proposals[3]?.reason, /An easier week comes first/)
})

t.test('its reason and its numbers', async (t) => {
  const proposal = deloadOf(plan, [...both(Array(3).fill([1, 1])), ...readiness([2, 1, 2])])
  t.equal(
    proposal?.reason,
    'At least half of the judged lifts are too hard (over all 1 RPE above their target), and readiness is 2 of 5. An easier week 4, with about half the sets and loads as they are, lets fatigue pass.',
  )
  t.match(proposal?.evidence, { rpeReports: 6, performanceReports: 3, readiness: 2, completion: 1 })
  t.equal(proposal?.confidence, 0.67, 'two of the three signs that could be read')
})

t.test('applied: the mark, the sets, the effort, and nothing else', async (t) => {
  const written = planOfWeeks(5, [
    bench({
      sets: [{ reps: 5, warmup: true, rpe: 4 }, { rpe: 9 }, { rpe: 6 }, { rpe: 4 }, {}],
      reps: 5,
      rpe: 8,
    }),
    curl(),
  ])
  const before = structuredClone(written)
  const proposal = deloadOf(written, both(Array(3).fill([2, 2])))!
  const after = applyProposals(written, [proposal])
  t.same(written, before, 'the plan that came in is untouched')
  const week = after.microcycles[3]!
  t.equal(week.deload, true)
  t.match(week.sessions[0]?.exercises, [
    { sets: [{ reps: 5, warmup: true, rpe: 4 }, { rpe: 7 }, { rpe: 5 }], rpe: 6 },
    { sets: 2 },
  ])
  t.same(
    after.microcycles.filter((one) => one !== week),
    before.microcycles.filter((_, index) => index !== 3),
  )
})
