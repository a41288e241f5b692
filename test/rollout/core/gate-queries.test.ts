/** The gates' queries are those that the chart's recording rules record. */
import t from 'tap'
import { isAlert } from '../../../monitoring/rules/rule.ts'
import { groups } from '../../../monitoring/rules/rules.ts'
import { gateQueries, promDuration } from '../../../rollout/core/gate-queries.ts'
import { selectorsOf } from '../../monitoring/promql.ts'

const recorded = (name: string): string | undefined => {
  const rules = groups.flatMap(({ rules }) => rules).filter((rule) => !isAlert(rule))
  return rules.find((rule) => 'record' in rule && rule.record === name)?.expr
}

t.test('word for word the recording rules', async (t) => {
  const { gates, requests, activeUsers } = gateQueries({ windowSeconds: 300 })
  t.equal(requests, recorded('planning_engine:time_crunch_requests:increase5m'))
  t.equal(gates.success_rate, recorded('planning_engine:time_crunch_success:ratio_rate5m'))
  t.equal(gates.p95, recorded('planning_engine:time_crunch_duration_seconds:p95_rate5m'))
  t.equal(gates.error_rate, recorded('planning_engine:time_crunch_errors:ratio_rate5m'))
  t.equal(gates.cpu, recorded('planning_engine:cpu_of_limit:ratio_rate5m'))
  t.equal(gates.memory, recorded('planning_engine:memory_of_limit:ratio'))
  t.equal(gates.restarts, recorded('planning_engine:restarts:increase1h'))
  t.equal(gates.crash_loops, recorded('planning_engine:crash_loops:sum'))
  t.equal(gates.readiness, recorded('planning_engine:pods_not_ready:sum'))
  // Recorded for each article and each window; the gate and the report ask for one number.
  t.equal(
    gates.amendment_violations.replace('(namespace)', '(namespace, article)'),
    recorded('planning_engine:amendment_violations:max1h'),
  )
  t.equal(
    activeUsers.replace('(namespace)', '(namespace, window)').replace('{window="1h"}', ''),
    recorded('planning_engine:time_crunch_active_users:max'),
  )
})

t.test('a namespace is asked of every series, and quoted', async (t) => {
  const { gates, requests, activeUsers } = gateQueries({ windowSeconds: 300, namespace: 'a"b' })
  for (const query of [...Object.values(gates), requests, activeUsers]) {
    const selectors = selectorsOf(query)
    t.ok(selectors.length > 0)
    for (const { metric, equal } of selectors) t.equal(equal.namespace, 'a\\"b', metric)
  }
})

t.test('windows are data', async (t) => {
  t.match(gateQueries({ windowSeconds: 15 }).gates.success_rate, '[15s]')
  t.strictSame([15, 60, 90, 300, 3_600, 7_200].map(promDuration), ['15s', '1m', '90s', '5m', '1h', '2h'])
})
