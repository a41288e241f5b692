/** What to do on a day: the programme in the form of an answer. (What is applied: test/routes/time-crunch.) */
import t from 'tap'
import { applicationClient, day } from '../time-crunch/application-client.ts'
import { smallPlan } from '../time-crunch/crunch-client.ts'

const { amend, call, importPlan, onDay, preview } = await applicationClient(t)

t.test(
  'the programme: 200, as a preview that changes nothing shows it, without changes to list',
  async (t) => {
    const planId = await importPlan(smallPlan())
    const { status, body } = await onDay(planId)
    t.equal(status, 200)
    const unchanged = (await preview({ planId, targetMinutes: 180, sessionIds: ['day-1'] })).body.sessions[0]
    const { minimumAchievableSeconds: _, ...rest } = unchanged
    t.same(body.session, { ...rest, changes: [] })
    t.equal(body.session.segments.length, 4)
  },
)

t.test('a programme with a banned exercise: 200, and the articles that do not hold say so', async (t) => {
  const planId = await importPlan(smallPlan())
  await amend(planId, { banned: ['curl'] })
  const { session } = (await onDay(planId)).body
  const broken = session.amendment.filter(({ held }: { held: boolean }) => !held)
  t.ok(broken.some(({ id }: { id: string }) => id === 'A8'))
  t.equal(session.amendment.length, 11)
})

t.test('a session without exercises: 200, nothing to do', async (t) => {
  const planId = await importPlan(smallPlan())
  const { status, body } = await onDay(planId, day, 'athlete-1', 'empty')
  t.match(
    { status, session: body.session },
    { status: 200, session: { segments: [], compressedDurationSeconds: 0, outcome: 'unchanged' } },
  )
})

t.test('a session longer than any target: 200, as programmed', async (t) => {
  const plan = smallPlan()
  const squat = plan.microcycles[0]?.sessions[0]?.exercises[1]
  if (squat) Object.assign(squat, { sets: 20, restSeconds: 900 })
  const { body } = await onDay(await importPlan(plan))
  t.ok(body.session.compressedDurationSeconds > 180 * 60)
  t.match(body.session, { outcome: 'unchanged', meetsTimeConstraint: true })
})

t.test(
  '400 for a day that is none, 401 without a token, 404 for what is not there or not theirs',
  async (t) => {
    const planId = await importPlan(smallPlan())
    for (const date of ['2026-02-30', '2026-1-1', 'today', '', '0000-01-01', '9999-12-31']) {
      const { status, body } = await onDay(planId, date)
      t.match({ status, body }, { status: 400, body: { errors: [{ path: '/date' }] } }, date)
    }
    const path = `/api/v1/plans/${planId}/sessions/day-1`
    t.equal((await call('GET', path)).status, 401)
    t.equal((await call('GET', `${path}?target=20`, { as: 'athlete-1' })).status, 400)
    t.equal((await call('HEAD', path, { as: 'athlete-1' })).status, 200)
    t.equal((await call('DELETE', path, { as: 'athlete-1' })).status, 405)
    t.match((await onDay(planId, day, 'athlete-2')).body, { error: 'plan_not_found' })
    t.match((await onDay('x')).body, { error: 'plan_not_found' })
    for (const sessionId of ['day-9', 'Day%201', '%00']) {
      const { status, body } = await onDay(planId, day, 'athlete-1', sessionId)
      t.match({ status, body }, { status: 404, body: { error: 'session_not_found' } }, sessionId)
    }
  },
)
