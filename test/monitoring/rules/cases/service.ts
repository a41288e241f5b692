/** Whether the service is there, and what it leans on. */
import { isAlert } from '../../../../monitoring/rules/rule.ts'
import { groups } from '../../../../monitoring/rules/rules.ts'
import { type RuleCase, silent } from '../rule-case.ts'

const labels = { namespace: 'production' }
const of = (metric: string, pod = 'a', more = ''): string =>
  `planning_engine_${metric}{namespace="production",pod="${pod}"${more}}`
const requests = of('time_crunch_requests_total', 'a', ',status="success"')
const shed = of('time_crunch_refused_total', 'a', ',reason="overloaded"')

const otherAlerts = new Set(
  groups
    .flatMap(({ rules }) => rules)
    .filter(isAlert)
    .map(({ alert }) => alert)
    .filter((alert) => alert !== 'PlanningEngineNoData'),
)

export const serviceCases: readonly RuleCase[] = [
  {
    title: 'where there is nothing at all, that is the only thing that rings',
    series: {},
    expects: [
      { at: '4h', alert: 'PlanningEngineNoData', rings: [{}] },
      ...[...otherAlerts].map((alert) => silent(alert, '4h')),
    ],
  },
  {
    title: 'no data rings; no requests do not',
    series: { [requests]: '0x10 stale' },
    expects: [
      silent('PlanningEngineNoData', '10m'),
      silent('PlanningEngineNoData', '14m'),
      { at: '20m', alert: 'PlanningEngineNoData', rings: [{}] },
    ],
  },
  {
    title: 'a target that does not answer rings, one of another job does not',
    series: {
      'up{job="shop/planning-engine",instance="10.0.0.1:9464"}': '1x5 0x20',
      'up{job="shop/planning-engine",instance="10.0.0.2:9464"}': '1x25',
      'up{job="other",instance="10.0.0.3:80"}': '0x25',
    },
    expects: [
      silent('PlanningEngineTargetDown', '8m'),
      {
        at: '15m',
        alert: 'PlanningEngineTargetDown',
        rings: [
          {
            labels: { job: 'shop/planning-engine', instance: '10.0.0.1:9464' },
            summary: 'Planning Engine: 10.0.0.1:9464 does not answer scrapes',
            description: 'Prometheus has not reached 10.0.0.1:9464 for 5 minutes; the others serve on.',
          },
        ],
      },
    ],
  },
  {
    title: 'the database away for a moment, then for longer, for one of two',
    series: { [of('database_up')]: '1 0 1 1 1 0x20', [of('database_up', 'b')]: '1x25' },
    expects: [
      ...['1m', '2m', '5m'].map((at) => silent('PlanningEngineDatabaseDown', at)),
      {
        at: '7m',
        alert: 'PlanningEngineDatabaseDown',
        rings: [
          {
            labels,
            description: 'Instances that do not reach the database: 1; they take themselves out of service.',
          },
        ],
      },
    ],
  },
  {
    title: 'a queue for connections that stands rings, one that comes and goes does not',
    series: {
      [of('database_pool_pending')]: '4 0 7 0 9 0 2 0 3x20',
      [of('database_pool_pending', 'b')]: '0x30',
    },
    expects: [
      silent('PlanningEngineDatabasePoolExhausted', '8m'),
      {
        at: '14m',
        alert: 'PlanningEngineDatabasePoolExhausted',
        rings: [{ labels, description: 'Requests that wait: 3; at every look for 5 minutes somebody did.' }],
      },
    ],
  },
  {
    title: 'the flag source away for two pods of three',
    series: {
      [of('flag_client_up')]: '1x5 0x20',
      [of('flag_client_up', 'b')]: '1x5 0x20',
      [of('flag_client_up', 'c')]: '1x25',
    },
    expects: [
      silent('PlanningEngineFlagClientDown', '5m'),
      silent('PlanningEngineFlagClientDown', '9m'),
      {
        at: '12m',
        alert: 'PlanningEngineFlagClientDown',
        rings: [
          {
            labels,
            description:
              'Instances that go by the last known flag values: 2. Switching the flag off does not reach them: only the kill switch does.',
          },
        ],
      },
    ],
  },
  {
    title: 'five in a hundred turned away',
    series: { [requests]: '0+95x20', [shed]: '0+5x20' },
    expects: [
      silent('PlanningEngineShedding', '5m'),
      {
        at: '10m',
        alert: 'PlanningEngineShedding',
        rings: [{ labels, description: '5% of the requests got 503 overloaded.' }],
      },
    ],
  },
  {
    title: 'one in two hundred turned away, many refused by the flag: silent',
    series: {
      [requests]: '0+199x20',
      [shed]: '0+1x20',
      [of('time_crunch_refused_total', 'a', ',reason="flag_off"')]: '0+1800x20',
    },
    expects: [silent('PlanningEngineShedding', '15m')],
  },
]
