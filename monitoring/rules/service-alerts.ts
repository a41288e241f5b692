/** Whether the service is there, and what it leans on: database, flag source, room to answer. */
import { ofJob } from '../selectors.ts'
import { alert, type RuleGroup } from './rule.ts'

const shed = 'sum by (namespace) (rate(planning_engine_time_crunch_refused_total{reason="overloaded"}[5m]))'

/** Of those who would have been admitted. */
const mostShed = 0.01

export const serviceAlerts: RuleGroup = {
  name: 'planning-engine.service-alerts',
  rules: [
    alert('PlanningEngineNoData', {
      // Zero requests are a value, and fine; no value at all means that nobody watches.
      expr: 'absent(planning_engine_time_crunch_requests_total)',
      for: '5m',
      severity: 'critical',
      summary: 'Planning Engine: no metrics arrive',
      description:
        'Prometheus has had nothing from the service for 5 minutes: it is down, or it is not scraped. Every other alert is blind meanwhile.',
    }),
    alert('PlanningEngineTargetDown', {
      expr: `up{${ofJob}} == 0`,
      for: '5m',
      severity: 'warning',
      summary: 'Planning Engine: {{ $labels.instance }} does not answer scrapes',
      description: 'Prometheus has not reached {{ $labels.instance }} for 5 minutes; the others serve on.',
    }),
    alert('PlanningEngineDatabaseDown', {
      expr: 'count by (namespace) (planning_engine_database_up == 0)',
      for: '1m',
      severity: 'critical',
      summary: 'Planning Engine: the database does not answer',
      description:
        'Instances that do not reach the database: {{ $value }}; they take themselves out of service.',
    }),
    alert('PlanningEngineDatabasePoolExhausted', {
      expr: 'sum by (namespace) (planning_engine_database_pool_pending) > 0',
      for: '5m',
      severity: 'warning',
      summary: 'Planning Engine: requests wait for a database connection',
      description: 'Requests that wait: {{ $value }}; at every look for 5 minutes somebody did.',
    }),
    alert('PlanningEngineFlagClientDown', {
      expr: 'count by (namespace) (planning_engine_flag_client_up == 0)',
      for: '5m',
      severity: 'critical',
      summary: 'Planning Engine: the source of the feature flags does not answer',
      description:
        'Instances that go by the last known flag values: {{ $value }}. Switching the flag off does not reach them: only the kill switch does.',
    }),
    alert('PlanningEngineShedding', {
      expr: `${shed} / (${shed} + sum by (namespace) (rate(planning_engine_time_crunch_requests_total[5m]))) > ${mostShed}`,
      for: '5m',
      severity: 'warning',
      summary: 'Time Crunch: requests are turned away because the service is busy',
      description: '{{ $value | humanizePercentage }} of the requests got 503 overloaded.',
    }),
  ],
}
