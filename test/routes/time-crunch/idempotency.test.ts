/** Idempotency-Key: the same request is done once and answered alike, however often and however fast it comes. */
import t from 'tap'
import { applicationClient } from './application-client.ts'
import { smallPlan } from './crunch-client.ts'

const keyed = (key: string) => ({ 'idempotency-key': key })

// One app for all: to start one takes longer than the tests.
const client = await applicationClient(t)

t.test('sent again: 201 both times, the same answer, marked as given again', async (t) => {
  const { apply, history, importPlan } = client
  const planId = await importPlan(smallPlan())
  const first = await apply({ planId }, 'athlete-1', keyed('1-a-key'))
  const again = await apply({ planId }, 'athlete-1', keyed('1-a-key'))
  t.same([first.status, again.status], [201, 201])
  t.equal(JSON.stringify(again.body), JSON.stringify(first.body))
  t.equal(first.headers['idempotency-replayed'], undefined)
  t.equal(again.headers['idempotency-replayed'], 'true')
  t.equal((await history({ planId })).body.items.length, 1)
})

t.test('the answer stays the same whatever happened since: replaced, reverted, plan changed', async (t) => {
  const { apply, change, importPlan, onDay, revert } = client
  const planId = await importPlan(smallPlan())
  const first = await apply({ planId }, 'athlete-1', keyed('2-k'))
  const other = await apply({ planId, targetMinutes: 30 })
  t.match(await apply({ planId }, 'athlete-1', keyed('2-k')), { status: 201, body: first.body })
  t.equal((await onDay(planId)).body.applicationId, other.body.id, 'giving it again applies nothing')
  await revert(other.body.id)
  t.match(await apply({ planId }, 'athlete-1', keyed('2-k')), { status: 201, body: first.body })
  await change(planId)
  t.match(await apply({ planId }, 'athlete-1', keyed('2-k')), { status: 201, body: first.body })
  t.equal((await onDay(planId)).body.applicationId, null)
})

t.test('a repeat without a key of what a key applied: 200; its own key keeps that 200', async (t) => {
  const { apply, importPlan } = client
  const planId = await importPlan(smallPlan())
  await apply({ planId }, 'athlete-1', keyed('3-one'))
  t.equal((await apply({ planId })).status, 200)
  t.equal((await apply({ planId }, 'athlete-1', keyed('3-two'))).status, 200)
  t.equal((await apply({ planId }, 'athlete-1', keyed('3-two'))).status, 200)
})

t.test('with another body: 409 state_conflict; the order of properties does not matter', async (t) => {
  const { apply, call, importPlan } = client
  const planId = await importPlan(smallPlan())
  const { body } = await apply({ planId }, 'athlete-1', keyed('4-k'))
  for (const change of [
    { targetMinutes: 30 },
    { date: '2026-03-03' },
    { planVersion: 2 },
    { date: undefined },
  ]) {
    const answer = await apply({ planId, ...change }, 'athlete-1', keyed('4-k'))
    t.match(answer, { status: 409, body: { error: 'state_conflict' } }, JSON.stringify(change))
  }
  const turned = await call('POST', '/apply', {
    as: 'athlete-1',
    payload: { targetMinutes: 20, date: '2026-03-02', sessionId: 'day-1', planVersion: 1, planId },
    headers: keyed('4-k'),
  })
  t.match(turned, { status: 201, body: { id: body.id } })
})

t.test('at the same moment: one application, every answer 201 with its id', async (t) => {
  const { apply, history, importPlan } = client
  const planId = await importPlan(smallPlan())
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => apply({ planId }, 'athlete-1', keyed('5-race'))),
  )
  t.same(new Set(answers.map(({ status }) => status)), new Set([201]))
  t.equal(new Set(answers.map(({ body }) => JSON.stringify(body))).size, 1)
  t.equal((await history({ planId })).body.items.length, 1)
})

t.test(
  'at the same moment without a key: one 201, the others 200; different targets: one stays',
  async (t) => {
    const { apply, history, importPlan } = client
    const planId = await importPlan(smallPlan())
    const same = await Promise.all(Array.from({ length: 8 }, () => apply({ planId })))
    t.same(same.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 200, 200, 201])
    const targets = [25, 30, 35, 40]
    const others = await Promise.all(targets.map((targetMinutes) => apply({ planId, targetMinutes })))
    t.same(new Set(others.map(({ status }) => status)), new Set([201]))
    const { items } = (await history({ planId })).body
    t.equal(items.length, 5)
    t.equal(items.filter(({ state }: { state: string }) => state === 'current').length, 1)
  },
)

t.test('keys are each user’s own', async (t) => {
  const { apply, importPlan } = client
  const planId = await importPlan({ ...smallPlan(), coachId: 'coach-1' })
  const mine = await apply({ planId }, 'athlete-1', keyed('7-k'))
  const theirs = await apply({ planId, targetMinutes: 30 }, 'coach-1', keyed('7-k'))
  t.same([mine.status, theirs.status], [201, 201])
  t.match(
    await apply({ planId }, 'athlete-2', keyed('7-k')),
    { status: 404, body: { error: 'plan_not_found' } },
    'a key opens nothing',
  )
})

t.test('an answer is not given again to somebody who no longer sees the plan: 404', async (t) => {
  const { apply, change, importPlan } = client
  const planId = await importPlan({ ...smallPlan(), coachId: 'coach-1' })
  t.equal((await apply({ planId }, 'coach-1', keyed('8-k'))).status, 201)
  t.equal((await change(planId, smallPlan(), 'coach-1')).status, 200)
  t.equal((await apply({ planId }, 'coach-1', keyed('8-k'))).status, 404)
})

t.test('what failed leaves the key free: 409, then 201', async (t) => {
  const { apply, importPlan } = client
  const planId = await importPlan(smallPlan())
  t.equal((await apply({ planId, planVersion: 2 }, 'athlete-1', keyed('9-k'))).status, 409)
  t.equal((await apply({ planId }, 'athlete-1', keyed('9-k'))).status, 201)
})

t.test('400 for a key that is none', async (t) => {
  const { apply, history, importPlan } = client
  const planId = await importPlan(smallPlan())
  for (const key of ['', ' ', 'two words', 'ä', 'x'.repeat(256), 'a,\tb']) {
    const { status, body } = await apply({ planId }, 'athlete-1', keyed(key))
    t.match(
      { status, body },
      { status: 400, body: { error: 'invalid_request', errors: [{ path: '/idempotency-key' }] } },
      key,
    )
  }
  t.equal((await history({ planId })).body.items.length, 0)
  for (const key of ['x'.repeat(255), '"8e03978e-40d5-43dd-bc93-6894a57f9324"', '1']) {
    t.ok((await apply({ planId }, 'athlete-1', keyed(key))).status < 300, key)
  }
})
