/** Properties that a caller may read and not write: the service's own are refused or ignored, wherever they are sent. */
import t from 'tap'
import { bearer, testApp } from '../helper.ts'
import { document as draftDocument } from '../routes/curation/curation-client.ts'
import { smallPlan } from '../routes/time-crunch/crunch-client.ts'

const plans = '/api/v1/plans'
const curation = '/api/internal/curation/movements'
const athlete = bearer('athlete-1')
const curator = bearer('curator-1', ['curator'])

const ofThePlan = {
  id: '00000000-0000-4000-8000-000000000000',
  ownerId: 'athlete-2',
  version: 99,
  createdAt: '2020-01-01T00:00:00.000Z',
  updatedAt: '2020-01-01T00:00:00.000Z',
}
const inSnakes = {
  owner_id: 'athlete-2',
  created_at: ofThePlan.createdAt,
  amendment_version: 9,
  roles: ['admin'],
}
const ofTheDraft = { status: 'PUBLISHED', authorId: 'curator-2', reviewerId: 'curator-1', version: 99 }

t.test('properties of the service', async (t) => {
  const app = await testApp(t, { config: { consoleEnabled: false } })
  const send = (method: 'POST' | 'PUT', url: string, headers: Record<string, string>, payload: object) =>
    app.inject({ method, url, headers, payload })
  const created = async () => (await send('POST', plans, athlete, smallPlan())).json()

  for (const [name, value] of Object.entries({ ...ofThePlan, ...inSnakes })) {
    t.test(`400 for a new plan with ${name}`, async (t) => {
      const { statusCode, body } = await send('POST', plans, athlete, { ...smallPlan(), [name]: value })
      t.equal(statusCode, 400)
      t.match(JSON.parse(body), { errors: [{ path: `/${name}` }] })
    })
  }

  t.test('200 for a plan that is replaced with them: as it was', async (t) => {
    const before = await created()
    const sent = { ...smallPlan(), ...ofThePlan, amendment: { coreSetFloor: 9 } }
    const replaced = await send('PUT', `${plans}/${before.id}`, { ...athlete, 'if-match': '"1"' }, sent)
    t.equal(replaced.statusCode, 200)
    const { id, ownerId, createdAt } = before
    t.match(replaced.json(), { id, ownerId, createdAt, version: 2 })
    const amendment = await app.inject({ url: `${plans}/${id}/amendment`, headers: athlete })
    t.match(amendment.json(), { version: 1, amendment: { coreSetFloor: 2 } })
  })

  t.test('400 for them inside a week, a session, an exercise or a set', async (t) => {
    const places: ((plan: ReturnType<typeof smallPlan>) => object | undefined)[] = [
      (plan) => plan.microcycles[0],
      (plan) => plan.microcycles[0]?.sessions[0],
      (plan) => plan.microcycles[0]?.sessions[0]?.exercises[0],
    ]
    for (const placeOf of places) {
      const plan = smallPlan()
      Object.assign(placeOf(plan) ?? {}, { ownerId: 'athlete-2' })
      t.equal((await send('POST', plans, athlete, plan)).statusCode, 400)
    }
  })

  t.test('400 for a report, an application or a preview in somebody else’s name', async (t) => {
    const { id: planId } = await created()
    const others: [string, object][] = [
      [
        `${plans}/feedback/rpe`,
        { planId, sessionId: 'day-1', date: '2026-03-02', exerciseId: 'curl', rpe: 8 },
      ],
      ['/api/v1/time-crunch/preview', { planId, targetMinutes: 30 }],
      ['/api/v1/time-crunch/apply', { planId, planVersion: 1, sessionId: 'day-1', targetMinutes: 30 }],
    ]
    for (const [url, body] of others) {
      t.ok((await send('POST', url, athlete, body)).statusCode < 300, url)
      for (const name of ['ownerId', 'reportedBy', 'appliedBy', 'userId', 'sub']) {
        const { statusCode } = await send('POST', url, athlete, { ...body, [name]: 'athlete-2' })
        t.equal(statusCode, 400, `${url}: ${name}`)
      }
    }
  })

  t.test('a draft is a DRAFT of its author, whatever is sent', async (t) => {
    for (const [name, value] of Object.entries(ofTheDraft)) {
      const sent = { ...draftDocument('Log carry'), [name]: value }
      t.equal((await send('POST', curation, curator, sent)).statusCode, 400, name)
    }
    const { id } = (await send('POST', curation, curator, draftDocument('Log carry'))).json()
    const sent = { ...draftDocument('Log carry'), ...ofTheDraft }
    await send('PUT', `${curation}/${id}`, { ...curator, 'if-match': '"1"' }, sent)
    const after = await app.inject({ url: `${curation}/${id}`, headers: curator })
    t.match(after.json(), { status: 'DRAFT' })
    t.notMatch(after.body, /"version":99|curator-2/)
  })
})
