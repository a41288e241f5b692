/** The gates of a ratio at both of their lines, between them, and without a verdict: as series, and as alerts. */
import { type Ringing, type RuleCase, silent } from '../rule-case.ts'
import { says, saysNothing } from './verdicts.ts'

const labels = { namespace: 'production' }
const enough = { 'planning_engine:time_crunch_requests:increase5m{namespace="production"}': '20x20' }
const tooFew = { 'planning_engine:time_crunch_requests:increase5m{namespace="production"}': '19x20' }

interface Gate {
  readonly gate: string
  readonly record: string
  readonly alert: string
  /** Just good enough, just not, the last value that is no reason to go back, just bad enough: value and how it reads. */
  readonly good: number
  readonly line: readonly [number, string]
  readonly between: readonly [number, string]
  readonly bad: readonly [number, string]
  readonly describes: (value: string, line: 'promote' | 'rollback') => string
  readonly ofRequests: boolean
}

const gates: readonly Gate[] = [
  {
    gate: 'success_rate',
    record: 'planning_engine:time_crunch_success:ratio_rate5m',
    alert: 'TimeCrunchSuccessRate',
    good: 0.951,
    line: [0.95, '95%'],
    between: [0.9, '90%'],
    bad: [0.899, '89.9%'],
    describes: (value, line) =>
      `${value} of the admitted requests of 5 minutes succeeded; ${line === 'promote' ? 'promotion needs more than 95 %' : 'under 90 % the feature is rolled back'}.`,
    ofRequests: true,
  },
  {
    gate: 'p95',
    record: 'planning_engine:time_crunch_duration_seconds:p95_rate5m',
    alert: 'TimeCrunchLatency',
    good: 4.99,
    line: [5, '5'],
    between: [10, '10'],
    bad: [10.1, '10.1'],
    describes: (value, line) =>
      `The slowest twentieth of the admitted requests took ${value} s or more; ${line === 'promote' ? 'promotion needs a p95 under 5 s' : 'over 10 s the feature is rolled back'}.`,
    ofRequests: true,
  },
  {
    gate: 'error_rate',
    record: 'planning_engine:time_crunch_errors:ratio_rate5m',
    alert: 'TimeCrunchErrorRate',
    good: 0.0099,
    line: [0.01, '1%'],
    between: [0.05, '5%'],
    bad: [0.051, '5.1%'],
    describes: (value, line) =>
      `${value} of the admitted requests of 5 minutes failed on our side; ${line === 'promote' ? 'promotion needs less than 1 %' : 'over 5 % the feature is rolled back'}.`,
    ofRequests: true,
  },
  {
    gate: 'cpu',
    record: 'planning_engine:cpu_of_limit:ratio_rate5m',
    alert: 'PlanningEngineCpu',
    good: 0.699,
    line: [0.7, '70%'],
    between: [0.9, '90%'],
    bad: [0.901, '90.1%'],
    describes: (value, line) =>
      `The busiest pod uses ${value} of its CPU limit; ${line === 'promote' ? 'promotion needs less than 70 %' : 'over 90 % the feature is rolled back'}.`,
    ofRequests: false,
  },
  {
    gate: 'memory',
    record: 'planning_engine:memory_of_limit:ratio',
    alert: 'PlanningEngineMemory',
    good: 0.799,
    line: [0.8, '80%'],
    between: [0.95, '95%'],
    bad: [0.951, '95.1%'],
    describes: (value, line) =>
      `The fullest pod holds ${value} of its memory limit; ${line === 'promote' ? 'promotion needs less than 80 %' : 'over 95 % the feature is rolled back'}.`,
    ofRequests: false,
  },
]

const casesOf = ({ gate, record, alert, describes, ofRequests, ...values }: Gate): RuleCase[] => {
  const series = (value: number | string): Record<string, string> => ({
    ...(ofRequests && enough),
    [`${record}{namespace="production"}`]: typeof value === 'number' ? `${value}x20` : value,
  })
  const rings = (reads: string, line: 'promote' | 'rollback'): Ringing[] => [
    { labels, description: describes(reads, line) },
  ]
  const [hold, back] = [`${alert}Hold`, `${alert}Rollback`]
  const noAlert = [silent(hold, '10m'), silent(back, '10m')]
  return [
    {
      title: `${gate}: good enough to promote`,
      series: series(values.good),
      expects: [...says(gate, 1, 0), ...noAlert],
    },
    ...[values.line, values.between].map(([value, reads]) => ({
      title: `${gate}: at ${value} it holds`,
      series: series(value),
      expects: [
        ...says(gate, 0, 0),
        silent(hold, '4m'),
        { at: '5m', alert: hold, rings: rings(reads, 'promote') },
        silent(back, '10m'),
      ],
    })),
    {
      title: `${gate}: at ${values.bad[0]} for two readings it goes back`,
      series: series(values.bad[0]),
      expects: [
        ...says(gate, 0, 1),
        silent(back, '0m'),
        { at: '1m', alert: back, rings: rings(values.bad[1], 'rollback') },
        { at: '10m', alert: hold, rings: rings(values.bad[1], 'promote') },
      ],
    },
    {
      title: `${gate}: one bad reading is none`,
      series: {
        ...(ofRequests && enough),
        [`${record}{namespace="production"}`]: `${values.good} ${values.bad[0]} ${values.good} ${values.bad[0]} ${values.good}`,
      },
      expects: ['1m', '2m', '3m', '4m'].map((at) => silent(back, at)),
    },
    {
      title: `${gate}: NaN promotes nothing and rolls nothing back`,
      series: series('NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN'),
      expects: [...says(gate, 0, 0), ...noAlert],
    },
    { title: `${gate}: no data, no verdict`, series: {}, expects: [...saysNothing(gate), ...noAlert] },
    ...(ofRequests
      ? [
          {
            title: `${gate}: too few requests, no verdict`,
            series: { ...series(values.bad[0]), ...tooFew },
            expects: [...saysNothing(gate), ...noAlert],
          },
        ]
      : []),
  ]
}

export const ratioGateCases: readonly RuleCase[] = [
  ...gates.flatMap(casesOf),
  {
    title: 'the whole way: of a hundred requests a minute twelve do not succeed, and the rollout goes back',
    series: {
      'planning_engine_time_crunch_requests_total{namespace="production",status="success"}': '0+88x20',
      'planning_engine_time_crunch_requests_total{namespace="production",status="client_error"}': '0+12x20',
    },
    expects: [
      ...says('success_rate', 0, 1),
      {
        at: '10m',
        alert: 'TimeCrunchSuccessRateRollback',
        rings: [
          {
            labels,
            description:
              '88% of the admitted requests of 5 minutes succeeded; under 90 % the feature is rolled back.',
          },
        ],
      },
      silent('TimeCrunchErrorRateHold', '10m'),
    ],
  },
]
