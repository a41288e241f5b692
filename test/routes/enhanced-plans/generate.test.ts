/** Generated plans over HTTP: answered, stored, refused with a way out. */
import t from 'tap'
import { layoutSeconds, programmedLayout } from '../../../domain/clock/layout.ts'
import { prepareSession } from '../../../domain/clock/prepare-session.ts'
import type { NormalPlan } from '../../../domain/plan/document.ts'
import { bearer, testApp } from '../../helper.ts'

const app = await testApp(t)

const post = async (url: string, payload: unknown, headers: Record<string, string> = bearer('athlete-1')) => {
  const response = await app.inject({ method: 'POST', url, headers, payload: payload as object })
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back
  return { status: response.statusCode, body: response.json() as any, headers: response.headers }
}
const generate = (payload: unknown, headers?: Record<string, string>) =>
  post('/api/v1/plans/enhanced/generate', payload, headers)

const intent = () => ({
  goal: 'strength',
  experience: 'intermediate',
  daysPerWeek: 3,
  minutesPerSession: 45,
  equipment: ['barbell', 'db', 'cable machine'],
  seed: 'athlete-1',
})

t.test('200: a plan in time, explained, counted, and the same for the same seed', async (t) => {
  const { status, body } = await generate(intent())
  t.equal(status, 200)
  const plan = body.plan as NormalPlan
  t.equal(plan.microcycles.length, 12)
  for (const { weekNumber, sessions } of plan.microcycles) {
    for (const session of sessions) {
      t.ok(layoutSeconds(programmedLayout(prepareSession(session, weekNumber))) <= 45 * 60, session.id)
    }
  }
  t.equal(body.seed, 'athlete-1')
  t.equal(body.weeklySets.length, 12)
  t.match(body.weeklySets[0].muscles[0], { muscle: 'abdominals', minimum: 5, maximum: 14 })
  t.ok(body.explanations.length > 20)
  t.same((await generate(intent())).body, body)
  t.notSame((await generate({ ...intent(), seed: 2 })).body.plan.microcycles, plan.microcycles)
})

t.test('200: what was generated is accepted by POST /plans as it is, 201', async (t) => {
  const { body } = await generate({ ...intent(), goal: 'general_fitness', progression: 'undulating' })
  const posted = await post('/api/v1/plans', body.plan)
  t.equal(posted.status, 201)
  t.same(posted.body.microcycles, body.plan.microcycles)
})

t.test('201 with save: stored for the caller, with Location and ETag, and readable there', async (t) => {
  const { status, body, headers } = await generate({ ...intent(), save: true, name: 'Mine', weeks: 2 })
  t.equal(status, 201)
  t.match(body.plan, { name: 'Mine', version: 1, ownerId: 'athlete-1' })
  t.equal(headers.location, `/api/v1/plans/${body.plan.id}`)
  t.equal(headers.etag, '"1"')
  const read = await app.inject({ url: String(headers.location), headers: bearer('athlete-1') })
  t.equal(read.statusCode, 200)
  t.same(read.json(), body.plan)
  const foreign = await app.inject({ url: String(headers.location), headers: bearer('athlete-2') })
  t.equal(foreign.statusCode, 404)
})

t.test('201 with save: Time Crunch compresses it, 200', async (t) => {
  const { body } = await generate({ ...intent(), save: true, weeks: 1 })
  const preview = await post('/api/v1/time-crunch/preview', { planId: body.plan.id, targetMinutes: 30 })
  t.equal(preview.status, 200)
  t.equal(preview.body.sessions.length, 3)
  t.ok(
    preview.body.sessions.every(
      (session: { originalDurationSeconds: number }) => session.originalDurationSeconds <= 2_700,
    ),
  )
})

t.test('200 without save stores nothing', async (t) => {
  await generate(intent(), bearer('athlete-3'))
  const list = await app.inject({ url: '/api/v1/plans', headers: bearer('athlete-3') })
  t.same(list.json(), { items: [], nextCursor: null })
})

t.test('422 intent_not_possible: says what, and the nearest intents, which are 200', async (t) => {
  const impossible = { ...intent(), daysPerWeek: 7, minutesPerSession: 15, equipment: [] }
  const { status, body } = await generate(impossible)
  t.equal(status, 422)
  t.match(body, { error: 'intent_not_possible', detail: /nearest: possible/ })
  t.match(body.errors[0], { path: '/equipment', message: /body_only/ })
  const proposals = body.errors.filter((entry: { nearest?: object }) => entry.nearest !== undefined)
  t.ok(proposals.length >= 2)
  for (const { nearest, message } of proposals) t.equal((await generate(nearest)).status, 200, message)
})

t.test('422 unknown_vocabulary names the known words', async (t) => {
  const { status, body } = await generate({ ...intent(), equipment: ['sofa'], limitations: ['left thumb'] })
  t.equal(status, 422)
  t.equal(body.error, 'unknown_vocabulary')
  t.match(body.errors, [{ path: '/equipment/0' }, { path: '/limitations/0' }])
})

const bad: [title: string, change: object, path: string][] = [
  ['no goal', { goal: undefined }, '/goal'],
  ['an unknown goal', { goal: 'fame' }, '/goal'],
  ['no day', { daysPerWeek: 0 }, '/daysPerWeek'],
  ['eight days', { daysPerWeek: 8 }, '/daysPerWeek'],
  ['half a day', { daysPerWeek: 2.5 }, '/daysPerWeek'],
  ['14 minutes', { minutesPerSession: 14 }, '/minutesPerSession'],
  ['181 minutes', { minutesPerSession: 181 }, '/minutesPerSession'],
  ['minutes as text', { minutesPerSession: '45' }, '/minutesPerSession'],
  ['61 weeks', { weeks: 61 }, '/weeks'],
  ['a deload every other week', { deloadEvery: 2 }, '/deloadEvery'],
  ['an empty seed', { seed: '' }, '/seed'],
  ['a broken seed', { seed: 1.5 }, '/seed'],
  ['a blank name', { name: ' ' }, '/name'],
  ['a name that no database holds', { name: 'a\u0000b' }, '/name'],
  ['an unknown field', { budget: 3 }, '/budget'],
  ['a muscle wanted and avoided', { limitations: ['chest'], priorities: ['pecs'] }, '/priorities/0'],
]
for (const [title, change, path] of bad) {
  t.test(`400 invalid_request: ${title}`, async (t) => {
    const { status, body } = await generate({ ...intent(), ...change })
    t.equal(status, 400)
    t.match(body, { error: 'invalid_request', errors: [{ path }] })
  })
}

t.test('401 without a token, before anything is looked at', async (t) => {
  const { status, body } = await generate({}, {})
  t.equal(status, 401)
  t.equal(body.error, 'unauthorized')
})

t.test('405 with Allow for another method', async (t) => {
  const response = await app.inject({ url: '/api/v1/plans/enhanced/generate', headers: bearer('athlete-1') })
  t.equal(response.statusCode, 405)
  t.equal(response.headers.allow, 'POST')
})
