/** Applying a session to a day: what is stored and shown, what takes its place, which versions and days are good. */
import t from 'tap'
import { applicationClient, day } from './application-client.ts'
import { smallPlan } from './crunch-client.ts'

const today = () => new Date().toISOString().slice(0, 10)
const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

// One app for all that does not count what happened: to start one takes longer than the tests.
const shared = await applicationClient(t)

t.test('apply: 201, the session of the preview for that day; the plan stays as it is', async (t) => {
  const { apply, call, importPlan, onDay, preview } = shared
  const planId = await importPlan(smallPlan())
  const before = await call('GET', `/api/v1/plans/${planId}`, { as: 'athlete-1' })
  const previewed = await preview({ planId, targetMinutes: 20, sessionIds: ['day-1'] })
  const { status, body } = await apply({ planId })
  t.equal(status, 201)
  const { id, session, ...rest } = body
  t.same(rest, { planId, planVersion: 1, sessionId: 'day-1', date: day, targetMinutes: 20 })
  t.match(id, /^[0-9a-f-]{36}$/)
  t.same(session, previewed.body.sessions[0])
  t.equal(session.outcome, 'compressed')

  const that = await onDay(planId)
  t.equal(that.status, 200)
  t.same(that.body, { date: day, planId, planVersion: 1, applicationId: id, outdated: null, session })
  const next = await onDay(planId, '2026-03-03')
  t.match(next.body, { date: '2026-03-03', applicationId: null, session: { outcome: 'unchanged' } })
  const after = await call('GET', `/api/v1/plans/${planId}`, { as: 'athlete-1' })
  t.same(after.body, before.body)
})

t.test('apply again: 200 and the same id; another target: 201 and a new id in its place', async (t) => {
  const { apply, importPlan, onDay } = shared
  const planId = await importPlan(smallPlan())
  const first = await apply({ planId })
  const again = await apply({ planId })
  t.match(again, { status: 200, body: first.body })
  const other = await apply({ planId, targetMinutes: 30 })
  t.equal(other.status, 201)
  t.not(other.body.id, first.body.id)
  t.match((await onDay(planId)).body, { applicationId: other.body.id, session: other.body.session })
  const back = await apply({ planId })
  t.equal(back.status, 201, 'what was replaced does not come back under its old id')
  t.not(back.body.id, first.body.id)
})

t.test('apply without a date: 201, today in UTC; and so is what is read', async (t) => {
  const { apply, importPlan, onDay } = shared
  const planId = await importPlan(smallPlan())
  const earliest = today()
  const { status, body } = await apply({ planId, date: undefined })
  t.equal(status, 201)
  t.ok([earliest, today()].includes(body.date), body.date)
  // Between the two requests midnight may have passed.
  const read = await onDay(planId, undefined)
  t.equal(read.status, 200)
  if (read.body.date === body.date) t.equal(read.body.applicationId, body.id)
})

t.test('apply: 409 version_conflict for a version that is not the plan’s', async (t) => {
  const { apply, change, importPlan, history } = shared
  const planId = await importPlan(smallPlan())
  t.match(await apply({ planId, planVersion: 2 }), { status: 409, body: { error: 'version_conflict' } })
  t.equal((await change(planId)).status, 200)
  t.match(await apply({ planId }), { status: 409, body: { error: 'version_conflict' } })
  t.match(await apply({ planId, planVersion: 2 }), { status: 201, body: { planVersion: 2 } })
  t.equal((await history({ planId })).body.items.length, 1)
})

t.test('apply: 201 for an unmet session too: it says what is missing', async (t) => {
  const { apply, importPlan } = shared
  const plan = smallPlan()
  const squat = plan.microcycles[0]?.sessions[0]?.exercises[1]
  if (squat) Object.assign(squat, { sets: 8, pinned: true })
  const planId = await importPlan(plan)
  const { status, body } = await apply({ planId, targetMinutes: 15 })
  t.match(
    { status, session: body.session },
    {
      status: 201,
      session: { outcome: 'unmet', meetsTimeConstraint: false, shortfall: { missingSeconds: Number } },
    },
  )
})

t.test(
  'apply without some equipment: 201, the swapped session of the preview; 422 for unknown words',
  async (t) => {
    const { apply, history, importPlan, onDay, preview } = shared
    const planId = await importPlan(smallPlan())
    const asked = { planId, targetMinutes: 40, unavailableEquipment: ['Dumbbells', 'dumbbell'] }
    const previewed = await preview({ ...asked, sessionIds: ['day-1'] })
    const { status, body } = await apply(asked)
    t.equal(status, 201)
    t.same(body.unavailableEquipment, ['dumbbell'])
    t.same(body.session, previewed.body.sessions[0])
    t.ok(body.session.swaps.length > 0)
    t.match((await onDay(planId)).body, { applicationId: body.id, session: body.session })
    t.match((await history({ planId })).body.items, [{ id: body.id, unavailableEquipment: ['dumbbell'] }])
    t.match(await apply({ ...asked, unavailableEquipment: ['dumbbell'] }), {
      status: 200,
      body: { id: body.id },
    })
    t.equal((await apply({ ...asked, unavailableEquipment: undefined })).status, 201, 'with it there again')
    t.match(await apply({ ...asked, unavailableEquipment: ['warp drive'] }), {
      status: 422,
      body: { error: 'unknown_vocabulary', errors: [{ path: '/unavailableEquipment/0' }] },
    })
  },
)

t.test('apply: 201 by the coach and by an admin, for the athlete’s day; 404 for anyone else', async (t) => {
  const { apply, call, importPlan, onDay } = shared
  const planId = await importPlan({ ...smallPlan(), coachId: 'coach-1' })
  const byCoach = await apply({ planId }, 'coach-1')
  t.equal(byCoach.status, 201)
  t.equal((await onDay(planId)).body.applicationId, byCoach.body.id)
  const payload = { planId, planVersion: 1, sessionId: 'day-1', date: day, targetMinutes: 25 }
  t.equal((await call('POST', '/apply', { as: 'operator-1', roles: ['admin'], payload })).status, 201)
  for (const as of ['athlete-2', 'coach-2']) {
    const foreign = await call('POST', '/apply', { as, roles: ['athlete', 'coach'], payload })
    t.match(foreign, { status: 404, body: { error: 'plan_not_found' } })
    t.match(await onDay(planId, day, as), { status: 404, body: { error: 'plan_not_found' } })
  }
})

t.test('apply: 404 and 422 for what is not there or can’t be compressed', async (t) => {
  const { apply, importPlan, onDay } = shared
  const planId = await importPlan(smallPlan())
  t.match(await apply({ planId: '00000000-0000-4000-8000-000000000000' }), {
    status: 404,
    body: { error: 'plan_not_found' },
  })
  t.match(await apply({ planId: 'x' }), { status: 404, body: { error: 'plan_not_found' } })
  t.match(await apply({ planId, sessionId: 'day-9' }), { status: 404, body: { error: 'session_not_found' } })
  t.match(await apply({ planId, sessionId: 'empty' }), {
    status: 422,
    body: { error: 'plan_not_compressible' },
  })
  t.match(await onDay(planId, day, 'athlete-1', 'day-9'), {
    status: 404,
    body: { error: 'session_not_found' },
  })
})

t.test('apply: 400 for what is not a request', async (t) => {
  const { apply, importPlan, history } = shared
  const planId = await importPlan(smallPlan())
  const bad: [object, string][] = [
    [{ date: '2026-02-30' }, '/date'],
    [{ date: '2025-02-29' }, '/date'],
    [{ date: '2026-13-01' }, '/date'],
    [{ date: '2026-3-2' }, '/date'],
    [{ date: '02.03.2026' }, '/date'],
    [{ date: '2026-03-02T00:00:00Z' }, '/date'],
    [{ date: '0000-01-01' }, '/date'],
    [{ date: '1999-12-31' }, '/date'],
    [{ date: '9999-12-31' }, '/date'],
    [{ date: daysFromNow(422) }, '/date'],
    [{ date: null }, '/date'],
    [{ date: '' }, '/date'],
    [{ targetMinutes: 14 }, '/targetMinutes'],
    [{ targetMinutes: 181 }, '/targetMinutes'],
    [{ targetMinutes: 20.5 }, '/targetMinutes'],
    [{ targetMinutes: '20' }, '/targetMinutes'],
    [{ planVersion: 0 }, '/planVersion'],
    [{ planVersion: 3_000_000_000 }, '/planVersion'],
    [{ planVersion: undefined }, '/planVersion'],
    [{ sessionId: '' }, '/sessionId'],
    [{ sessionId: undefined }, '/sessionId'],
    [{ week: 1 }, '/week'],
  ]
  for (const [change, path] of bad) {
    const { status, body } = await apply({ planId, ...change })
    t.match({ status, body }, { status: 400, body: { error: 'invalid_request', errors: [{ path }] } })
  }
  t.equal((await history({ planId })).body.items.length, 0)
})

t.test('apply: 201 from the first day that counts to sixty weeks ahead', async (t) => {
  const { apply, importPlan } = shared
  const planId = await importPlan(smallPlan())
  for (const date of ['2000-01-01', '2024-02-29', today(), daysFromNow(1), daysFromNow(420)]) {
    t.equal((await apply({ planId, date })).status, 201, date)
  }
})

t.test(
  'apply: 500 for an answer that breaks an article; nothing is stored, the article is counted',
  async (t) => {
    const { app, apply, history, importPlan, metric } = await applicationClient(t)
    const planId = await importPlan(smallPlan())
    const { eachAnswer } = app.compressor
    // The fault that the audit is there for: an answer with the core lift gone.
    app.compressor.eachAnswer = (planners, targetMinutes, visit) =>
      eachAnswer.call(app.compressor, planners, targetMinutes, (audited) =>
        visit({
          ...audited,
          violations: [
            { article: 'A1', exerciseId: 'squat', message: 'Squat is a core lift and was dropped' },
          ],
        }),
      )
    const { status, body } = await apply({ planId }, 'athlete-1', { 'idempotency-key': 'one' })
    t.match({ status, body }, { status: 500, body: { error: 'internal_error' } })
    t.equal(body.session, undefined)
    t.equal(await metric('planning_engine_amendment_violations_total', '{article="A1"}'), 1)
    t.equal((await history({ planId })).body.items.length, 0)
    app.compressor.eachAnswer = eachAnswer
    t.equal(
      (await apply({ planId }, 'athlete-1', { 'idempotency-key': 'one' })).status,
      201,
      'the key is free',
    )
  },
)

t.test('apply is measured: 201, 409 and 204 are admitted requests, a session is an outcome', async (t) => {
  const { apply, call, importPlan, metric, revert } = await applicationClient(t)
  const planId = await importPlan(smallPlan())
  const { body } = await apply({ planId })
  await apply({ planId, planVersion: 9 })
  await revert(body.id)
  const requests = (status: string) =>
    metric('planning_engine_time_crunch_requests_total', `{status="${status}"}`)
  t.equal(await requests('success'), 2)
  t.equal(await requests('client_error'), 1)
  t.equal(await metric('planning_engine_time_crunch_compression_ratio_count'), 1)
  t.match(await call('GET', '/apply', { as: 'athlete-1' }), { status: 405, headers: { allow: 'POST' } })
})
