/** The launch document's queries made right: each beside what the document's own would have said. */
import type { RuleCase } from '../rule-case.ts'

const requests = (status: string, labels = 'namespace="production",pod="a"'): string =>
  `planning_engine_time_crunch_requests_total{${labels},status="${status}"}`
const errors = 'planning_engine_time_crunch_errors_total{namespace="production",code="internal_error"}'
const bucket = (bound: string, pod = 'a'): string =>
  `planning_engine_time_crunch_duration_seconds_bucket{namespace="production",pod="${pod}",le="${bound}"}`

const success = 'planning_engine:time_crunch_success:ratio_rate5m'
const errorRatio = 'planning_engine:time_crunch_errors:ratio_rate5m'
const p95 = 'planning_engine:time_crunch_duration_seconds:p95_rate5m'
const production = '{namespace="production"}'

export const timeCrunchCases: readonly RuleCase[] = [
  {
    title: 'half of the requests fail: the document’s ratio says 1, ours 0.5',
    series: {
      [requests('success')]: '0+5x20',
      [requests('error')]: '0+5x20',
      [requests('client_error')]: '0x20',
    },
    expects: [
      {
        at: '10m',
        expr: 'rate(planning_engine_time_crunch_requests_total{status="success"}[5m]) / rate(planning_engine_time_crunch_requests_total[5m])',
        is: { '{namespace="production",pod="a",status="success"}': 1 },
      },
      { at: '10m', expr: success, is: { [production]: 0.5 } },
    ],
  },
  {
    title:
      'every request fails: 0, where the document’s ratio divides nothing by nothing and is still no alarm',
    series: { [requests('success')]: '7x20', [requests('error')]: '0+5x20' },
    expects: [
      {
        at: '10m',
        expr: '(rate(planning_engine_time_crunch_requests_total{status="success"}[5m]) / rate(planning_engine_time_crunch_requests_total[5m])) < 0.9',
        is: {},
      },
      { at: '10m', expr: success, is: { [production]: 0 } },
    ],
  },
  {
    title: 'a mistake of the caller is no success, and no error of ours',
    series: {
      [requests('success')]: '0+9x20',
      [requests('client_error')]: '0+1x20',
      [requests('error')]: '0x20',
      [errors]: '0x20',
    },
    expects: [
      { at: '10m', expr: success, is: { [production]: 0.9 } },
      { at: '10m', expr: errorRatio, is: { [production]: 0 } },
    ],
  },
  {
    title: 'pods are added up, namespaces are not',
    series: {
      [requests('success')]: '0+10x20',
      [requests('success', 'namespace="production",pod="b"')]: '0+10x20',
      [requests('error', 'namespace="production",pod="b"')]: '0+20x20',
      [requests('success', 'namespace="staging",pod="a"')]: '0+3x20',
    },
    expects: [
      {
        at: '10m',
        expr: success,
        is: { [production]: 0.5, '{namespace="staging"}': 1 },
      },
      {
        at: '10m',
        expr: 'planning_engine:time_crunch_requests:rate5m * 60',
        is: { [production]: 40, '{namespace="staging"}': 3 },
      },
      {
        at: '10m',
        expr: 'planning_engine:time_crunch_requests:increase5m',
        is: {
          [production]: 200,
          '{namespace="staging"}': 15,
        },
      },
    ],
  },
  {
    title: 'a Prometheus that gives no namespace gets plain sums',
    series: {
      'planning_engine_time_crunch_requests_total{status="success"}': '0+5x20',
      'planning_engine_time_crunch_requests_total{status="error"}': '0+5x20',
      'planning_engine_time_crunch_errors_total{code="not_ready"}': '0+5x20',
    },
    expects: [
      { at: '10m', expr: success, is: { '{}': 0.5 } },
      { at: '10m', expr: errorRatio, is: { '{}': 0.5 } },
    ],
  },
  {
    title: 'no data: no value, not 0 and not 1',
    series: {},
    expects: [
      ...[success, errorRatio, p95].map((expr) => ({ at: '10m', expr, is: {} })),
      { at: '10m', expr: 'planning_engine:time_crunch_requests:rate5m', is: {} },
      { at: '10m', expr: 'planning_engine:time_crunch_requests:increase5m', is: {} },
      { at: '10m', expr: 'planning_engine:time_crunch_active_users:max', is: {} },
      { at: '10m', expr: 'planning_engine:amendment_violations:max1h', is: {} },
    ],
  },
  {
    title: 'no requests: a value that compares with nothing',
    series: {
      [requests('success')]: '100x20',
      [requests('error')]: '0x20',
      [errors]: '0x20',
      [bucket('5')]: '100x20',
      [bucket('+Inf')]: '100x20',
    },
    expects: [success, errorRatio, p95].flatMap((expr) => [
      { at: '10m', expr: `count(${expr})`, is: { '{}': 1 } },
      { at: '10m', expr: `${expr} >= 0 or ${expr} < 0`, is: {} },
    ]),
  },
  {
    title: 'errors without counted requests are no ratio',
    series: { [errors]: '0+5x20' },
    expects: [{ at: '10m', expr: errorRatio, is: {} }],
  },
  {
    title: 'errors that were never counted are none',
    series: { [requests('success')]: '0+5x20' },
    expects: [{ at: '10m', expr: errorRatio, is: { [production]: 0 } }],
  },
  {
    title: 'errors through requests, over all codes',
    series: {
      [requests('success')]: '0+9x20',
      [requests('error')]: '0+1x20',
      [errors]: '0+0.5x20',
      [errors.replace('internal_error', 'overloaded')]: '0+0.5x20',
    },
    expects: [{ at: '10m', expr: errorRatio, is: { [production]: 0.1 } }],
  },
  {
    title: 'quantiles of all pods together: one slow pod of two is half of the requests',
    series: {
      [bucket('0.1', 'a')]: '0+10x20',
      [bucket('5', 'a')]: '0+10x20',
      [bucket('10', 'a')]: '0+10x20',
      [bucket('+Inf', 'a')]: '0+10x20',
      [bucket('0.1', 'b')]: '0x20',
      [bucket('5', 'b')]: '0x20',
      [bucket('10', 'b')]: '0+10x20',
      [bucket('+Inf', 'b')]: '0+10x20',
    },
    expects: [
      { at: '10m', expr: `${p95}`, is: { [production]: 9.5 } },
      {
        at: '10m',
        expr: 'planning_engine:time_crunch_duration_seconds:p50_rate5m',
        is: { [production]: 0.1 },
      },
      {
        at: '10m',
        expr: 'planning_engine:time_crunch_duration_seconds:p99_rate5m',
        is: { [production]: 9.9 },
      },
      {
        // The document's query has one p95 a pod, and none for the service.
        at: '10m',
        expr: 'count(histogram_quantile(0.95, rate(planning_engine_time_crunch_duration_seconds_bucket[5m])))',
        is: { '{}': 2 },
      },
    ],
  },
  {
    title: 'a quantile is clamped to the highest finite bound: 60 stands for 60 s or more',
    series: { [bucket('30')]: '0x20', [bucket('60')]: '0x20', [bucket('+Inf')]: '0+10x20' },
    expects: [
      { at: '10m', expr: p95, is: { [production]: 60 } },
      { at: '10m', expr: `${p95} > 10`, is: { [production]: 60 } },
    ],
  },
  {
    title: 'active users: every pod reports all of them, so the most, not the sum',
    series: {
      'planning_engine_time_crunch_active_users{namespace="production",pod="a",window="1h"}': '40x20',
      'planning_engine_time_crunch_active_users{namespace="production",pod="b",window="1h"}': '41x20',
    },
    expects: [
      {
        at: '10m',
        expr: 'planning_engine:time_crunch_active_users:max',
        is: { '{namespace="production",window="1h"}': 41 },
      },
    ],
  },
  {
    title: 'a violation stays for an hour after its pod is gone, then it is no longer counted',
    series: {
      'planning_engine_amendment_violations_total{namespace="production",pod="a",article="A4"}':
        '0 0 1 1 stale',
      'planning_engine_amendment_violations_total{namespace="production",pod="b",article="A4"}': '0x120',
    },
    expects: [
      ...(
        [
          ['1m', 0],
          ['2m', 1],
          ['60m', 1],
          ['70m', 0],
        ] as const
      ).map(([at, value]) => ({
        at,
        expr: 'planning_engine:amendment_violations:max1h',
        is: { '{namespace="production",article="A4"}': value },
      })),
    ],
  },
]
