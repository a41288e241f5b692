/** What must not be sent to a preview: each fault with its exact status and code; nothing answers 500. */
import t from 'tap'
import { tokenFor } from '../../helper.ts'
import { crunchClient, smallPlan } from './crunch-client.ts'

const { call, importPlan, app } = await crunchClient(t)
const planId = await importPlan(smallPlan())
const empty = await importPlan({ name: 'Empty', microcycles: [] })
const good = { planId, targetMinutes: 30 }

const cases: [string, object, number, string, string?][] = [
  ['target 14', { ...good, targetMinutes: 14 }, 400, 'invalid_request', '/targetMinutes'],
  ['target 181', { ...good, targetMinutes: 181 }, 400, 'invalid_request', '/targetMinutes'],
  ['target 30.5', { ...good, targetMinutes: 30.5 }, 400, 'invalid_request', '/targetMinutes'],
  ['target "30"', { ...good, targetMinutes: '30' }, 400, 'invalid_request', '/targetMinutes'],
  ['target null', { ...good, targetMinutes: null }, 400, 'invalid_request', '/targetMinutes'],
  ['no target', { planId }, 400, 'invalid_request', '/targetMinutes'],
  ['no plan', { targetMinutes: 30 }, 400, 'invalid_request', '/planId'],
  ['a number for the plan', { ...good, planId: 7 }, 400, 'invalid_request', '/planId'],
  ['an unknown property', { ...good, minutes: 30 }, 400, 'invalid_request', '/minutes'],
  ['an array', [good], 400, 'invalid_request'],
  ['no session', { ...good, sessionIds: [] }, 400, 'invalid_request', '/sessionIds'],
  ['week and sessions', { ...good, week: 1, sessionIds: ['day-1'] }, 400, 'invalid_request', '/week'],
  ['week 0', { ...good, week: 0 }, 400, 'invalid_request', '/week'],
  ['an unknown week', { ...good, week: 2 }, 404, 'session_not_found'],
  ['an unknown session', { ...good, sessionIds: ['day-1', 'day-9'] }, 404, 'session_not_found'],
  ['a malformed plan id', { ...good, planId: 'nonsense' }, 404, 'plan_not_found'],
  ['a plan without sessions', { planId: empty, targetMinutes: 30 }, 422, 'plan_not_compressible'],
  ['an empty session', { ...good, sessionIds: ['empty'] }, 422, 'plan_not_compressible'],
]

for (const [what, payload, status, error, path] of cases) {
  t.test(`${what}: ${status} ${error}`, async (t) => {
    const answer = await call('POST', '/preview', { as: 'athlete-1', payload })
    t.match(answer, { status, body: { status, error, instance: '/api/v1/time-crunch/preview' } })
    t.match(answer.headers['content-type'], /^application\/problem\+json/)
    if (path !== undefined) t.equal(answer.body.errors[0].path, path)
  })
}

const raw: [string, string, Record<string, string>, number, string][] = [
  ['broken JSON', '{"planId":', { 'content-type': 'application/json' }, 400, 'invalid_request'],
  ['no body', '', { 'content-type': 'application/json' }, 400, 'invalid_request'],
  [
    'a prototype key',
    '{"__proto__":{"x":1}}',
    { 'content-type': 'application/json' },
    400,
    'invalid_request',
  ],
  ['another media type', 'planId=1', { 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
  [
    'a body over the limit',
    `{"planId":"${'x'.repeat(1_048_577)}"}`,
    { 'content-type': 'application/json' },
    413,
    'payload_too_large',
  ],
]

for (const [what, payload, headers, status, error] of raw) {
  t.test(`${what}: ${status} ${error}`, async (t) => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/time-crunch/preview',
      payload,
      headers: { ...headers, authorization: `Bearer ${tokenFor('athlete-1')}` },
    })
    t.match({ status: response.statusCode, body: response.json() }, { status, body: { error } })
  })
}

t.test('a frontier of an unknown session: 404; of an empty one: 422', async (t) => {
  const ask = (sessionId: string) =>
    call('POST', '/frontier', { as: 'athlete-1', payload: { planId, sessionId } })
  t.match(await ask('day-9'), { status: 404, body: { error: 'session_not_found' } })
  t.match(await ask('empty'), { status: 422, body: { error: 'plan_not_compressible' } })
})
