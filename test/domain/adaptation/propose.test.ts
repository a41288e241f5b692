/** Which proposals follow from which reports. */
import t from 'tap'
import {
  adaptation,
  bench,
  curl,
  dateOf,
  inWords,
  performance,
  planOfWeeks,
  rpe,
  type WeekChange,
} from './build-adaptation.ts'

const plan = planOfWeeks(6)
const weeks = (deviations: readonly number[]) =>
  deviations.map((deviation, index) => rpe(index + 1, deviation))
const words = (...given: Parameters<typeof adaptation>) => adaptation(...given).proposals.map(inWords)

t.test('no reports: nothing is proposed, and nothing may change', async (t) => {
  const { proposals, generatedFrom, analysis } = adaptation(plan, [])
  t.same(proposals, [])
  t.match(generatedFrom, { rpeReports: 0, latestWeek: null, weeksToChange: [], judgedExercises: 0 })
  t.same(analysis.exercises, [])
})

const cases: Record<string, { reports: number[]; expected: string }> = {
  'far above target: a set fewer in every week ahead': {
    reports: [1, 1.5, 1.5],
    expected: 'cut_set | bench | w4-d1 sets 4→3 | w5-d1 sets 4→3 | w6-d1 sets 4→3',
  },
  'a little above, but rising': {
    reports: [0, 0.5, 1],
    expected: 'cut_set | bench | w4-d1 sets 4→3 | w5-d1 sets 4→3 | w6-d1 sets 4→3',
  },
  'a little above and steady': { reports: [0.5, 0.5, 0.5], expected: 'hold | bench' },
  'on target': { reports: [0, -0.5, 0.5], expected: 'hold | bench' },
  'one odd day does not count': { reports: [0, 2, 0], expected: 'hold | bench' },
  'far below target: a set more': {
    reports: [-1, -1.5, -2],
    expected: 'add_set | bench | w4-d1 sets 4→5 | w5-d1 sets 4→5 | w6-d1 sets 4→5',
  },
  'far below, but rising': { reports: [-2, -1.5, -1], expected: 'hold | bench' },
}
for (const [title, { reports, expected }] of Object.entries(cases)) {
  t.test(title, async (t) => t.same(words(plan, weeks(reports)), [expected]))
}

t.test('far below, but hard the last time: no set is added', async (t) => {
  t.same(words(planOfWeeks(8), weeks([-2, -2, -2, -2, -2, 1])), ['hold | bench'])
})

t.test('two reports are too few to say anything', async (t) => {
  const { proposals, analysis } = adaptation(plan, weeks([2, 2]))
  t.same(proposals, [])
  t.match(analysis.exercises, [{ exerciseId: 'bench', verdict: 'unknown', evidence: { medianDeviation: 2 } }])
})

t.test('sets left undone: a set fewer', async (t) => {
  const undone = [1, 2, 3].map((week) => performance(week, [2, 4]))
  t.same(words(plan, undone), [
    'cut_set | bench | w4-d1 sets 4→3 | w5-d1 sets 4→3 | w6-d1 sets 4→3',
    'hold | curl',
  ])
})

t.test('of a shortened session what was meant that day counts', async (t) => {
  const shortened = [1, 2, 3].map((week) =>
    performance(week, [0], {
      exercises: [{ exerciseId: 'bench', completedSets: 2, plannedSets: 2, programmedSets: 4 }],
    }),
  )
  t.same(words(plan, shortened), ['hold | bench'])
})

t.test('two easy sets of four say nothing of four, two that were hard do', async (t) => {
  const shortened = (deviation: number) =>
    [1, 2, 3].map((week) => rpe(week, deviation, { plannedSets: 2, programmedSets: 4 }))
  t.same(words(plan, shortened(-2)), ['hold | bench'])
  t.same(words(plan, [...shortened(-2), ...[4, 5].map((week) => rpe(week, -2))]), ['hold | bench'])
  t.same(words(plan, shortened(2)), ['cut_set | bench | w4-d1 sets 4→3 | w5-d1 sets 4→3 | w6-d1 sets 4→3'])
})

t.test('what was said of a movement that took its place for a day says nothing of the lift', async (t) => {
  const instead = { movement: 'push-up' }
  t.same(words(plan, [...weeks([2, 2]), rpe(3, 2, instead)]), [])
  t.same(words(plan, weeks([2, 2, 2])).length, 1)
  const undone = [1, 2, 3].map((week) =>
    performance(week, [1], {
      exercises: [{ exerciseId: 'bench', ...instead, completedSets: 1, plannedSets: 4, programmedSets: 4 }],
    }),
  )
  const { analysis, proposals } = adaptation(plan, undone)
  t.same(proposals, [])
  t.equal(analysis.plan.completion, 0.25, 'of the plan it was left undone all the same')
})

t.test('a hold says "as it was meant" only of what was', async (t) => {
  const reason = (deviations: number[]) => adaptation(plan, weeks(deviations)).proposals[0]?.reason
  t.match(reason([0, -0.5, 0.5]), /That is as it was meant: keep it\.$/)
  t.match(reason([-2, -1.5, -1]), /1\.5 RPE below .* That is no clear sign: go on as it is\.$/)
})

t.test('easy, but not all sets done: no set is added', async (t) => {
  const reports = [...weeks([-2, -2, -2]), ...[1, 2, 3].map((week) => performance(week, [3.5]))]
  t.same(words(plan, reports), ['hold | bench'])
})

t.test('deload weeks: what was said of them counts nothing, and they are not changed', async (t) => {
  const change: Record<number, WeekChange> = { 3: { deload: true }, 6: { deload: true } }
  const deloaded = planOfWeeks(8, [bench(), curl()], { change })
  const reports = [rpe(1, 0), rpe(2, 0), rpe(3, -3), rpe(4, 0)]
  t.match(adaptation(deloaded, reports).analysis.exercises, [{ evidence: { rpeReports: 3 } }])
  t.same(
    words(deloaded, [rpe(1, 2), rpe(2, 2), rpe(4, 2)]),
    ['cut_set | bench | w5-d1 sets 4→3'],
    'up to the next deload: what comes after it is judged anew',
  )
})

t.test('weeks that differ already are left to the plan', async (t) => {
  const change = { 4: { exercises: [bench({ sets: 3 })] }, 5: { exercises: [bench({ sets: 6 })] } }
  const varied = planOfWeeks(5, [bench()], { change })
  t.same(words(varied, weeks([2, 2, 2])), ['cut_set | bench | w5-d1 sets 6→3'])
  t.same(words(varied, weeks([-2, -2, -2])), ['hold | bench'])
})

t.test('a heavy and a light day are compared each with its own', async (t) => {
  const light = planOfWeeks(4, [bench()], { days: [1, 4] })
  for (const { sessions } of light.microcycles) sessions[1]!.exercises[0]!.sets = 2
  const reports = [1, 2, 3].flatMap((week) => [
    rpe(week, 2),
    rpe(week, 2, { sessionId: `w${week}-d4`, date: dateOf(week, 4), programmedSets: 2 }),
  ])
  t.same(words(light, reports, { amendment: { coreSetFloor: 1 } }), [
    'cut_set | bench | w4-d1 sets 4→3 | w4-d4 sets 2→1',
  ])
})

t.test('reports on more sets than lately do not call for another cut; on as many they do', async (t) => {
  const cut = planOfWeeks(8, [bench({ sets: 3 })])
  const before = weeks([2, 2, 2])
  const after = (deviation: number) => [4, 5, 6].map((week) => rpe(week, deviation, { programmedSets: 3 }))
  t.same(words(cut, [...before, ...after(0)]), ['hold | bench'])
  t.same(words(cut, [...before, ...after(1)]), ['cut_set | bench | w7-d1 sets 3→2 | w8-d1 sets 3→2'])
})

t.test('a lift of the last six weeks is judged, not of the year before', async (t) => {
  const old = weeks([2, 2, 2]).map((report) => ({ ...report, date: report.date.replace('2026', '2025') }))
  t.same(words(plan, [...old, rpe(1, 0), rpe(2, 0), rpe(3, 0)]), ['hold | bench'])
})

t.test('no week is left: a hold that says so', async (t) => {
  const { proposals, generatedFrom } = adaptation(planOfWeeks(3), weeks([2, 2, 2]))
  t.same(generatedFrom.weeksToChange, [])
  t.match(proposals, [{ kind: 'hold', changes: [], reason: /no week after those that were reported/ }])
})

t.test('the muscle’s week is full: no set is added, and additions count together', async (t) => {
  const full = planOfWeeks(6, [bench({ sets: 9 }), curl({ sets: 12, primaryMuscles: ['chest'] })])
  const easy = weeks([-2, -2, -2]).map((report) => ({ ...report, plannedSets: 9, programmedSets: 9 }))
  t.match(adaptation(full, easy).proposals, [
    { kind: 'hold', reason: /all the sets that a week should hold/ },
  ])

  const nearly = planOfWeeks(4, [
    bench({ sets: 9 }),
    curl({ sets: 10, primaryMuscles: ['chest'] }),
    curl({ id: 'fly', sets: 9, primaryMuscles: ['biceps'] }),
  ])
  const both = [1, 2, 3].flatMap((week) => [
    rpe(week, -2, { programmedSets: 9 }),
    rpe(week, -2, { exerciseId: 'curl', programmedSets: 10 }),
  ])
  t.same(words(nearly, both), ['add_set | bench | w4-d1 sets 9→10', 'hold | curl'])
})

t.test('reasons are sentences with the numbers in them', async (t) => {
  const [cut] = adaptation(plan, [
    ...weeks([1, 1.5, 2]),
    ...[1, 2, 3].map((w) => performance(w, [3])),
  ]).proposals
  t.equal(
    cut?.reason,
    'Bench press was rated 1.5 RPE above its target, rising by 0.5 a week (median of 3 reports) and had 75 % of its sets done (3 reports). One set fewer than lately, in weeks 4 to 6, leaves what can be done well.',
  )
  t.match(cut?.evidence, {
    rpeReports: 3,
    performanceReports: 3,
    medianDeviation: 1.5,
    slopePerWeek: 0.5,
    completion: 0.75,
    from: '2026-01-05',
    to: '2026-01-19',
  })
})

t.test('confidence: more reports, agreeing reports and fresh reports carry more', async (t) => {
  const of = (deviations: number[], today = '2026-02-16') =>
    adaptation(planOfWeeks(9), weeks(deviations), { today }).proposals[0]?.confidence
  t.equal(of([2, 2, 2]), 0.41, 'half of the window, four weeks old')
  t.equal(of([2, 2, 2, 2, 2, 2]), 1)
  t.equal(of([2, 2, 2, 2, 0, 0]), 0.67)
  t.equal(of([2, 2, 2, 2, 2, 2], '2026-03-30'), 0.53)
  t.equal(of([2, 2, 2, 2, 2, 2], '2027-02-09'), 0.25)
})

t.test('muscles: what the lifts that train them have in common', async (t) => {
  const { muscles } = adaptation(plan, [
    ...weeks([1, 1, 1]),
    ...[1, 2, 3].map((week) => performance(week, [4, 2])),
  ]).analysis
  t.match(muscles, [
    { muscle: 'biceps', evidence: { completion: 0.5, medianDeviation: null }, verdicts: { left_undone: 1 } },
    { muscle: 'chest', evidence: { completion: 1, medianDeviation: 1 }, verdicts: { too_hard: 1 } },
  ])
})
