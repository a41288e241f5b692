/** The balance of a week in numbers worked out by hand, and what holds for every week. */
import fc from 'fast-check'
import t from 'tap'
import { defaultAmendment } from '../../../domain/amendment/amendment.ts'
import { droppedSets, weekBalance } from '../../../domain/balance/week-balance.ts'
import { prepareSession } from '../../../domain/clock/prepare-session.ts'
import { compressSession } from '../../../domain/compressor/compress.ts'
import type { ExerciseDocument } from '../../../domain/plan/document.ts'
import type { Session } from '../../../domain/plan/session.ts'
import { muscles } from '../../../domain/plan/vocabulary.ts'
import { exercise, normal, plan } from '../plan/build-plan.ts'

const sessionOf = (...exercises: ExerciseDocument[]): Session =>
  prepareSession(normal(plan(exercises)).microcycles[0]!.sessions[0]!, 1)
const of = (balance: ReturnType<typeof weekBalance>, muscle: string) =>
  balance.muscles.find((each) => each.muscle === muscle)!

const pull = sessionOf(
  exercise({ name: 'Row', primaryMuscles: ['lats'], secondaryMuscles: ['biceps'], sets: 3 }),
  exercise({ name: 'Curl', primaryMuscles: ['biceps'], sets: 3 }),
)

t.test('a set counts one for a primary and a half for a secondary muscle, over all sessions', async (t) => {
  const balance = weekBalance([
    { programmed: pull, applied: null },
    { programmed: pull, applied: null },
  ])
  t.same(of(balance, 'lats'), {
    muscle: 'lats',
    planned: 6,
    applied: 6,
    plannedUnderFour: false,
    underFour: false,
  })
  t.equal(of(balance, 'biceps').planned, 9)
  t.same(
    balance.muscles.map(({ muscle }) => muscle),
    [...muscles],
  )
})

t.test('four is not under four, also where it is a sum of thirds', async (t) => {
  const five = ['abductors', 'adductors', 'calves', 'glutes', 'hamstrings']
  const squat = (sets: number) =>
    sessionOf(exercise({ name: 'Squat', primaryMuscles: ['quadriceps'], secondaryMuscles: five, sets }))
  // Five secondaries share 1.5: 0.3 a set. Thirteen sets are 3.9.
  const week = (...sets: number[]) => weekBalance(sets.map((n) => ({ programmed: squat(n), applied: null })))
  t.equal(of(week(13), 'glutes').underFour, true)
  t.equal(of(week(4), 'quadriceps').underFour, false)
  t.equal(of(week(3), 'quadriceps').underFour, true)
  // 0.3 ten times is 3, and 0.5 twice is 1: four, or 3.9999999999999996.
  const press = sessionOf(
    exercise({ name: 'Bridge', primaryMuscles: ['abdominals'], secondaryMuscles: ['glutes'], sets: 2 }),
  )
  const mixed = weekBalance([
    ...Array.from({ length: 10 }, () => ({ programmed: squat(1), applied: null })),
    { programmed: press, applied: null },
  ])
  t.equal(of(mixed, 'glutes').underFour, false)
})

t.test('conditioning counts as cardio, warm-ups and cool-downs as nothing', async (t) => {
  const balance = weekBalance([
    {
      programmed: sessionOf(
        exercise({ name: 'Jog', role: 'warmup', primaryMuscles: ['cardio'], sets: 2 }),
        exercise({ name: 'Bike', role: 'conditioning', primaryMuscles: ['cardio'], sets: 5 }),
      ),
      applied: null,
    },
  ])
  t.same(balance.cardio, { planned: 5, applied: 5 })
  t.ok(balance.muscles.every(({ planned }) => planned === 0))
})

t.test('an applied session stands for its own; what it dropped is listed, in programmed order', async (t) => {
  const long = sessionOf(
    ...['chest', 'lats', 'biceps', 'triceps', 'calves'].map((muscle) =>
      exercise({ name: `For ${muscle}`, primaryMuscles: [muscle], sets: 5 }),
    ),
  )
  const applied = compressSession(long, defaultAmendment, 20)
  const balance = weekBalance([
    { programmed: long, applied },
    { programmed: pull, applied: null },
  ])
  for (const { muscle, before, after } of applied.retained.muscles) {
    const rest = muscle === 'lats' ? 3 : muscle === 'biceps' ? 4.5 : 0
    t.match(of(balance, muscle), { planned: before + rest, applied: after + rest }, muscle)
  }
  const dropped = droppedSets({ programmed: long, applied })
  t.ok(dropped.length > 0)
  t.ok(dropped.every(({ setsBefore, setsAfter }) => setsAfter < setsBefore && setsBefore === 5))
  const order = long.exercises.map(({ id }) => id)
  const places = dropped.map(({ exerciseId }) => order.indexOf(exerciseId))
  t.same(
    places,
    [...places].sort((one, other) => one - other),
  )
})

t.test('no target ever adds a set: applied is at most planned, and the lists agree', async () => {
  const exercises = fc.array(
    fc.record({
      muscle: fc.constantFrom(...muscles),
      sets: fc.integer({ min: 1, max: 6 }),
      core: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(exercises, fc.integer({ min: 15, max: 60 }), (chosen, target) => {
      const programmed = sessionOf(
        ...chosen.map(({ muscle, sets, core }, index) =>
          exercise({
            name: `E${index}`,
            primaryMuscles: [muscle],
            sets,
            ...(core && { role: 'core' as const }),
          }),
        ),
      )
      const applied = compressSession(programmed, defaultAmendment, target, {
        targetSteps: 2e5,
        sessionSteps: 1e6,
      })
      const balance = weekBalance([{ programmed, applied }])
      const lost = droppedSets({ programmed, applied }).reduce(
        (sum, each) => sum + each.setsBefore - each.setsAfter,
        0,
      )
      const missing = balance.muscles.reduce((sum, each) => sum + each.planned - each.applied, 0)
      return balance.muscles.every((each) => each.applied <= each.planned) && missing === lost
    }),
    { numRuns: 40 },
  )
})

t.test('what was left out for want of equipment has lost all its sets', async (t) => {
  const applied = compressSession(
    sessionOf(exercise({ name: 'Row', primaryMuscles: ['lats'] })),
    defaultAmendment,
    60,
  )
  t.same(droppedSets({ programmed: pull, applied }), [
    { exerciseId: 'curl', name: 'Curl', setsBefore: 3, setsAfter: 0 },
  ])
  t.same(droppedSets({ programmed: pull, applied: null }), [])
})
