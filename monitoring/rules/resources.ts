/** What the pods use and how they fare, as the cluster sees it: of cAdvisor and kube-state-metrics. */
import { ofContainer } from '../selectors.ts'
import type { RecordingRule, RuleGroup } from './rule.ts'

/** The worst pod, not the mean: one that is throttled or about to be killed hurts its callers whatever the others do. */
const ofLimit = (record: string, resource: string, used: string): RecordingRule => ({
  record,
  expr:
    `max by (namespace) (sum by (namespace, pod) (${used}) / ` +
    `sum by (namespace, pod) (kube_pod_container_resource_limits{${ofContainer},resource="${resource}"}))`,
})

const ready = `kube_pod_container_status_ready{${ofContainer}}`

export const resources: RuleGroup = {
  name: 'planning-engine.resources',
  rules: [
    ofLimit(
      'planning_engine:cpu_of_limit:ratio_rate5m',
      'cpu',
      `rate(container_cpu_usage_seconds_total{${ofContainer}}[5m])`,
    ),
    ofLimit(
      'planning_engine:memory_of_limit:ratio',
      'memory',
      `container_memory_working_set_bytes{${ofContainer}}`,
    ),
    {
      record: 'planning_engine:restarts:increase1h',
      expr: `sum by (namespace) (increase(kube_pod_container_status_restarts_total{${ofContainer}}[1h]))`,
    },
    { record: 'planning_engine:pods_not_ready:sum', expr: `sum by (namespace) (1 - ${ready})` },
    {
      record: 'planning_engine:crash_loops:sum',
      // A looping pod waits and runs by turns, hence the five minutes. The series is there only while it waits: where
      // pods are known and none waits, that is 0.
      expr:
        `sum by (namespace) (max_over_time(kube_pod_container_status_waiting_reason{${ofContainer},reason="CrashLoopBackOff"}[5m]))` +
        ` or 0 * sum by (namespace) (${ready})`,
    },
  ],
}
