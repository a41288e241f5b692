/** Plans meet the library: names and slugs resolved on import, and a report of what could not be. */
import t from 'tap'
import { exercise, plan } from '../../domain/plan/build-plan.ts'
import { planClient } from './plan-client.ts'

const { call } = await planClient(t)
const set = { sets: 3, reps: 10 }
const imported = async (...exercises: Parameters<typeof plan>[0]) => {
  const answer = await call('POST', '', 'athlete-1', plan(exercises))
  t.equal(answer.status, 201, JSON.stringify(answer.body))
  return { ...answer, exercises: answer.body.microcycles[0].sessions[0].exercises }
}

t.test('201: a name or an alias fills in what is left out, and makes nothing core', async (t) => {
  const { exercises } = await imported({ name: 'Bench', ...set }, { name: 'LAT PULLDOWN', ...set })
  t.match(exercises, [
    {
      name: 'Bench',
      role: 'accessory',
      primaryMuscles: ['chest'],
      secondaryMuscles: ['triceps', 'shoulders'],
      equipment: 'barbell',
      mechanic: 'compound',
    },
    { role: 'accessory', primaryMuscles: ['lats'], equipment: 'cable', setupSeconds: 45 },
  ])
})

t.test('201: a slug fills in, and its tag makes it core; what is written stays', async (t) => {
  const { exercises } = await imported(
    { name: 'My bench', movement: 'bench-press', ...set },
    { name: 'Light bench', movement: 'bench-press', role: 'accessory', equipment: 'dumbbell', ...set },
  )
  t.match(exercises, [
    { name: 'My bench', role: 'core', primaryMuscles: ['chest'] },
    { role: 'accessory', equipment: 'dumbbell' },
  ])
})

t.test('400: without muscles, a name that nobody knows is no exercise', async (t) => {
  const { status, body } = await call('POST', '', 'athlete-1', plan([{ name: 'Anvil lift', ...set }]))
  t.equal(status, 400)
  t.match(body.errors, [{ path: '/microcycles/0/sessions/0/exercises/0/primaryMuscles' }])
})

t.test('200: the report tells what each exercise is, and what nobody knows', async (t) => {
  const { body, headers } = await imported(
    { name: 'Bench', ...set },
    { name: 'Deads', movement: 'deadlift', ...set },
    exercise({ name: 'Anvil lift' }),
    exercise({ name: 'Dips', movement: 'my-dips' }),
  )
  t.equal(headers['movements-unresolved'], '2')
  const [, path] = /<\/api\/v1\/plans(.+)>; rel="related"/.exec(String(headers.link))!
  t.equal(path, `/${body.id}/movements`)
  const at = (place: number) => [`/microcycles/0/sessions/0/exercises/${place}`]
  const report = await call('GET', path!, 'athlete-1')
  t.equal(report.status, 200)
  t.strictSame(report.body, {
    planId: body.id,
    planVersion: 1,
    resolved: [
      { name: 'Bench', exercises: at(0), count: 1, movement: 'bench-press', by: 'name' },
      { name: 'Deads', exercises: at(1), count: 1, movement: 'deadlift', by: 'slug' },
    ],
    unresolved: [
      { name: 'Anvil lift', exercises: at(2), count: 1, movement: null, nameIsOf: null },
      { name: 'Dips', exercises: at(3), count: 1, movement: 'my-dips', nameIsOf: 'chest-dip' },
    ],
  })
})

t.test('200: a replacement says it again', async (t) => {
  const { body } = await imported(exercise({ name: 'Anvil lift' }))
  const answer = await call('PUT', `/${body.id}`, 'athlete-1', plan([{ name: 'Bench', ...set }]), {
    'if-match': '"1"',
  })
  t.match(answer, { status: 200, headers: { 'movements-unresolved': '0' } })
})

t.test('404: the report of a plan that is not there for the caller', async (t) => {
  const { body } = await imported(exercise())
  t.match(await call('GET', `/${body.id}/movements`, 'athlete-2'), {
    status: 404,
    body: { error: 'plan_not_found' },
  })
})
