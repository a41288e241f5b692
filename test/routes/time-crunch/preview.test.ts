/** The preview over HTTP: real programmes at every target of the model's section 6, and the launch document's request. */
import t from 'tap'
import { defaultAmendment } from '../../../domain/amendment/amendment.ts'
import type { SessionAnswer } from '../../../domain/compressor/answer.ts'
import { sharedPlans } from '../../domain/plan/shared-plans.ts'
import { crunchClient, smallPlan } from './crunch-client.ts'

const targets = [15, 20, 30, 45, 60, 75, 90, 120, 180]
const client = await crunchClient(t)
const { call, importPlan, preview, metric } = client

/** Faults of one session's answer that any reader of the contract could find. */
const faultsOf = (session: SessionAnswer, budgetSeconds: number): string[] => {
  const faults: string[] = []
  const say = (holds: boolean, fault: string) => holds || faults.push(`${session.sessionId}: ${fault}`)
  const total = session.segments.reduce((sum, { timing }) => sum + timing.totalSeconds, 0)
  const saved = session.changes.reduce((sum, change) => sum + change.secondsSaved, 0)
  const fits = session.compressedDurationSeconds <= budgetSeconds
  say(total === session.compressedDurationSeconds, 'segments do not add up to the duration')
  say(saved === session.originalDurationSeconds - total, 'savings do not add up')
  say(session.meetsTimeConstraint === fits, 'meetsTimeConstraint is wrong')
  say(fits || session.outcome === 'unmet', 'over the budget without saying so')
  say(session.outcome !== 'unmet' || session.shortfall !== undefined, 'unmet without a reason')
  say(
    (session.outcome === 'unchanged') === session.originalDurationSeconds <= budgetSeconds,
    'changed although it fits, or unchanged although it does not',
  )
  say(session.optimality.proven && session.optimality.gap === 0, 'not proven')
  say(session.amendment.length === 11 && session.amendment.every(({ held }) => held), 'an article is broken')
  return faults
}

for (const { file, document } of sharedPlans()) {
  t.test(`${file}: 200 at the nine targets, every session proven and true to the articles`, async (t) => {
    const planId = await importPlan(document)
    const bufferSeconds = document.amendment?.bufferSeconds ?? defaultAmendment.bufferSeconds
    const answers = []
    for (const targetMinutes of targets) {
      const { status, body } = await preview({ planId, targetMinutes })
      t.equal(status, 200)
      t.same(
        body.sessions.flatMap((session: SessionAnswer) =>
          faultsOf(session, targetMinutes * 60 - bufferSeconds),
        ),
        [],
        `${targetMinutes} minutes`,
      )
      answers.push(body)
    }
    const sizes = answers.map(({ retained }) => retained.size)
    t.same(
      sizes,
      [...sizes].sort((a, b) => a - b),
      'more minutes never give less stimulus',
    )
    t.equal(sizes.at(-1), 1)
    t.ok(new Set(answers.map(({ compressedDurationSeconds }) => compressedDurationSeconds)).size > 2)
  })
}

t.test("the launch document's request: 200 with its five fields", async (t) => {
  const planId = await importPlan(smallPlan())
  const { status, body } = await preview({ planId, targetMinutes: 25 })
  t.equal(status, 200)
  t.match(body, { planId, planVersion: 1, targetMinutes: 25, meetsTimeConstraint: true })
  t.equal(body.sessions.length, 3)
  t.type(body.compressedDurationSeconds, 'number')
  t.equal(
    body.compressedDurationSeconds,
    body.sessions.reduce((sum: number, session: SessionAnswer) => sum + session.compressedDurationSeconds, 0),
  )
  t.equal(body.strategy, 'core_plus_superset')
})

t.test('week and sessionIds select; duplicates count once: 200', async (t) => {
  const planId = await importPlan(smallPlan())
  const idsOf = (body: { sessions: SessionAnswer[] }) => body.sessions.map(({ sessionId }) => sessionId)
  t.same(idsOf((await preview({ planId, targetMinutes: 20, week: 3 })).body), ['day-2', 'empty'])
  const sessionIds = ['day-2', 'day-1', 'day-2']
  t.same(idsOf((await preview({ planId, targetMinutes: 20, sessionIds })).body), ['day-1', 'day-2'])
})

t.test('an edit of the plan or of its amendment shows in the next preview', async (t) => {
  const planId = await importPlan(smallPlan())
  const ask = async () => (await preview({ planId, targetMinutes: 25, week: 1 })).body
  const before = await ask()
  await call('PUT', `/api/v1/plans/${planId}/amendment`, {
    as: 'athlete-1',
    payload: { allowSupersets: false },
    headers: { 'if-match': '*' },
  })
  const after = await ask()
  t.match([before, after], [{ planVersion: 1, strategy: 'core_plus_superset' }, { planVersion: 2 }])
  t.equal(after.strategy, 'core_plus_accessory')
})

t.test('a plan is seen by its owner, its coach and admins; for others it is not there', async (t) => {
  const planId = await importPlan({ ...smallPlan(), coachId: 'coach-1' })
  const statusFor = async (as: string, roles: string[]) =>
    (await call('POST', '/preview', { as, roles, payload: { planId, targetMinutes: 30 } })).status
  t.equal(await statusFor('athlete-1', ['athlete']), 200)
  t.equal(await statusFor('coach-1', ['coach']), 200)
  t.equal(await statusFor('operator-1', ['admin']), 200)
  t.equal(await statusFor('athlete-2', ['athlete']), 404)
  t.equal(await statusFor('coach-2', ['coach']), 404)
  const foreign = (await preview({ planId, targetMinutes: 30 }, 'athlete-2')).body
  const missing = (
    await preview({ planId: '00000000-0000-4000-8000-000000000000', targetMinutes: 30 }, 'athlete-2')
  ).body
  t.same(
    { ...foreign, requestId: '' },
    { ...missing, requestId: '' },
    'and cannot be told from a missing one',
  )
})

t.test('admitted requests, outcomes and solver work are counted', async (t) => {
  const planId = await importPlan({ ...smallPlan(), name: 'Another' })
  const requests = '{status="success"}'
  const before = await metric('planning_engine_time_crunch_requests_total', requests)
  const sessions = '{outcome="compressed",strategy="core_plus_superset"}'
  const compressed = await metric('planning_engine_time_crunch_outcomes_total', sessions)
  await preview({ planId, targetMinutes: 25, week: 1 })
  t.equal(await metric('planning_engine_time_crunch_requests_total', requests), before + 1)
  t.equal(await metric('planning_engine_time_crunch_outcomes_total', sessions), compressed + 1)
  t.ok((await metric('planning_engine_time_crunch_solver_seconds_count')) > 0)
  t.ok((await metric('planning_engine_time_crunch_duration_seconds_count')) > before)
  t.ok((await metric('planning_engine_cache_requests_total', '{cache="solution",result="hit"}')) > 0)
})
