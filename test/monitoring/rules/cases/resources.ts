/** CPU and memory through the limits, restarts, readiness and crash loops, as the cluster reports them. */
import type { RuleCase } from '../rule-case.ts'

const inPod = (pod: string, container = 'planning-engine'): string =>
  `namespace="production",pod="${pod}",container="${container}"`
const limit = (pod: string, resource: string): string =>
  `kube_pod_container_resource_limits{${inPod(pod)},resource="${resource}"}`
const cpu = 'planning_engine:cpu_of_limit:ratio_rate5m'
const memory = 'planning_engine:memory_of_limit:ratio'
const restarts = 'planning_engine:restarts:increase1h'
const notReady = 'planning_engine:pods_not_ready:sum'
const crashLoops = 'planning_engine:crash_loops:sum'
const production = '{namespace="production"}'

export const resourceCases: readonly RuleCase[] = [
  {
    title: 'the worst pod counts, through its own limit; other containers do not',
    series: {
      [`container_cpu_usage_seconds_total{${inPod('a')}}`]: '0+12x20',
      [`container_cpu_usage_seconds_total{${inPod('b')}}`]: '0+54x20',
      [`container_cpu_usage_seconds_total{${inPod('b', 'sidecar')}}`]: '0+600x20',
      [`container_memory_working_set_bytes{${inPod('a')}}`]: '400x20',
      [`container_memory_working_set_bytes{${inPod('b')}}`]: '600x20',
      [`container_memory_working_set_bytes{${inPod('b', 'sidecar')}}`]: '5000x20',
      [limit('a', 'cpu')]: '0.5x20',
      [limit('b', 'cpu')]: '1x20',
      [limit('a', 'memory')]: '500x20',
      [limit('b', 'memory')]: '1000x20',
    },
    expects: [
      { at: '10m', expr: cpu, is: { [production]: 0.9 } },
      { at: '10m', expr: memory, is: { [production]: 0.8 } },
    ],
  },
  {
    title: 'without limits, and without pods, nothing is known',
    series: { [`container_cpu_usage_seconds_total{${inPod('a')}}`]: '0+12x20' },
    expects: [cpu, memory, restarts, notReady, crashLoops].map((expr) => ({ at: '10m', expr, is: {} })),
  },
  {
    title: 'restarts and pods that are not ready',
    series: {
      [`kube_pod_container_status_restarts_total{${inPod('a')}}`]: '3x60 4x60',
      [`kube_pod_container_status_restarts_total{${inPod('b')}}`]: '0x120',
      [`kube_pod_container_status_ready{${inPod('a')}}`]: '1x60 0x60',
      [`kube_pod_container_status_ready{${inPod('b')}}`]: '1x120',
    },
    expects: [
      { at: '60m', expr: restarts, is: { [production]: 0 } },
      { at: '60m', expr: notReady, is: { [production]: 0 } },
      { at: '100m', expr: `round(${restarts})`, is: { [production]: 1 } },
      { at: '100m', expr: notReady, is: { [production]: 1 } },
    ],
  },
  {
    title: 'a crash loop is seen while the pod runs for a moment; none is 0',
    series: {
      [`kube_pod_container_status_ready{${inPod('a')}}`]: '1x10 0x30',
      [`kube_pod_container_status_waiting_reason{${inPod('a')},reason="CrashLoopBackOff"}`]:
        '_x10 1 1 stale _ _ 1 stale',
      [`kube_pod_container_status_waiting_reason{${inPod('b')},reason="ContainerCreating"}`]: '1x40',
    },
    expects: [
      { at: '9m', expr: crashLoops, is: { [production]: 0 } },
      { at: '14m', expr: crashLoops, is: { [production]: 1 } },
      { at: '30m', expr: crashLoops, is: { [production]: 0 } },
    ],
  },
]
