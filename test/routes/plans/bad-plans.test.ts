/** Every rule of the plan document, broken one at a time: the exact status, code and path. */
import t from 'tap'
import type { ExerciseDocument } from '../../../domain/plan/document.ts'
import { exercise, plan, session } from '../../domain/plan/build-plan.ts'
import { planClient } from './plan-client.ts'

const { call } = await planClient(t)
const { id } = (await call('POST', '', 'athlete-1', plan([exercise()]))).body

const first = '/microcycles/0/sessions/0/exercises/0'
const week = (change: object) => ({ name: 'Plan', microcycles: [{ weekNumber: 1, sessions: [], ...change }] })
const day = (change: object) => week({ sessions: [{ ...session([]), ...change }] })
const one = (change: object) => day({ exercises: [{ ...exercise(), ...change }] })
const many = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, i) => item(i))

type Row = [title: string, document: unknown, path: string, status?: number, code?: string]
const rows: Row[] = [
  ['no object', [], ''],
  ['nothing', {}, '/name'],
  ['no weeks', { name: 'Plan' }, '/microcycles'],
  ['an empty name', { name: '', microcycles: [] }, '/name'],
  ['a blank name', { name: ' ', microcycles: [] }, '/name'],
  ['a name of 201', { name: 'a'.repeat(201), microcycles: [] }, '/name'],
  ['a description of 2001', { ...week({}), description: 'a'.repeat(2001) }, '/description'],
  ['an empty coachId', { ...week({}), coachId: '' }, '/coachId'],
  ['a coachId with a control character', { ...week({}), coachId: 'a\nb' }, '/coachId'],
  ['an unknown property', { ...week({}), weeks: 3 }, '/weeks'],
  ['a read-only property on POST', { ...week({}), version: 1 }, '/version'],
  [
    '61 weeks',
    { name: 'P', microcycles: many(61, (i) => ({ weekNumber: i + 1, sessions: [] })) },
    '/microcycles',
  ],
  ['week 0', week({ weekNumber: 0 }), '/microcycles/0/weekNumber'],
  ['half a week', week({ weekNumber: 1.5 }), '/microcycles/0/weekNumber'],
  ['deload in words', week({ deload: 'yes' }), '/microcycles/0/deload'],
  ['15 sessions', week({ sessions: many(15, () => session([])) }), '/microcycles/0/sessions'],
  ['day 0', day({ dayOfWeek: 0 }), '/microcycles/0/sessions/0/dayOfWeek'],
  ['day 8', day({ dayOfWeek: 8 }), '/microcycles/0/sessions/0/dayOfWeek'],
  ['an id with capitals', day({ id: 'Day' }), '/microcycles/0/sessions/0/id'],
  ['an id of 65', day({ id: 'a'.repeat(65) }), '/microcycles/0/sessions/0/id'],
  ['31 exercises', day({ exercises: many(31, () => exercise()) }), '/microcycles/0/sessions/0/exercises'],
  ['an exercise without sets', one({ sets: undefined }), `${first}/sets`],
  ['no sets', one({ sets: 0 }), `${first}/sets`],
  ['an empty list of sets', one({ sets: [] }), `${first}/sets`],
  ['21 sets', one({ sets: 21 }), `${first}/sets`],
  ['29 listed sets', one({ sets: many(29, () => ({})) }), `${first}/sets`],
  ['21 listed sets', one({ sets: many(21, () => ({})) }), `${first}/sets`],
  ['9 warm-up sets', one({ sets: many(10, (i) => ({ warmup: i < 9 })) }), `${first}/sets`],
  ['sets in words', one({ sets: 'three' }), `${first}/sets`],
  ['an unknown property of a set', one({ sets: [{ repetitions: 5 }] }), `${first}/sets/0/repetitions`],
  ['rest of a set', one({ sets: [{ restSeconds: 901 }] }), `${first}/sets/0/restSeconds`],
  ['reps of 0', one({ reps: 0 }), `${first}/reps`],
  ['reps of 101', one({ reps: 101 }), `${first}/reps`],
  ['reps null', one({ reps: null }), `${first}/reps`],
  ['reps that fall', one({ reps: '12-8' }), `${first}/reps`],
  ['reps of a set', one({ sets: [{}, { reps: '5-' }] }), `${first}/sets/1/reps`],
  ['0 seconds', one({ reps: undefined, seconds: 0 }), `${first}/seconds`],
  ['7201 seconds', one({ reps: undefined, seconds: 7201 }), `${first}/seconds`],
  ['reps and seconds', one({ seconds: 30 }), first],
  ['neither reps nor seconds', one({ reps: undefined }), first],
  ['a negative load', one({ load: -1 }), `${first}/load`],
  ['a load without its unit', one({ load: '70' }), `${first}/load`],
  ['rpe 11', one({ rpe: 11 }), `${first}/rpe`],
  ['rest of 901', one({ restSeconds: 901 }), `${first}/restSeconds`],
  ['rest below 0', one({ restSeconds: -1 }), `${first}/restSeconds`],
  ['setup of 901', one({ setupSeconds: 901 }), `${first}/setupSeconds`],
  ['notes of 2001', one({ notes: 'a'.repeat(2001) }), `${first}/notes`],
  ['a tempo part of 31', one({ tempo: '31-0-1-0' }), `${first}/tempo`],
  ['an unknown role', one({ role: 'main' }), `${first}/role`],
  ['an unknown priority', one({ priority: 'urgent' }), `${first}/priority`],
  ['an unknown mechanic', one({ mechanic: 'free' }), `${first}/mechanic`],
  ['pinned in words', one({ pinned: 'yes' }), `${first}/pinned`],
  ['minSets of 0', one({ minSets: 0 }), `${first}/minSets`],
  ['minSets above the sets', one({ minSets: 4 }), `${first}/minSets`],
  ['a station with spaces', one({ station: 'leg press' }), `${first}/station`],
  ['U+0000', one({ notes: 'a\0' }), `${first}/notes`],
  ['half a surrogate pair', one({ notes: 'a\udc00' }), `${first}/notes`],
  [
    'no muscles, and a name that the library does not know',
    one({ name: 'Anvil lift', primaryMuscles: undefined }),
    `${first}/primaryMuscles`,
  ],
  ['an unknown property of an exercise', one({ muscles: ['chest'] }), `${first}/muscles`],
  [
    'unknown muscle',
    one({ primaryMuscles: ['wing'] }),
    `${first}/primaryMuscles/0`,
    422,
    'unknown_vocabulary',
  ],
  ['cardio', one({ primaryMuscles: ['cardio'] }), `${first}/primaryMuscles/0`, 422, 'unknown_vocabulary'],
  ['unknown equipment', one({ equipment: 'sled' }), `${first}/equipment`, 422, 'unknown_vocabulary'],
  [
    'an invalid field outweighs an unknown word',
    one({ equipment: 'sled', reps: '0+' }),
    `${first}/reps`,
    400,
    'invalid_request',
  ],
]

for (const [title, document, path, status = 400, code = 'invalid_request'] of rows) {
  t.test(`${title}: ${status} ${code}`, async (t) => {
    const answers = [await call('POST', '', 'athlete-1', document)]
    // PUT ignores what is read-only, and asks for its precondition first where the schema has nothing to say.
    if (!title.includes('on POST'))
      answers.push(await call('PUT', `/${id}`, 'athlete-1', document, { 'if-match': '*' }))
    for (const answer of answers) {
      t.match(answer, { status, body: { error: code } })
      const paths = answer.body.errors.map((fault: { path: string }) => fault.path)
      t.ok(paths.includes(path), JSON.stringify(answer.body))
    }
  })
}

t.test('at most 100 of many faults are listed: 400', async (t) => {
  const bad: Partial<ExerciseDocument> = { sets: many(20, () => ({ reps: 'x' })) }
  const exercises = many(30, (index) => exercise({ ...bad, name: `e${index}` }))
  const { status, body } = await call('POST', '', 'athlete-1', plan(exercises))
  t.equal(status, 400)
  t.equal(body.errors.length, 100)
  t.match(body.detail, /first 100 of 600/)
})

t.test('the largest plan that the limits allow by count is taken: 201', async (t) => {
  const exercises = many(30, (index) => exercise({ name: `e${index}`, sets: 20 }))
  const sessions = many(14, (index) => session(exercises, { dayOfWeek: (index % 7) + 1 }))
  const document = { name: 'Large', microcycles: many(20, (index) => ({ weekNumber: index + 1, sessions })) }
  const size = JSON.stringify(document).length
  t.ok(size > 500_000 && size < 1_048_576, String(size))
  const { status, body } = await call('POST', '', 'athlete-1', document)
  t.equal(status, 201)
  t.equal(body.microcycles[19].sessions[13].id, 'day-280')
})

t.test('bodies that are no document', async (t) => {
  const json = 'application/json'
  const bodies: [title: string, body: string, mediaType: string, status: number, code: string][] = [
    ['broken JSON', '{"name":', json, 400, 'invalid_request'],
    ['no body', '', json, 400, 'invalid_request'],
    ['a key that would reach every object', '{"__proto__":{"a":1},"name":"P"}', json, 400, 'invalid_request'],
    [
      'a number beyond all',
      JSON.stringify(one({ load: 1 })).replace('"load":1', '"load":1e999'),
      json,
      400,
      'invalid_request',
    ],
    ['text', 'name: Plan', 'text/plain', 415, 'unsupported_media_type'],
    ['a form', 'name=Plan', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
    ['more than 1 MiB', JSON.stringify({ name: 'a'.repeat(1_048_576) }), json, 413, 'payload_too_large'],
  ]
  for (const [title, body, mediaType, status, code] of bodies) {
    const answer = await call('POST', '', 'athlete-1', body, { 'content-type': mediaType })
    t.match(answer, { status, body: { error: code } }, `${title}: ${status} ${code}`)
  }
})

t.test('a method that is not there: 405 with Allow', async (t) => {
  const answer = await call('POST', `/${id}`, 'athlete-1', {})
  t.match(answer, { status: 405, body: { error: 'method_not_allowed' }, headers: { allow: /PUT/ } })
})
