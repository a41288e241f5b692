/**
 * The rollout's gates as series: `planning_engine:rollout_gate:promote` and `…:rollback`, 1 or 0 a gate. A gate without
 * data is absent, one of NaN is 0 in both: neither promotes.
 */
import { thresholds } from '../thresholds.ts'
import { enoughRequests } from './enough-requests.ts'
import type { RecordingRule, RuleGroup } from './rule.ts'

const { successRatio, p95Seconds, errorRatio, cpuOfLimit, memoryOfLimit } = thresholds

interface Gate {
  readonly gate: string
  readonly promote: string
  /** A gate without it can only hold a rollout. */
  readonly rollback?: string
  /** Whether it speaks of requests, and so needs some. */
  readonly ofRequests?: true
}

const gates: readonly Gate[] = [
  {
    gate: 'success_rate',
    promote: `planning_engine:time_crunch_success:ratio_rate5m > bool ${successRatio.promoteAbove}`,
    rollback: `planning_engine:time_crunch_success:ratio_rate5m < bool ${successRatio.rollBackBelow}`,
    ofRequests: true,
  },
  {
    gate: 'p95',
    promote: `planning_engine:time_crunch_duration_seconds:p95_rate5m < bool ${p95Seconds.promoteBelow}`,
    rollback: `planning_engine:time_crunch_duration_seconds:p95_rate5m > bool ${p95Seconds.rollBackAbove}`,
    ofRequests: true,
  },
  {
    gate: 'error_rate',
    promote: `planning_engine:time_crunch_errors:ratio_rate5m < bool ${errorRatio.promoteBelow}`,
    rollback: `planning_engine:time_crunch_errors:ratio_rate5m > bool ${errorRatio.rollBackAbove}`,
    ofRequests: true,
  },
  {
    gate: 'cpu',
    promote: `planning_engine:cpu_of_limit:ratio_rate5m < bool ${cpuOfLimit.promoteBelow}`,
    rollback: `planning_engine:cpu_of_limit:ratio_rate5m > bool ${cpuOfLimit.rollBackAbove}`,
  },
  {
    gate: 'memory',
    promote: `planning_engine:memory_of_limit:ratio < bool ${memoryOfLimit.promoteBelow}`,
    rollback: `planning_engine:memory_of_limit:ratio > bool ${memoryOfLimit.rollBackAbove}`,
  },
  {
    gate: 'amendment_violations',
    promote: 'sum by (namespace) (planning_engine:amendment_violations:max1h) == bool 0',
    rollback: 'sum by (namespace) (planning_engine:amendment_violations:max1h) > bool 0',
  },
  {
    gate: 'restarts',
    promote: 'planning_engine:restarts:increase1h == bool 0',
    rollback: 'planning_engine:crash_loops:sum > bool 0',
  },
  { gate: 'readiness', promote: 'planning_engine:pods_not_ready:sum == bool 0' },
]

const ruleOf = (
  verdict: 'promote' | 'rollback',
  { gate, ofRequests }: Gate,
  expr: string,
): RecordingRule => ({
  record: `planning_engine:rollout_gate:${verdict}`,
  expr: ofRequests ? `(${expr}) ${enoughRequests}` : expr,
  labels: { gate },
})

export const rolloutGates: RuleGroup = {
  name: 'planning-engine.rollout-gates',
  rules: gates.flatMap((gate) => [
    ruleOf('promote', gate, gate.promote),
    ...(gate.rollback === undefined ? [] : [ruleOf('rollback', gate, gate.rollback)]),
  ]),
}
