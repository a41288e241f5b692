/** What the log of a day's training does not say: who trained, what their plan says, what they said about it. */
import t from 'tap'
import { applicationClient } from '../routes/time-crunch/application-client.ts'
import { smallPlan } from '../routes/time-crunch/crunch-client.ts'

t.test('at the most talkative level: requests and answers, no user and no word of a plan', async (t) => {
  const lines: string[] = []
  const client = await applicationClient(t, {
    logger: { level: 'trace', stream: { write: (line: string) => lines.push(line) } },
  })
  const { apply, balance, call, change, history, importPlan, onDay, revert } = client
  const planId = await importPlan({ ...smallPlan(), name: 'Secret plan', coachId: 'coach-1' })
  const key = { 'idempotency-key': 'secret-key' }
  const { body } = await apply({ planId }, 'athlete-1', key)
  await apply({ planId, targetMinutes: 30 }, 'athlete-1', key)
  await apply({ planId: 'x', sessionId: 'secret-session' })
  await onDay(planId)
  await balance(planId, 1)
  await revert(body.id, 'athlete-2')
  await revert(body.id)
  await history({ planId })
  const report = {
    planId,
    sessionId: 'day-1',
    date: '2025-03-03',
    exerciseId: 'squat',
    rpe: 9,
    note: 'Secret note',
  }
  const said = await call('POST', '/api/v1/plans/feedback/rpe', { as: 'athlete-1', payload: report })
  t.equal(said.status, 201)
  await call('POST', '/api/v1/plans/feedback/rpe', { as: 'athlete-1', payload: { ...report, rpe: 11 } })
  await call('GET', `/api/v1/plans/${planId}/adaptations`, { as: 'coach-1' })
  await change(planId)
  const log = lines.join('')
  t.match(log, /request completed/)
  t.match(log, planId, 'which plan it was helps whoever looks for a fault')
  for (const word of [/athlete-/, /coach-/, /secret/i, /squat/i, /curl/i, /Bearer/]) t.notMatch(log, word)
})
