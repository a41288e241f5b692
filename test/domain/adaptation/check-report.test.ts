/** What a report takes from the plan, and what is wrong with one that does not fit it. */
import t from 'tap'
import {
  checkPerformanceReport,
  checkRpeReport,
  type SentPerformance,
  type SentRpe,
} from '../../../domain/adaptation/check-report.ts'
import { withDefaults } from '../../../domain/amendment/amendment.ts'
import { prepareSession } from '../../../domain/clock/prepare-session.ts'
import { compressSession } from '../../../domain/compressor/compress.ts'
import type { ExerciseDocument } from '../../../domain/plan/document.ts'
import { bench, curl, planOfWeeks } from './build-adaptation.ts'

const today = '2026-01-10'
const plan = planOfWeeks(2, [bench(), curl(), curl({ id: 'row', role: 'warmup', name: 'Row' })])
const rpe = (change: Partial<SentRpe> = {}): SentRpe => ({
  sessionId: 'w2-d1',
  exerciseId: 'bench',
  date: today,
  rpe: 8,
  ...change,
})
const performance = (change: Partial<SentPerformance> = {}): SentPerformance => ({
  sessionId: 'w2-d1',
  date: today,
  exercises: [{ exerciseId: 'bench', completedSets: 3 }],
  ...change,
})

t.test('a report is completed with its week, its planned sets and its target', async (t) => {
  t.same(checkRpeReport(plan, rpe({ note: 'fine' }), today), {
    outcome: 'checked',
    report: {
      kind: 'rpe',
      ...rpe({ note: 'fine' }),
      weekNumber: 2,
      targetRpe: 8,
      targetFrom: 'role',
      plannedSets: 4,
      programmedSets: 4,
    },
  })
  const exercises = [
    { exerciseId: 'bench', completedSets: 3 },
    { exerciseId: 'curl', completedSets: 5, plannedSets: 2 },
  ]
  t.match(checkPerformanceReport(plan, performance({ exercises }), today), {
    outcome: 'checked',
    report: {
      kind: 'performance',
      weekNumber: 2,
      exercises: [
        { exerciseId: 'bench', completedSets: 3, plannedSets: 4, programmedSets: 4 },
        { exerciseId: 'curl', completedSets: 5, plannedSets: 2, programmedSets: 4 },
      ],
    },
  })
})

const targets: Record<
  string,
  [change: Partial<ExerciseDocument>, reported: number | undefined, expected: object]
> = {
  'the report’s word wins': [{ rpe: 9 }, 7, { targetRpe: 7, targetFrom: 'report' }],
  'then the exercise’s': [{ rpe: 9 }, undefined, { targetRpe: 9, targetFrom: 'plan' }],
  'of sets the hardest working set counts': [
    { rpe: 6, sets: [{ rpe: 10, warmup: true }, { rpe: 7.5 }, {}] },
    undefined,
    { targetRpe: 7.5, targetFrom: 'plan' },
  ],
  'a core lift’s default': [{}, undefined, { targetRpe: 8, targetFrom: 'role' }],
  'an accessory’s default': [{ role: 'accessory' }, undefined, { targetRpe: 8.5, targetFrom: 'role' }],
  'a warm-up has none': [{ role: 'warmup' }, undefined, { targetRpe: null, targetFrom: null }],
}
for (const [title, [change, reported, expected]] of Object.entries(targets)) {
  t.test(`target: ${title}`, async (t) => {
    const sent = rpe({ sessionId: 'w1-d1', ...(reported !== undefined && { targetRpe: reported }) })
    t.match(checkRpeReport(planOfWeeks(1, [bench(change)]), sent, today), { report: expected })
  })
}

const faulty: Record<string, [() => object, path: string, message: RegExp]> = {
  'an exercise of another session': [
    () => checkRpeReport(plan, rpe({ exerciseId: 'squat' }), today),
    '/exerciseId',
    /no exercise "squat"; it has: bench, curl, row/,
  ],
  'a day that is none': [() => checkRpeReport(plan, rpe({ date: '2026-02-30' }), today), '/date', /calendar/],
  'a load that is no load': [
    () => checkRpeReport(plan, rpe({ sets: [{ reps: 5 }, { load: '70 %%' }] }), today),
    '/sets/1/load',
    /load must be/,
  ],
  'reps and seconds': [
    () => checkRpeReport(plan, rpe({ sets: [{ reps: 5, seconds: 5 }] }), today),
    '/sets/0',
    /not both/,
  ],
  'text that nobody can store': [
    () => checkRpeReport(plan, rpe({ note: 'a\u0000' }), today),
    '/note',
    /U\+0000/,
  ],
  'an unknown exercise among those done': [
    () =>
      checkPerformanceReport(
        plan,
        performance({ exercises: [...performance().exercises, { exerciseId: 'x', completedSets: 0 }] }),
        today,
      ),
    '/exercises/1/exerciseId',
    /no exercise "x"/,
  ],
  'an exercise twice': [
    () =>
      checkPerformanceReport(
        plan,
        performance({ exercises: [...performance().exercises, ...performance().exercises] }),
        today,
      ),
    '/exercises/1/exerciseId',
    /stands in entry 0/,
  ],
  'more sets listed than done': [
    () =>
      checkPerformanceReport(
        plan,
        performance({ exercises: [{ exerciseId: 'bench', completedSets: 0, sets: [{ reps: 1 }] }] }),
        today,
      ),
    '/exercises/0/sets',
    /1 sets are listed, but completedSets is 0/,
  ],
}
for (const [title, [check, path, message]] of Object.entries(faulty)) {
  t.test(title, async (t) => t.match(check(), { outcome: 'faulty', faults: [{ path, message }] }))
}

t.test('a session that the plan does not have', async (t) => {
  t.same(checkRpeReport(plan, rpe({ sessionId: 'w3-d1' }), today), { outcome: 'no_session' })
  t.same(checkPerformanceReport(plan, performance({ sessionId: 'x' }), today), { outcome: 'no_session' })
})

t.test(
  'of a session that was shortened for the day its sets were meant, and none of what it dropped',
  async (t) => {
    const programme = plan.microcycles[1]!.sessions[0]!
    const shortened = compressSession(prepareSession(programme, 2), withDefaults(), 15)
    const exercises = ['bench', 'curl'].map((exerciseId) => ({ exerciseId, completedSets: 1 }))
    const sent = performance({
      exercises: [...exercises, { exerciseId: 'row', completedSets: 1, plannedSets: 7 }],
    })
    const checked = checkPerformanceReport(plan, sent, today, shortened)
    const setsOf = (id: string) => shortened.changes.find(({ exerciseId }) => exerciseId === id)?.setsAfter
    t.ok(setsOf('bench')! + setsOf('curl')! < 8, 'the session really is shorter')
    t.match(checked, {
      report: {
        exercises: [
          { plannedSets: setsOf('bench'), programmedSets: 4 },
          { plannedSets: setsOf('curl'), programmedSets: 4 },
          { plannedSets: 7, programmedSets: 4 },
        ],
      },
    })
  },
)
