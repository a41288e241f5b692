/** The balance of a week through the whole app: planned, applied, under four, dropped; and which applications count. */
import t from 'tap'
import { applicationClient, comingDay } from '../time-crunch/application-client.ts'
import { smallPlan } from '../time-crunch/crunch-client.ts'

const { amend, apply, balance, call, importPlan, revert } = await applicationClient(t)

interface Muscle {
  muscle: string
}
const of = (body: { muscles: Muscle[] }, muscle: string) =>
  body.muscles.find((each) => each.muscle === muscle)

t.test('as planned: 200, all muscles, those under four flagged with the source', async (t) => {
  const planId = await importPlan(smallPlan())
  const { status, body } = await balance(planId, 1)
  t.equal(status, 200)
  t.match(body, {
    planId,
    planVersion: 1,
    week: 1,
    from: null,
    to: null,
    minimum: { value: 4, source: /Pelland/ },
  })
  t.equal(body.muscles.length, 17)
  t.same(of(body, 'biceps'), {
    muscle: 'biceps',
    planned: 4,
    applied: 4,
    plannedUnderFour: false,
    underFour: false,
  })
  t.same(of(body, 'chest'), {
    muscle: 'chest',
    planned: 0,
    applied: 0,
    plannedUnderFour: true,
    underFour: true,
  })
  t.same(body.sessions, [{ sessionId: 'day-1', name: 'Day 1', dayOfWeek: 1, applied: null, dropped: [] }])
  t.match(of((await balance(planId, 3)).body, 'chest'), { planned: 3, plannedUnderFour: true })
})

t.test('applied: 200, what each muscle gets now, and which sets were dropped', async (t) => {
  const planId = await importPlan(smallPlan())
  const { body: application } = await apply({ planId, targetMinutes: 20 })
  const { body } = await balance(planId, 1)
  const dropped = application.session.changes.filter(
    (change: { setsBefore: number; setsAfter: number }) => change.setsAfter < change.setsBefore,
  )
  t.ok(dropped.length > 0)
  t.same(body.sessions[0].applied, { applicationId: application.id, date: '2026-03-02', targetMinutes: 20 })
  t.same(
    body.sessions[0].dropped,
    dropped.map(({ exerciseId, name, setsBefore, setsAfter }: Record<string, unknown>) => ({
      exerciseId,
      name,
      setsBefore,
      setsAfter,
    })),
  )
  for (const { muscle, before, after } of application.session.retained.muscles) {
    t.match(of(body, muscle), { planned: before, applied: after, underFour: after < 4 }, muscle)
  }
  t.ok(body.muscles.some((each: { planned: number; applied: number }) => each.applied < each.planned))
  await revert(application.id)
  t.same((await balance(planId, 1)).body.sessions[0].applied, null)
})

t.test('which count: of a calendar week its own; without one the latest of each session', async (t) => {
  const planId = await importPlan(smallPlan())
  const first = await apply({ planId, date: '2026-03-02', targetMinutes: 20 })
  const second = await apply({ planId, date: '2026-03-12', targetMinutes: 25 })
  const third = await apply({ planId, date: '2026-03-10', targetMinutes: 30 })
  const counts = async (from?: string) =>
    (await balance(planId, 1, from)).body.sessions[0].applied?.applicationId ?? null
  t.equal(await counts(), third.body.id)
  t.equal(await counts('2026-03-02'), first.body.id)
  t.equal(await counts('2026-03-09'), third.body.id, 'two days of one week: the one applied last')
  t.equal(await counts('2026-03-16'), null)
  await revert(third.body.id)
  t.equal(await counts('2026-03-09'), second.body.id)
  t.match((await balance(planId, 1, '2026-03-09')).body, { from: '2026-03-09', to: '2026-03-15' })
})

t.test('an application that is outdated does not count', async (t) => {
  const planId = await importPlan(smallPlan())
  await apply({ planId, date: comingDay() })
  await amend(planId, { allowSupersets: false })
  t.same((await balance(planId, 1)).body.sessions[0], {
    sessionId: 'day-1',
    name: 'Day 1',
    dayOfWeek: 1,
    applied: null,
    dropped: [],
  })
})

t.test(
  '400 for a from that is no Monday or no day, 404 for an unknown week or plan, 401 without a token',
  async (t) => {
    const planId = await importPlan(smallPlan())
    for (const from of ['2026-03-03', '2026-02-30', '9999-12-27', '', 'monday']) {
      const { status, body } = await balance(planId, 1, from)
      t.match({ status, body }, { status: 400, body: { errors: [{ path: '/from' }] } }, from)
    }
    for (const week of [2, 0, -1, '1.0', '01', 'one', '1e0', '%00']) {
      const { status, body } = await balance(planId, week)
      t.match({ status, body }, { status: 404, body: { error: 'session_not_found' } }, String(week))
    }
    t.match((await balance(planId, 1, undefined, 'athlete-2')).body, { error: 'plan_not_found' })
    t.match((await balance('x', 1)).body, { error: 'plan_not_found' })
    t.equal((await call('GET', `/api/v1/plans/${planId}/weeks/1/balance`)).status, 401)
  },
)
