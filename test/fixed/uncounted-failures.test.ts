/** An admitted request that ended with 503 for a fault of ours was in no count of requests: an outage looked like silence. */
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { problem } from '../../problems.ts'
import type { TestOverrides } from '../helper.ts'
import { crunchClient, smallPlan } from '../routes/time-crunch/crunch-client.ts'

const name = 'planning_engine_time_crunch'

const counting = async (t: Test, overrides: TestOverrides = {}) => {
  const client = await crunchClient(t, overrides)
  const planId = await client.importPlan(smallPlan())
  const counts = async (code: string) => ({
    requests: await client.metric(`${name}_requests_total`, '{status="error"}'),
    timed: await client.metric(`${name}_duration_seconds_count`),
    errors: await client.metric(`${name}_errors_total`, `{code="${code}"}`),
    refused: await client.metric(`${name}_refused_total`, '{reason="overloaded"}'),
  })
  return { ...client, counts, ask: () => client.preview({ planId, targetMinutes: 30, week: 1 }) }
}

t.test('503 not_ready, no connection to be had: an error, counted and timed', async (t) => {
  const { app, ask, counts } = await counting(t, { config: { databasePoolMax: 1 } })
  const holder = await app.database.knex.transaction()
  t.match(await ask(), { status: 503, body: { error: 'not_ready' } })
  await holder.rollback()
  t.strictSame(await counts('not_ready'), { requests: 1, timed: 1, errors: 1, refused: 0 })
})

t.test('503 overloaded, an answer that took too long: the same', async (t) => {
  const { app, ask, counts } = await counting(t, { config: { requestTimeoutMs: 1_000 } })
  app.compressor.eachAnswer = () => sleep(1_500)
  t.match(await ask(), { status: 503, body: { error: 'overloaded' } })
  t.strictSame(await counts('overloaded'), { requests: 1, timed: 1, errors: 1, refused: 0 })
})

t.test('503 overloaded, turned away: a refusal, and no request', async (t) => {
  const { app, ask, counts } = await counting(t)
  app.compressor.planners = async () => {
    throw problem('overloaded', 'Too many sessions wait to be compressed')
  }
  t.match(await ask(), { status: 503, body: { error: 'overloaded' } })
  t.strictSame(await counts('overloaded'), { requests: 0, timed: 0, errors: 0, refused: 1 })
})
