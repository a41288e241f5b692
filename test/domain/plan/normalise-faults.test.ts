/** Every fault of a plan has its path, its kind and a sentence that names the rule. */
import t from 'tap'
import type { ExerciseDocument, PlanDocument } from '../../../domain/plan/document.ts'
import { normalisePlan } from '../../../domain/plan/normalise.ts'
import { exercise, plan, session } from './build-plan.ts'

const faultsOf = (document: PlanDocument) => {
  const checked = normalisePlan(document)
  return checked.ok ? [] : checked.faults
}
const base = '/microcycles/0/sessions/0/exercises'
const without = (key: keyof ExerciseDocument, change: Partial<ExerciseDocument> = {}): ExerciseDocument => {
  const { [key]: _, ...rest } = exercise(change)
  return rest as ExerciseDocument
}
const sets = (count: number, change = {}) => Array.from({ length: count }, () => ({ ...change }))
const group = (count: number, change: Partial<ExerciseDocument> = {}) =>
  Array.from({ length: count }, (_, index) => exercise({ name: `e${index}`, group: 'a', ...change }))

type Row = [title: string, exercises: ExerciseDocument[], path: string, message: RegExp, kind?: string]

const rows: Row[] = [
  ['reps of 0', [exercise({ reps: 0 })], '/0/reps', /1 to 100/],
  ['reps of 101', [exercise({ reps: 101 })], '/0/reps', /1 to 100/],
  ['half a repetition', [exercise({ reps: 2.5 })], '/0/reps', /whole number/],
  ['a range that falls', [exercise({ reps: '12-8' })], '/0/reps', /low end first/],
  ['a range with equal ends', [exercise({ reps: '8-8' })], '/0/reps', /low end first/],
  ['a range that ends at 101', [exercise({ reps: '8-101' })], '/0/reps', /1 to 100/],
  ['a range that starts at 0', [exercise({ reps: '0-8' })], '/0/reps', /1 to 100/],
  ['an open set of 0', [exercise({ reps: '0+' })], '/0/reps', /"5\+"/],
  ['reps in words', [exercise({ reps: 'many' })], '/0/reps', /AMRAP/],
  ['a number as text', [exercise({ reps: '8' })], '/0/reps', /AMRAP/],
  ['reps of a set', [exercise({ sets: [{ reps: 5 }, { reps: '5-' }] })], '/0/sets/1/reps', /AMRAP/],
  ['a load below 0', [exercise({ load: -5 })], '/0/load', /kilograms/],
  ['a load beyond the limit', [exercise({ load: 2001 })], '/0/load', /2000/],
  ['a load without its unit', [exercise({ load: '70' })], '/0/load', /"70%"/],
  ['a load in a strange unit', [exercise({ load: '12 stone' })], '/0/load', /"45 lb"/],
  ['a percentage beyond the limit', [exercise({ load: '201%' })], '/0/load', /"70%"/],
  ['a blank load', [exercise({ load: ' ' })], '/0/load', /"bodyweight"/],
  ['a load of a set', [exercise({ sets: [{ load: '20 %%' }] })], '/0/sets/0/load', /"20 kg"/],
  ['a tempo of two parts', [exercise({ tempo: '3-1' })], '/0/tempo', /3 or 4 parts/],
  ['a tempo of five parts', [exercise({ tempo: '3-1-1-0-0' })], '/0/tempo', /3 or 4 parts/],
  ['a tempo part of 31', [exercise({ tempo: '31-1-1-0' })], '/0/tempo', /at most 30/],
  ['a tempo in words', [exercise({ tempo: 'slow-1-1' })], '/0/tempo', /digits or X/],
  ['reps and seconds on the exercise', [exercise({ seconds: 30 })], '/0', /exactly one/],
  ['reps and seconds on a set', [exercise({ sets: [{ reps: 5, seconds: 5 }] })], '/0/sets/0', /exactly one/],
  ['neither reps nor seconds', [without('reps')], '/0', /reps or seconds is missing/],
  ['neither on one of the sets', [without('reps', { sets: [{ reps: 5 }, {}] })], '/0/sets/1', /missing/],
  [
    'nothing but warm-up sets',
    [exercise({ sets: sets(2, { warmup: true }) })],
    '/0/sets',
    /at least 1 working/,
  ],
  ['21 working sets', [exercise({ sets: sets(21) })], '/0/sets', /at most 20 working sets, found 21/],
  [
    '9 warm-up sets',
    [exercise({ sets: [...sets(9, { warmup: true }), {}] })],
    '/0/sets',
    /at most 8 warm-up/,
  ],
  ['minSets above the sets', [exercise({ minSets: 4 })], '/0/minSets', /minSets is 4.*3 working/],
  [
    'minSets above the working sets',
    [exercise({ minSets: 2, sets: [{ warmup: true }, {}] })],
    '/0/minSets',
    /1 working/,
  ],
  ['minSets without its pin', [exercise({ minSets: 2, pinned: false })], '/0/minSets', /pinned is false/],
  ['a blank name', [exercise({ name: ' \t' })], '/0/name', /blank/],
  ['U+0000', [exercise({ notes: 'a\0b' })], '/0/notes', /U\+0000/],
  ['half a surrogate pair', [exercise({ name: 'a\ud83d' })], '/0/name', /surrogate/],
  ['an id twice', [exercise({ id: 'a' }), exercise({ id: 'a' })], '/1/id', /unique in their session/],
  ['an accessory without muscles', [without('primaryMuscles')], '/0/primaryMuscles', /without a movement/],
  [
    'a core lift with an empty list',
    [exercise({ role: 'core', primaryMuscles: [] })],
    '/0/primaryMuscles',
    /core/,
  ],
  [
    'an unknown movement with nothing written out',
    [without('primaryMuscles', { movement: 'zercher-carry' })],
    '/0/primaryMuscles',
    /"zercher-carry" is not in the library/,
  ],
  [
    'an unknown muscle',
    [exercise({ primaryMuscles: ['biceps', 'wings'] })],
    '/0/primaryMuscles/1',
    /unknown muscle "wings".*abdominals.*triceps/,
    'unknown_vocabulary',
  ],
  [
    'an ambiguous muscle',
    [exercise({ secondaryMuscles: ['legs'] })],
    '/0/secondaryMuscles/0',
    /unknown muscle "legs"/,
    'unknown_vocabulary',
  ],
  [
    'a muscle named like a property of every object',
    [exercise({ primaryMuscles: ['constructor'] })],
    '/0/primaryMuscles/0',
    /unknown muscle/,
    'unknown_vocabulary',
  ],
  [
    'cardio on an accessory',
    [exercise({ primaryMuscles: ['cardio'] })],
    '/0/primaryMuscles/0',
    /"cardio" is no muscle.*accessory/,
    'unknown_vocabulary',
  ],
  [
    'cardio on a core lift',
    [exercise({ role: 'core', secondaryMuscles: ['cardio'] })],
    '/0/secondaryMuscles/0',
    /"cardio" is no muscle.*core/,
    'unknown_vocabulary',
  ],
  [
    'unknown equipment',
    [exercise({ equipment: 'treadmill' })],
    '/0/equipment',
    /unknown equipment "treadmill".*barbell/,
    'unknown_vocabulary',
  ],
  ['a group of six', group(6), '/0/group', /at most 5 members, "a" has 6/],
  [
    'a group that is interrupted',
    [...group(2), exercise({ name: 'x' }), exercise({ name: 'y', group: 'a' })],
    '/3/group',
    /next to each other/,
  ],
  [
    'a warm-up in a group',
    [exercise({ group: 'a' }), exercise({ name: 'b', group: 'a', role: 'warmup' })],
    '/1/group',
    /only core and accessory/,
  ],
]

for (const [title, exercises, path, message, kind = 'invalid'] of rows) {
  t.test(title, async (t) => {
    const faults = faultsOf(plan(exercises))
    t.equal(faults.length, 1, JSON.stringify(faults))
    t.match(faults[0], { path: `${base}${path}`, message, kind })
  })
}

t.test('session ids repeat across weeks', async (t) => {
  const week = (weekNumber: number) => ({ weekNumber, sessions: [session([], { id: 'a' })] })
  t.match(faultsOf({ name: 'Plan', microcycles: [week(1), week(2)] }), [
    { path: '/microcycles/1/sessions/0/id', message: /unique in the plan/ },
  ])
})

t.test('weeks that do not ascend', async (t) => {
  const microcycles = [1, 3, 3, 2].map((weekNumber) => ({ weekNumber, sessions: [] }))
  t.match(faultsOf({ name: 'Plan', microcycles }), [
    { path: '/microcycles/2/weekNumber', message: /3 follows 3/ },
    { path: '/microcycles/3/weekNumber', message: /2 follows 3/ },
  ])
})

t.test('all faults are reported at once', async (t) => {
  const bad = exercise({
    name: '',
    reps: 0,
    load: -1,
    tempo: '',
    equipment: '?',
    primaryMuscles: ['?'],
    minSets: 9,
  })
  const document = plan([bad, bad], { name: ' ' })
  t.equal(faultsOf(document).length, 15)
})
