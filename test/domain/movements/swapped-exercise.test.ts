/** An exercise with another movement in its place: what stays, what comes, what goes. */
import t from 'tap'
import { swappedExercise } from '../../../domain/movements/swapped-exercise.ts'
import type { NormalExercise } from '../../../domain/plan/document.ts'
import { movement } from './build-movement.ts'

const machine: NormalExercise = {
  id: 'press',
  name: 'Machine chest press',
  movement: 'machine-chest-press',
  role: 'accessory',
  primaryMuscles: ['chest'],
  secondaryMuscles: ['triceps'],
  equipment: 'machine',
  station: 'machine:chest',
  setupSeconds: 90,
  load: 60,
  rpe: 8,
  restSeconds: 100,
  tempo: '3-1-1-0',
  group: 'a',
  priority: 'high',
  sets: [{ reps: 10, load: 40, warmup: true }, { reps: 8, load: '70%', restSeconds: 90 }, { reps: 8 }],
}
const dumbbell = movement({ slug: 'dumbbell-press', name: 'Dumbbell press', equipment: 'dumbbell' })

t.test('id, role, sets, effort, tempo and rest stay; loads, station and set-up go', async (t) => {
  const before = structuredClone(machine)
  t.strictSame(swappedExercise(machine, false, dumbbell), {
    id: 'press',
    name: 'Dumbbell press',
    movement: 'dumbbell-press',
    role: 'accessory',
    primaryMuscles: ['chest'],
    secondaryMuscles: ['triceps', 'shoulders'],
    equipment: 'dumbbell',
    mechanic: 'compound',
    rpe: 8,
    restSeconds: 100,
    tempo: '3-1-1-0',
    group: 'a',
    priority: 'high',
    sets: [{ reps: 10, warmup: true }, { reps: 8, restSeconds: 90 }, { reps: 8 }],
  })
  t.strictSame(machine, before, 'the exercise itself is not changed')
})

t.test("the movement's own station and set-up come with it; a number of sets stays one", async (t) => {
  const rings = movement({ station: 'rings', setupSeconds: 30 })
  t.match(swappedExercise({ ...machine, sets: 4 }, false, rings), {
    station: 'rings',
    setupSeconds: 30,
    sets: 4,
  })
})

const sides: readonly [why: string, perSide: boolean, was: boolean, is: boolean, after: boolean][] = [
  ['both sides together, and so is the other', false, false, false, false],
  ['from both sides to one', false, false, true, true],
  ['from one side to both', true, true, false, false],
  ['one side either way, written per side', true, true, true, true],
  ['one side either way, written as a total', false, true, true, false],
]
for (const [why, perSide, was, is, after] of sides) {
  t.test(`sides: ${why}`, async (t) => {
    const exercise = { ...machine, ...(perSide && { perSide }) }
    const swapped = swappedExercise(exercise, was, movement({ tags: is ? ['unilateral'] : [] }))
    t.equal(swapped.perSide === true, after)
  })
}
