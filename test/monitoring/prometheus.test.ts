/**
 * End to end: a real Prometheus scrapes the running service and evaluates the rules that the chart carries, through good
 * requests, faults of ours, and an answer that breaks an article.
 */
import t from 'tap'
import { clusterMetrics } from './cluster-metrics.ts'
import { crunchingService } from './crunching-service.ts'
import { dashboardQueries, selectorsOf } from './promql.ts'
import { eventually, runningPrometheus, type Sample } from './running-prometheus.ts'

const success = 'planning_engine:time_crunch_success:ratio_rate5m'
const errors = 'planning_engine:time_crunch_errors:ratio_rate5m'
const violations = 'sum(planning_engine:amendment_violations:max1h)'

const firstValue = ([sample]: Sample[]): number | undefined => sample?.value

/** About the pods that are not there in this test, and what is recorded from them. */
const needsCluster = (query: string): boolean =>
  selectorsOf(query).some(
    ({ metric }) =>
      (clusterMetrics.has(metric) && metric !== 'up') ||
      /^planning_engine:(cpu|memory|restarts|pods|crash)/.test(metric),
  )

t.test('Prometheus, the rules, and the running service', async (t) => {
  const service = await crunchingService(t)
  const prometheus = await runningPrometheus(t, service.scrapeAddress)
  const valueWhen = (expr: string, isEnough: (value: number | undefined) => boolean) =>
    eventually(async () => firstValue(await prometheus.query(expr)), isEnough)

  t.equal(await valueWhen('up', (value) => value === 1), 1, 'it scrapes')
  t.strictSame(
    await eventually(prometheus.ruleFaults, (faults) => faults.length === 0),
    [],
    'it evaluates every rule',
  )

  t.test('before any request: neither success nor failure', async (t) => {
    const value = await valueWhen(success, (found) => found !== undefined)
    t.ok(Number.isNaN(value), 'the ratio is NaN')
    t.strictSame(await prometheus.query(`${success} >= 0`), [])
    t.equal(firstValue(await prometheus.query(violations)), 0)
  })

  t.test('good requests: success is 1, and there are gates to pass', async (t) => {
    for (let count = 0; count < 30; count += 1) t.equal(await service.preview(15 + count), 200)
    t.equal(await valueWhen(success, (value) => value === 1), 1)
    t.equal(firstValue(await prometheus.query(errors)), 0)
    t.equal(firstValue(await prometheus.query(violations)), 0)
    const promotes = 'planning_engine:rollout_gate:promote{gate="success_rate"}'
    t.equal(await valueWhen(promotes, (value) => value === 1), 1)
    const p95 = firstValue(await prometheus.query('planning_engine:time_crunch_duration_seconds:p95_rate5m'))
    t.ok(p95 !== undefined && p95 > 0 && p95 < 5, `p95 ${p95}`)
    await service.app.activeUsers.refresh()
    t.equal(
      await valueWhen('planning_engine:time_crunch_active_users:max{window="5m"}', (value) => value === 1),
      1,
    )
  })

  t.test('requests that the flag or a token refuses change nothing', async (t) => {
    const refused = 'sum(planning_engine_time_crunch_refused_total{reason="unauthorized"})'
    for (let count = 0; count < 5; count += 1) t.equal(await service.previewOfNobody(), 401)
    t.equal(await valueWhen(refused, (value) => value === 5), 5)
    t.equal(firstValue(await prometheus.query(success)), 1)
  })

  t.test('what is not there is no success, and no error of ours', async (t) => {
    for (let count = 0; count < 5; count += 1) t.equal(await service.previewOfNothing(), 404)
    const value = await valueWhen(success, (found) => found !== undefined && found < 1)
    t.ok(value !== undefined && value < 1 && value > 0.7, `success ${value}`)
    t.equal(firstValue(await prometheus.query(errors)), 0)
  })

  t.test('every query of the dashboard has an answer', async (t) => {
    const unanswered: string[] = []
    for (const query of dashboardQueries.filter((each) => !needsCluster(each))) {
      // A mark for a new version is there only when one appears.
      if (query.includes(' unless ')) continue
      const answer = await eventually(
        () => prometheus.query(query),
        (found) => found.length > 0,
        3_000,
      )
      if (answer.length === 0) unanswered.push(query)
    }
    t.strictSame(unanswered, [])
  })

  t.test('faults of ours: success falls, errors rise, the gate says to go back', async (t) => {
    const { knex } = service.app.database
    await knex.schema.renameTable('plans', 'elsewhere')
    for (let count = 0; count < 40; count += 1) t.equal(await service.preview(), 500)
    await knex.schema.renameTable('elsewhere', 'plans')
    const value = await valueWhen(success, (found) => found !== undefined && found < 0.6)
    t.ok(value !== undefined && value < 0.6 && value > 0.1, `success ${value}`)
    const failed = await valueWhen(errors, (found) => found !== undefined && found > 0.05)
    t.ok(failed !== undefined && failed > 0.05, `errors ${failed}`)
    for (const gate of ['success_rate', 'error_rate']) {
      const rollsBack = `planning_engine:rollout_gate:rollback{gate="${gate}"}`
      t.equal(await valueWhen(rollsBack, (found) => found === 1), 1, gate)
    }
    t.equal(firstValue(await prometheus.query(violations)), 0)
    t.notOk((await prometheus.ringing()).includes('AmendmentViolation'))
  })

  t.test('an answer that breaks an article: counted, withheld, and the alert rings at once', async (t) => {
    const { compressor } = service.app
    const { eachAnswer } = compressor
    compressor.eachAnswer = (planners, targetMinutes, visit) =>
      eachAnswer.call(compressor, planners, targetMinutes, (audited) =>
        visit({
          ...audited,
          violations: [{ article: 'A1', exerciseId: 'squat', message: 'Squat was dropped' }],
        }),
      )
    t.equal(await service.preview(171), 500)
    t.equal(await valueWhen(violations, (found) => found === 1), 1)
    const ringing = await eventually(prometheus.ringing, (names) => names.includes('AmendmentViolation'))
    t.ok(ringing.includes('AmendmentViolation'), 'it rings')
  })

  t.test('the service gone: no value, and a target that is down', async (t) => {
    await service.app.close()
    t.equal(await valueWhen('up', (value) => value === 0), 0)
    t.strictSame(await prometheus.query('planning_engine_time_crunch_requests_total'), [])
  })
})
