/** Sets fewer and more: the top set stays one, warm-up sets stay as they are. */
import t from 'tap'
import { deloadRpe, withWorkingSets } from '../../../domain/adaptation/change-exercise.ts'
import type { ExerciseDocument, SetDocument } from '../../../domain/plan/document.ts'
import { exercise, normal, plan } from '../plan/build-plan.ts'

const normalExercise = (change: Partial<ExerciseDocument>) =>
  normal(plan([exercise(change)])).microcycles[0]!.sessions[0]!.exercises[0]!
const resized = (sets: SetDocument[] | number, count: number, change: Partial<ExerciseDocument> = {}) =>
  withWorkingSets(normalExercise({ sets, ...change }), count).sets

const load = (...loads: number[]): SetDocument[] => loads.map((one) => ({ load: one }))
const ramp: SetDocument = { reps: 5, load: 20, warmup: true }

t.test('a count is a count', async (t) => {
  t.equal(resized(4, 3), 3)
  t.equal(resized(4, 5), 5)
})

t.test('fewer: around the top set', async (t) => {
  t.same(resized(load(60, 70, 80, 75), 3), load(60, 70, 80))
  t.same(resized(load(60, 70, 80, 75), 2), load(70, 80))
  t.same(resized([{ reps: 5 }, { reps: 5 }, { reps: '5+' }], 1), [{ reps: '5+' }])
  t.same(resized([ramp, ...load(60, 70)], 1), [ramp, { load: 70 }])
})

t.test('more: one of the set before the top set, and never a second top set', async (t) => {
  t.same(resized(load(60, 70, 80), 4), load(60, 70, 70, 80))
  t.same(resized(load(80, 70, 60), 4), load(80, 70, 60, 60))
  t.same(resized([{ reps: 5 }, { reps: '5+' }], 3), [{ reps: 5 }, { reps: 5 }, { reps: '5+' }])
  t.same(resized([ramp, {}, {}], 3), [ramp, {}, {}, {}])
  t.same(resized([{ reps: 8 }], 2), [{ reps: 8 }, { reps: 8 }])
})

t.test('a set takes its load from its exercise', async (t) => {
  t.same(resized([{}, { load: 80 }, {}], 2, { load: 60 }), [{}, { load: 80 }])
  t.same(resized([{ seconds: 30 }, { reps: 'AMRAP' }], 1, { reps: 5 }), [{ reps: 'AMRAP' }])
})

t.test('what comes in stays as it was', async (t) => {
  const before = normalExercise({ sets: load(60, 70, 80) })
  const copy = structuredClone(before)
  const after = withWorkingSets(before, 2)
  t.same(before, copy)
  t.not((after.sets as SetDocument[])[0], (before.sets as SetDocument[])[0])
})

t.test('effort of a deload: two less, not under five, never more than before', async (t) => {
  for (const [rpe, expected] of [
    [10, 8],
    [8.5, 6.5],
    [7, 5],
    [6, 5],
    [5, 5],
    [3, 3],
  ] as const) {
    t.equal(deloadRpe(rpe), expected)
  }
})
