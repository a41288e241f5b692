/** The dashboard holds together: queries that parse, panels that do not overlap, and everything that was asked for. */
import type { Panel, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard'
import t from 'tap'
import { dashboard } from '../../monitoring/dashboard/dashboard.ts'
import { dashboardQueries, selectorsOf } from './promql.ts'

const all = (dashboard.panels ?? []) as (Panel | RowPanel)[]
const panels = all.filter((panel): panel is Panel => panel.type !== 'row')

t.test('every panel has a title, a description, queries, and the datasource that is chosen', async (t) => {
  t.ok(panels.length > 20)
  for (const { title, description, targets, datasource } of panels) {
    t.match({ title, description }, { title: /\w/, description: /\w.*\.$/ }, title ?? 'a title')
    t.equal(datasource?.uid, '$datasource')
    t.ok(targets?.length)
    for (const target of targets ?? [])
      t.match(target, { datasource: { uid: '$datasource' }, refId: /^[A-Z]$/ })
  }
})

t.test('every query parses', async (t) => {
  for (const query of dashboardQueries) {
    t.notMatch(query, /\$/, 'no variable but those at the top')
    t.ok(selectorsOf(query).length > 0, query)
  }
})

t.test('ids and titles are unique', async (t) => {
  for (const values of [all.map(({ id }) => String(id)), all.map(({ title }) => String(title))]) {
    t.notOk(values.includes('undefined'))
    t.strictSame([...new Set(values)], values)
  }
})

t.test('no panel lies on another or sticks out', async (t) => {
  const taken = new Map<string, string>()
  for (const { title = '', gridPos } of all) {
    const { x, y, w, h } = gridPos ?? { x: 0, y: 0, w: 0, h: 0 }
    t.ok(w > 0 && h > 0 && x + w <= 24, title)
    for (let column = x; column < x + w; column += 1) {
      for (let line = y; line < y + h; line += 1) {
        const cell = `${column} ${line}`
        if (taken.has(cell)) t.fail(`${title} lies on ${taken.get(cell)}`)
        taken.set(cell, title)
      }
    }
  }
})

t.test('what was asked for is shown', async (t) => {
  const metrics = new Set(dashboardQueries.flatMap(selectorsOf).map(({ metric }) => metric))
  const wanted = [
    'planning_engine_time_crunch_requests_total',
    'planning_engine_time_crunch_errors_total',
    'planning_engine_time_crunch_duration_seconds_bucket',
    'planning_engine_time_crunch_refused_total',
    'planning_engine_time_crunch_outcomes_total',
    'planning_engine_time_crunch_compression_ratio_bucket',
    'planning_engine_time_crunch_solver_seconds_bucket',
    'planning_engine_time_crunch_solver_unproven_total',
    'planning_engine_amendment_violations_total',
    'planning_engine_cache_requests_total',
    'planning_engine_time_crunch_active_users',
    'planning_engine_flag_client_up',
    'planning_engine_database_up',
    'planning_engine_database_pool_connections',
    'planning_engine_database_pool_pending',
    'planning_engine:rollout_gate:promote',
    'planning_engine:rollout_gate:rollback',
    'container_cpu_usage_seconds_total',
  ]
  for (const metric of wanted) t.ok(metrics.has(metric), metric)
})

t.test('variables and annotations', async (t) => {
  t.strictSame(
    dashboard.templating?.list?.map(({ name }) => name),
    ['datasource', 'namespace', 'instance'],
  )
  t.match(dashboard.annotations?.list?.[0], {
    name: 'Rollout steps',
    target: { type: 'tags', tags: ['planning-engine', 'rollout'] },
  })
})
