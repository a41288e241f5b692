/** No proposal breaks the coach's amendment, or a pin that the plan itself sets. */
import t from 'tap'
import type { AmendmentDocument, ExerciseDocument } from '../../../domain/plan/document.ts'
import { adaptation, bench, curl, inWords, planOfWeeks, rpe } from './build-adaptation.ts'

interface Case {
  lift?: Partial<ExerciseDocument>
  amendment?: AmendmentDocument
  deviation: number
  sets?: number
  expected: string
}

const cut = (after: number, sets = 4) => `cut_set | bench | w4-d1 sets ${sets}→${after}`
const add = (after: number, sets = 4) => `add_set | bench | w4-d1 sets ${sets}→${after}`

const cases: Record<string, Case> = {
  'core set floor': { amendment: { coreSetFloor: 4 }, deviation: 2, expected: 'hold | bench' },
  'core set floor above what is programmed': {
    amendment: { coreSetFloor: 9 },
    deviation: 2,
    expected: 'hold | bench',
  },
  'just above the core set floor': { amendment: { coreSetFloor: 3 }, deviation: 2, expected: cut(3) },
  'accessory set floor does not bind core lifts': {
    amendment: { accessorySetFloor: 4 },
    deviation: 2,
    expected: cut(3),
  },
  'accessory set floor': {
    lift: { role: 'accessory' },
    amendment: { accessorySetFloor: 4 },
    deviation: 2,
    expected: 'hold | bench',
  },
  'pinned by the amendment': {
    amendment: { pinned: [{ exerciseId: 'bench' }] },
    deviation: 2,
    expected: 'hold | bench',
  },
  'pinned with fewer sets': {
    amendment: { pinned: [{ exerciseId: 'bench', minSets: 3 }] },
    deviation: 2,
    expected: cut(3),
  },
  'pinned by itself': { lift: { pinned: true }, deviation: 2, expected: 'hold | bench' },
  'pinned by its own minSets': { lift: { minSets: 4 }, deviation: 2, expected: 'hold | bench' },
  'an amendment’s pin replaces its own, but minSets never exceeds sets': {
    lift: { minSets: 4 },
    amendment: { pinned: [{ exerciseId: 'bench', minSets: 2 }] },
    deviation: 2,
    expected: 'hold | bench',
  },
  'one set is the least': {
    lift: { sets: 1 },
    amendment: { coreSetFloor: 1 },
    deviation: 2,
    sets: 1,
    expected: 'hold | bench',
  },
  banned: {
    lift: { role: 'accessory' },
    amendment: { banned: ['bench'] },
    deviation: 2,
    expected: '',
  },
  'core set cap': { amendment: { coreSetCap: 4 }, deviation: -2, expected: 'hold | bench' },
  'under the core set cap': { amendment: { coreSetCap: 5 }, deviation: -2, expected: add(5) },
  'already above the core set cap: as it is': {
    amendment: { coreSetCap: 3 },
    deviation: -2,
    expected: 'hold | bench',
  },
  'low priority in the amendment': {
    amendment: { priorities: { bench: 'low' } },
    deviation: -2,
    expected: 'hold | bench',
  },
  'low priority of its own, raised by the amendment': {
    lift: { priority: 'low' },
    amendment: { priorities: { bench: 'high' } },
    deviation: -2,
    expected: add(5),
  },
  'ten sets are enough': { lift: { sets: 10 }, deviation: -2, sets: 10, expected: 'hold | bench' },
}

for (const [title, { lift, amendment, deviation, sets = 4, expected }] of Object.entries(cases)) {
  t.test(title, async (t) => {
    const plan = planOfWeeks(4, [bench(lift)])
    const reports = [1, 2, 3].map((week) => rpe(week, deviation, { programmedSets: sets }))
    const { proposals } = adaptation(plan, reports, amendment ? { amendment } : {})
    t.equal(proposals.map(inWords).join(), expected)
  })
}

t.test(
  'a group around a core lift stays as programmed, both ways; a label on one alone is no group',
  async (t) => {
    const group = 'a'
    const grouped = planOfWeeks(4, [bench({ group }), curl({ group })])
    for (const deviation of [2, -2]) {
      const reports = [1, 2, 3].map((week) => rpe(week, deviation, { exerciseId: 'curl' }))
      t.same(adaptation(grouped, reports).proposals.map(inWords), ['hold | curl'])
    }
    const alone = planOfWeeks(4, [curl({ group }), bench()])
    const reports = [1, 2, 3].map((week) => rpe(week, 2, { exerciseId: 'curl' }))
    t.same(adaptation(alone, reports).proposals.map(inWords), ['cut_set | curl | w4-d1 sets 4→3'])
  },
)

t.test('warm-ups, cool-downs and conditioning are never judged', async (t) => {
  const plan = planOfWeeks(4, [
    curl({ id: 'row', role: 'warmup' }),
    curl({ id: 'bike', role: 'conditioning', primaryMuscles: ['cardio'] }),
  ])
  const reports = [1, 2, 3].flatMap((week) =>
    ['row', 'bike'].map((exerciseId) => rpe(week, 2, { exerciseId })),
  )
  t.same(adaptation(plan, reports).proposals, [])
})
