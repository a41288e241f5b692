/** The gates of events: violations of the amendment, restarts, readiness, crash loops. */
import { type RuleCase, silent } from '../rule-case.ts'
import { promote, says, saysNothing } from './verdicts.ts'

const labels = { namespace: 'production' }

const violations = (values: string) => ({
  'planning_engine_amendment_violations_total{namespace="production",pod="a",article="A4"}': values,
  'planning_engine_amendment_violations_total{namespace="production",pod="a",article="A5"}': '0x20',
})

const pod = 'namespace="production",pod="a",container="planning-engine"'

export const eventGateCases: readonly RuleCase[] = [
  {
    title: 'amendment: no violation',
    series: violations('0x20'),
    expects: [...says('amendment_violations', 1, 0), silent('AmendmentViolation', '10m')],
  },
  {
    title: 'amendment: the first violation rings at once, for its article',
    series: violations('0 0 0 0 0 1x15'),
    expects: [
      silent('AmendmentViolation', '4m'),
      ...['5m', '6m'].map((at) => ({
        at,
        alert: 'AmendmentViolation',
        rings: [
          {
            labels: { ...labels, article: 'A4' },
            summary: 'Time Crunch: roll back, an answer broke article A4 of the Coach’s Amendment',
            description:
              'Answers of the last hour that broke article A4: 1. They were withheld, none reached an athlete; but there is a fault in the compressor.',
          },
        ],
      })),
      ...says('amendment_violations', 0, 1),
    ],
  },
  {
    title: 'amendment: a counter that is 1 at the first look has not increased, and rings all the same',
    series: {
      'planning_engine_amendment_violations_total{namespace="production",pod="new",article="A1"}': '_x5 1x10',
    },
    expects: [
      { at: '10m', expr: 'increase(planning_engine_amendment_violations_total[10m]) > 0', is: {} },
      {
        at: '10m',
        alert: 'AmendmentViolation',
        rings: [
          {
            labels: { ...labels, article: 'A1' },
            summary: 'Time Crunch: roll back, an answer broke article A1 of the Coach’s Amendment',
            description:
              'Answers of the last hour that broke article A1: 1. They were withheld, none reached an athlete; but there is a fault in the compressor.',
          },
        ],
      },
    ],
  },
  { title: 'amendment: no data, no verdict', series: {}, expects: saysNothing('amendment_violations') },
  {
    title: 'pods stand: promote',
    series: {
      [`kube_pod_container_status_restarts_total{${pod}}`]: '2x20',
      [`kube_pod_container_status_ready{${pod}}`]: '1x20',
    },
    expects: [
      ...says('restarts', 1, 0),
      {
        at: '10m',
        expr: `${promote}{gate="readiness"}`,
        is: { '{gate="readiness",namespace="production"}': 1 },
      },
      silent('PlanningEngineRestarted', '10m'),
      silent('PlanningEngineNotReady', '10m'),
      silent('PlanningEngineCrashLoop', '10m'),
    ],
  },
  {
    title: 'a restart holds for an hour, and is no crash loop',
    series: {
      [`kube_pod_container_status_restarts_total{${pod}}`]: '0x4 1x100',
      [`kube_pod_container_status_ready{${pod}}`]: '1x100',
    },
    expects: [
      ...says('restarts', 0, 0),
      silent('PlanningEngineRestarted', '3m'),
      {
        at: '30m',
        alert: 'PlanningEngineRestarted',
        rings: [
          {
            labels,
            description: 'Restarts within an hour: about 1; promotion needs an hour without any.',
          },
        ],
      },
      silent('PlanningEngineRestarted', '70m'),
      silent('PlanningEngineCrashLoop', '30m'),
    ],
  },
  {
    title: 'a pod that is not ready holds after five minutes, not before',
    series: { [`kube_pod_container_status_ready{${pod}}`]: '0x20' },
    expects: [
      silent('PlanningEngineNotReady', '4m'),
      {
        at: '6m',
        alert: 'PlanningEngineNotReady',
        rings: [{ labels, description: 'Pods not ready for 5 minutes: 1; promotion needs all of them.' }],
      },
      {
        at: '10m',
        expr: `${promote}{gate="readiness"}`,
        is: { '{gate="readiness",namespace="production"}': 0 },
      },
    ],
  },
  {
    title: 'a crash loop goes back',
    series: {
      [`kube_pod_container_status_restarts_total{${pod}}`]: '0+1x20',
      [`kube_pod_container_status_ready{${pod}}`]: '0x20',
      [`kube_pod_container_status_waiting_reason{${pod},reason="CrashLoopBackOff"}`]: '_x3 1x17',
    },
    expects: [
      ...says('restarts', 0, 1),
      silent('PlanningEngineCrashLoop', '2m'),
      {
        at: '6m',
        alert: 'PlanningEngineCrashLoop',
        rings: [{ labels, description: 'Pods in CrashLoopBackOff: 1.' }],
      },
    ],
  },
  {
    title: 'a cluster that is not watched: no verdict',
    series: {},
    expects: [...saysNothing('restarts'), ...saysNothing('readiness')],
  },
]
