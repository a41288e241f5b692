/** Every series is there from the start, at 0, and each method moves its own. */
import t from 'tap'
import { problem } from '../../../problems.ts'
import { testApp } from '../../helper.ts'

const sampleOf = (text: string, series: string): number | undefined => {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

const strategies = [
  'unchanged',
  'core_only',
  'core_plus_accessory',
  'core_plus_superset',
  'core_plus_block',
  'core_plus_block_and_superset',
]

const name = (rest: string): string => `planning_engine_${rest}`

t.test('all series of the feature start at 0, and count', async (t) => {
  const app = await testApp(t)
  const scrape = async () => (await app.inject('/metrics')).body
  const before = await scrape()
  const initial = [
    ...['success', 'client_error', 'error'].map((status) => `time_crunch_requests_total{status="${status}"}`),
    ...['internal_error', 'overloaded', 'not_ready'].map(
      (code) => `time_crunch_errors_total{code="${code}"}`,
    ),
    ...['flag_off', 'unauthorized', 'rate_limited', 'overloaded'].map(
      (reason) => `time_crunch_refused_total{reason="${reason}"}`,
    ),
    ...['unchanged', 'compressed', 'unmet'].flatMap((outcome) =>
      strategies.map((strategy) => `time_crunch_outcomes_total{outcome="${outcome}",strategy="${strategy}"}`),
    ),
    ...Array.from({ length: 11 }, (_, index) => `amendment_violations_total{article="A${index + 1}"}`),
    ...['preview', 'plan', 'solution'].flatMap((cache) =>
      ['hit', 'miss'].map((result) => `cache_requests_total{cache="${cache}",result="${result}"}`),
    ),
    'time_crunch_solver_unproven_total',
    'time_crunch_duration_seconds_count',
    'time_crunch_compression_ratio_count',
    'time_crunch_solver_seconds_count',
    ...['5m', '1h', '24h'].map((window) => `time_crunch_active_users{window="${window}"}`),
    'database_pool_pending',
  ]
  for (const series of initial) t.equal(sampleOf(before, name(series)), 0, series)
  for (const series of ['flag_client_up', 'database_up']) t.equal(sampleOf(before, name(series)), 1, series)
  t.ok(Number(sampleOf(before, name('database_pool_max'))) > 0)
  for (const state of ['used', 'free']) {
    t.type(sampleOf(before, name(`database_pool_connections{state="${state}"}`)), 'number', state)
  }
  for (const bound of ['0.001', '5', '10', '30', '60']) {
    t.equal(sampleOf(before, name(`time_crunch_duration_seconds_bucket{le="${bound}"}`)), 0, `bound ${bound}`)
  }

  const metrics = app.timeCrunchMetrics
  metrics.admitted('success', 5)
  metrics.failed(new Error('not foreseen'))
  metrics.failed(problem('plan_not_found', 'the fault of the caller'))
  metrics.failed(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))
  metrics.refused('flag_off')
  metrics.session('compressed', 'core_only', 0.5)
  metrics.solver(0.02, true)
  metrics.solver(0.1, false)
  metrics.amendmentViolation('A4')
  metrics.cache('plan', true)
  const after = await scrape()
  const moved: [string, number][] = [
    ['time_crunch_requests_total{status="success"}', 1],
    ['time_crunch_requests_total{status="error"}', 0],
    ['time_crunch_duration_seconds_bucket{le="2.5"}', 0],
    ['time_crunch_duration_seconds_bucket{le="5"}', 1],
    ['time_crunch_errors_total{code="internal_error"}', 1],
    ['time_crunch_errors_total{code="not_ready"}', 1],
    ['time_crunch_errors_total{code="overloaded"}', 0],
    ['time_crunch_refused_total{reason="flag_off"}', 1],
    ['time_crunch_outcomes_total{outcome="compressed",strategy="core_only"}', 1],
    ['time_crunch_compression_ratio_bucket{le="0.5"}', 1],
    ['time_crunch_solver_seconds_count', 2],
    ['time_crunch_solver_unproven_total', 1],
    ['amendment_violations_total{article="A4"}', 1],
    ['amendment_violations_total{article="A3"}', 0],
    ['cache_requests_total{cache="plan",result="hit"}', 1],
  ]
  for (const [series, value] of moved) t.equal(sampleOf(after, name(series)), value, series)
})

t.test('429 on a time-crunch path counts as a refusal, on another path not', async (t) => {
  const app = await testApp(t, { config: { rateLimitMax: 1 } })
  const refusals = async () =>
    sampleOf((await app.inject('/metrics')).body, name('time_crunch_refused_total{reason="rate_limited"}'))
  await app.inject('/api/v1/plans')
  t.equal((await app.inject('/api/v1/plans')).statusCode, 429)
  t.equal((await app.inject('/api/v1/time-crunching')).statusCode, 429)
  t.equal(await refusals(), 0)
  t.equal((await app.inject({ method: 'POST', url: '/api/v1/time-crunch/preview?a=1' })).statusCode, 429)
  t.equal(await refusals(), 1)
})
