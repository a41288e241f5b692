/** Laws of the normal form that hold for any document: total, stable, pure. */
import fc from 'fast-check'
import t from 'tap'
import type { ExerciseDocument, PlanDocument } from '../../../domain/plan/document.ts'
import { idPattern } from '../../../domain/plan/identify.ts'
import { isNormalPlan } from '../../../domain/plan/is-normal.ts'
import { normalisePlan } from '../../../domain/plan/normalise.ts'

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const word = fc.constantFrom('chest', 'Back', 'lower-back', 'quads', 'cardio', 'wings', '__proto__', '')
const reps = fc.oneof(fc.integer({ min: -1, max: 102 }), fc.constantFrom('8-12', '5+', 'AMRAP', '12-8', 'x'))
const set = fc.record(
  {
    reps,
    seconds: fc.integer({ min: 1, max: 60 }),
    load: fc.constantFrom(60, '70%', 'bw', '1 x'),
    warmup: fc.boolean(),
  },
  { requiredKeys: [] },
)
const exercise = fc
  .record({
    id: optional(fc.constantFrom('a', 'b', 'squat', 'squat-2')),
    name: fc.oneof(
      fc.constantFrom('Squat', 'squat', '💪', ' '),
      fc.string({ unit: 'binary', maxLength: 80 }),
    ),
    role: optional(
      fc.constantFrom('core' as const, 'accessory' as const, 'warmup' as const, 'conditioning' as const),
    ),
    primaryMuscles: optional(fc.array(word, { maxLength: 3 })),
    secondaryMuscles: optional(fc.array(word, { maxLength: 3 })),
    group: optional(fc.constantFrom('x', 'y')),
    minSets: optional(fc.integer({ min: 1, max: 4 })),
    sets: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.array(set, { minLength: 1, maxLength: 28 })),
    reps: optional(reps),
  })
  .map((entry) => JSON.parse(JSON.stringify(entry)) as ExerciseDocument)
const document: fc.Arbitrary<PlanDocument> = fc.record({
  name: fc.constant('Plan'),
  microcycles: fc.array(
    fc.record({
      weekNumber: fc.integer({ min: 1, max: 4 }),
      sessions: fc.array(
        fc.record({
          name: fc.string(),
          dayOfWeek: fc.constant(1),
          exercises: fc.array(exercise, { maxLength: 5 }),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 2 },
  ),
})

const pathExists = (path: string, value: unknown): boolean => {
  // A fault may point at a field that is missing, so the last step need not be there.
  const steps = path.split('/').slice(1, -1)
  return steps.every((step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false
    value = (value as Record<string, unknown>)[step]
    return true
  })
}

t.test('never throws, never changes its input, and every fault points into it', async (t) => {
  fc.assert(
    fc.property(document, (given) => {
      const before = JSON.stringify(given)
      const checked = normalisePlan(given)
      if (JSON.stringify(given) !== before) throw new Error('changed')
      return (
        checked.ok ||
        (checked.faults.length > 0 && checked.faults.every(({ path }) => pathExists(path, given)))
      )
    }),
    { numRuns: 500 },
  )
  t.pass('500 documents')
})

t.test('a normal form is its own normal form, with ids that are valid and unique', async (t) => {
  let accepted = 0
  fc.assert(
    fc.property(document, (given) => {
      const checked = normalisePlan(given)
      if (!checked.ok) return
      accepted += 1
      t.same(normalisePlan(checked.value), checked)
      t.ok(isNormalPlan(checked.value))
      const sessions = checked.value.microcycles.flatMap((week) => week.sessions)
      const scopes = [sessions, ...sessions.map(({ exercises }) => exercises)]
      for (const ids of scopes.map((scope) => scope.map(({ id }) => id))) {
        t.ok(ids.every((id) => idPattern.test(id)) && new Set(ids).size === ids.length)
      }
    }),
    { numRuns: 1000 },
  )
  t.ok(accepted > 20, `${accepted} of 1000 documents were good`)
})
