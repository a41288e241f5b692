/** The history of applications, and taking one back. */
import t from 'tap'
import { applicationClient, comingDay, day, flagSwitch } from './application-client.ts'
import { smallPlan } from './crunch-client.ts'

interface Item {
  id: string
  state: string
  date: string
}

const flag = flagSwitch(t)
const client = await applicationClient(t, { config: { flagsFile: flag.file } })
const { amend, apply, call, change, history, importPlan, onDay, revert } = client

/** The flags file is watched: what it says is in force within a second. */
const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`not in ten seconds: ${what}`)
}
const featureFor = async (as: string): Promise<number> => (await call('GET', '/model', { as })).status

const stateOf = async (planId: string, id: string): Promise<string | undefined> =>
  (await history({ planId })).body.items.find((item: Item) => item.id === id)?.state

t.test('revert: 204, then 404; the programme is back, and the history remembers', async (t) => {
  const planId = await importPlan(smallPlan())
  const { body } = await apply({ planId })
  const gone = await revert(body.id)
  t.match({ status: gone.status, body: gone.body }, { status: 204, body: null })
  t.match(await revert(body.id), { status: 404, body: { error: 'application_not_found' } })
  t.match((await onDay(planId)).body, {
    applicationId: null,
    outdated: null,
    session: { outcome: 'unchanged' },
  })
  const { status, body: page } = await history({ planId })
  t.equal(status, 200)
  t.match(page, {
    items: [
      {
        id: body.id,
        planId,
        planVersion: 1,
        sessionId: 'day-1',
        date: day,
        targetMinutes: 20,
        state: 'reverted',
        outcome: 'compressed',
        originalDurationSeconds: body.session.originalDurationSeconds,
        compressedDurationSeconds: body.session.compressedDurationSeconds,
        appliedBy: 'athlete-1',
        appliedAt: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
        endedBy: 'athlete-1',
        endedAt: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
      },
    ],
    nextCursor: null,
  })
  t.equal((await apply({ planId })).status, 201, 'the day is free for another')
})

t.test('revert: 404 for what was replaced, and of two at once one 204', async (t) => {
  const planId = await importPlan(smallPlan())
  const first = await apply({ planId })
  const second = await apply({ planId, targetMinutes: 30 })
  t.equal((await revert(first.body.id)).status, 404)
  const both = await Promise.all([revert(second.body.id), revert(second.body.id)])
  t.same(both.map(({ status }) => status).sort(), [204, 404])
  t.equal(await stateOf(planId, first.body.id), 'replaced')
  t.equal((await onDay(planId)).body.applicationId, null, 'what was replaced does not come back')
})

t.test('revert: 404 for somebody else’s, missing and malformed ids alike; 204 by the coach', async (t) => {
  const planId = await importPlan({ ...smallPlan(), coachId: 'coach-1' })
  const { body } = await apply({ planId })
  const foreign = await revert(body.id, 'athlete-2')
  const missing = await revert('00000000-0000-4000-8000-000000000000', 'athlete-2')
  t.match(foreign, { status: 404, body: { error: 'application_not_found' } })
  const plain = ({ requestId: _, instance: __, ...rest }: Record<string, unknown>) => rest
  t.same(plain(foreign.body), plain(missing.body))
  for (const id of ['x', '1', '%00', `${body.id}x`]) t.equal((await revert(id)).status, 404, id)
  t.equal(await stateOf(planId, body.id), 'current')
  t.equal((await revert(body.id, 'coach-1')).status, 204)
  t.match((await history({ planId })).body.items[0], { state: 'reverted', endedBy: 'coach-1' })
})

const ahead = comingDay()

t.test('a change elsewhere in the plan leaves an application in force: 200', async (t) => {
  const planId = await importPlan(smallPlan())
  const { body } = await apply({ planId, date: ahead })
  const other = smallPlan()
  other.name = 'Renamed'
  const bench = other.microcycles[1]?.sessions[0]?.exercises[0]
  if (bench) bench.sets = 5
  const first = other.microcycles[0]?.sessions[0]
  if (first) first.dayOfWeek = 4
  if (first?.exercises[2]) first.exercises[2].notes = 'Slowly down'
  t.equal((await change(planId, other)).status, 200)
  t.match((await onDay(planId, ahead)).body, {
    planVersion: 2,
    applicationId: body.id,
    session: body.session,
  })
  await amend(planId, { priorities: { bench: 'high' } })
  t.match((await onDay(planId, ahead)).body, { planVersion: 3, applicationId: body.id })
  t.equal(await stateOf(planId, body.id), 'current')
})

t.test(
  'a change of what is done that day, by plan or amendment: the programme, and what is outdated',
  async (t) => {
    const heavier = smallPlan()
    const squat = heavier.microcycles[0]?.sessions[0]?.exercises[1]
    if (squat) squat.load = 100
    const changes: [string, (planId: string) => Promise<{ status: number }>][] = [
      ['another load', (planId) => change(planId, heavier)],
      ['a ban', (planId) => amend(planId, { banned: ['curl'] })],
      ['a rule', (planId) => amend(planId, { allowSupersets: false })],
    ]
    for (const [what, make] of changes) {
      const planId = await importPlan(smallPlan())
      const { body } = await apply({ planId, date: ahead })
      t.equal((await make(planId)).status, 200, what)
      const shown = (await onDay(planId, ahead)).body
      t.match(shown, {
        planVersion: 2,
        applicationId: null,
        outdated: { applicationId: body.id, planVersion: 1, targetMinutes: 20 },
        session: { outcome: 'unchanged' },
      })
      t.equal(await stateOf(planId, body.id), 'outdated')
      const again = await apply({ planId, planVersion: 2, date: ahead })
      t.equal(again.status, 201)
      t.not(again.body.id, body.id)
      t.match((await onDay(planId, ahead)).body, { applicationId: again.body.id, outdated: null })
      t.equal(await stateOf(planId, body.id), 'replaced')
    }
  },
)

t.test('what is outdated can be reverted: 204; and comes back when the plan does', async (t) => {
  const planId = await importPlan(smallPlan())
  const { body } = await apply({ planId, date: ahead })
  await amend(planId, { banned: ['curl'] })
  t.equal((await onDay(planId, ahead)).body.applicationId, null)
  await amend(planId, {})
  t.equal((await onDay(planId, ahead)).body.applicationId, body.id)
  await amend(planId, { banned: ['curl'] })
  t.equal((await revert(body.id)).status, 204)
  t.match((await onDay(planId, ahead)).body, { applicationId: null, outdated: null })
})

t.test('a day that is over: what was done was done, whatever the plan says since: 200', async (t) => {
  const planId = await importPlan(smallPlan())
  const date = '2025-03-03'
  const { body } = await apply({ planId, date })
  await amend(planId, { banned: ['curl'] })
  t.match((await onDay(planId, date)).body, { applicationId: body.id, outdated: null, session: body.session })
  t.equal(await stateOf(planId, body.id), 'current')
  t.match((await client.balance(planId, 1, date)).body.sessions, [{ applied: { applicationId: body.id } }])
  t.match((await onDay(planId, ahead)).body, { applicationId: null, session: { outcome: 'unchanged' } })
})

t.test('history: 200, pages that neither repeat nor skip, days from and to', async (t) => {
  const planId = await importPlan(smallPlan())
  const days = Array.from({ length: 7 }, (_, index) => `2026-04-0${index + 1}`)
  const ids = []
  for (const date of days) ids.push((await apply({ planId, date })).body.id)
  const seen: Item[] = []
  let cursor = ''
  do {
    const { status, body } = await history({ planId, limit: 3, ...(cursor && { cursor }) })
    t.equal(status, 200)
    seen.push(...body.items)
    cursor = body.nextCursor ?? ''
  } while (cursor !== '')
  t.same(seen.map(({ id }) => id).sort(), [...ids].sort())
  const some = await history({ planId, from: '2026-04-02', to: '2026-04-04' })
  t.same(some.body.items.map(({ date }: Item) => date).sort(), days.slice(1, 4))
  t.match(await history({ planId, to: '2026-03-01' }), { status: 200, body: { items: [], nextCursor: null } })
})

t.test('history: 400 and 404 for what can’t be asked', async (t) => {
  const planId = await importPlan(smallPlan())
  const bad: [Record<string, string | number>, string][] = [
    [{ planId, limit: 0 }, '/limit'],
    [{ planId, limit: 101 }, '/limit'],
    [{ planId, cursor: 'x' }, '/cursor'],
    [{ planId, from: '2026-02-30' }, '/from'],
    [{ planId, to: '2026-02-30' }, '/to'],
    [{ planId, to: '0000-01-01' }, '/to'],
    [{ planId, from: '2026-03-03', to: '2026-03-02' }, '/from'],
    [{ planId, date: '2026-03-02' }, '/date'],
    [{}, '/planId'],
  ]
  for (const [asked, path] of bad) {
    const { status, body } = await history(asked)
    t.match({ status, body }, { status: 400, body: { error: 'invalid_request', errors: [{ path }] } }, path)
  }
  t.match(await history({ planId }, 'athlete-2'), { status: 404, body: { error: 'plan_not_found' } })
  t.match(await history({ planId: 'x' }), { status: 404, body: { error: 'plan_not_found' } })
  t.equal((await call('GET', `/applications?planId=${planId}`)).status, 401)
  t.match(await call('POST', '/applications', { as: 'athlete-1', payload: {} }), {
    status: 405,
    headers: { allow: /GET/ },
  })
})

t.test('a plan that is deleted takes its history along: 404', async (t) => {
  const planId = await importPlan(smallPlan())
  const { body } = await apply({ planId })
  const headers = { 'if-match': '*' }
  t.equal((await call('DELETE', `/api/v1/plans/${planId}`, { as: 'athlete-1', headers })).status, 204)
  t.equal((await revert(body.id)).status, 404)
  t.equal((await history({ planId })).status, 404)
})

t.test('flag off in between: 404 on every path, the programme by date; on again: all is there', async (t) => {
  const planId = await importPlan({ ...smallPlan(), coachId: 'coach-1' })
  const { body } = await apply({ planId })
  flag.write(true, ['coach-1'])
  await until('off for the athlete', async () => (await featureFor('athlete-1')) === 404)
  const hidden = { status: 404, body: { error: 'feature_not_available' } }
  t.match(await apply({ planId }), hidden)
  t.match(await revert(body.id), hidden)
  t.match(await history({ planId }), hidden)
  const shown = await onDay(planId)
  t.match(shown, {
    status: 200,
    body: { applicationId: null, outdated: null, session: { outcome: 'unchanged' } },
  })
  t.same(
    (await client.balance(planId, 1)).body.sessions.map(({ applied }: { applied: unknown }) => applied),
    [null],
  )
  t.equal((await onDay(planId, day, 'coach-1')).body.applicationId, body.id, 'the flag is each caller’s own')

  flag.write(false)
  await until('off for all', async () => (await featureFor('coach-1')) === 404)
  t.equal((await onDay(planId, day, 'coach-1')).body.applicationId, null)
  t.equal((await call('DELETE', `/applications/${body.id}`)).status, 404, 'without a token too')

  flag.write(true)
  await until('on for all', async () => (await featureFor('athlete-1')) === 200)
  t.match((await onDay(planId)).body, { applicationId: body.id, session: body.session })
  t.equal((await revert(body.id)).status, 204)
})
