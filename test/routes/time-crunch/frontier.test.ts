/** The frontier over HTTP says what the previews of each target say. */
import t from 'tap'
import { sharedPlans } from '../../domain/plan/shared-plans.ts'
import { crunchClient } from './crunch-client.ts'

const { call, importPlan, preview } = await crunchClient(t)
const { document } = sharedPlans().find(({ file }) => file === 'upper-lower-4-day.json')!
const planId = await importPlan(document)
const sessionId = document.microcycles[0]!.sessions[0]!.id!

interface Step {
  fromMinutes: number
  durationSeconds: number
  outcome: string
  retained: { size: number }
  changesSummary: string
}

t.test('200: steps rise, never lose stimulus, and hold for the targets between them', async (t) => {
  const { status, body } = await call('POST', '/frontier', {
    as: 'athlete-1',
    payload: { planId, sessionId },
  })
  t.equal(status, 200)
  const steps: Step[] = body.steps
  t.equal(steps[0]!.fromMinutes, 15)
  t.equal(steps.at(-1)!.outcome, 'unchanged')
  t.equal(steps.at(-1)!.changesSummary, 'Everything as programmed.')
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1]
    if (before === undefined) continue
    t.ok(step.fromMinutes > before.fromMinutes)
    t.ok(step.retained.size >= before.retained.size - 1e-9)
  }
  for (let targetMinutes = 15; targetMinutes <= 65; targetMinutes += 1) {
    const { body: answer } = await preview({ planId, targetMinutes, sessionIds: [sessionId] })
    const step = steps.findLast(({ fromMinutes }) => fromMinutes <= targetMinutes)!
    t.equal(step.durationSeconds, answer.compressedDurationSeconds, `${targetMinutes} minutes`)
    t.equal(step.retained.size, answer.retained.size)
  }
})
