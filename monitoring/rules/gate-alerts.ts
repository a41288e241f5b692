/** Each gate twice: `…Hold` where a rollout must not be promoted, `…Rollback` where it must be taken back. */
import { holdFor, rollbackFor, thresholds } from '../thresholds.ts'
import { enoughRequests } from './enough-requests.ts'
import { type AlertingRule, alert, type RuleGroup } from './rule.ts'

const { successRatio, p95Seconds, errorRatio, cpuOfLimit, memoryOfLimit } = thresholds

interface GateAlert {
  readonly expr: string
  readonly summary: string
  readonly description: string
}

const hold = (name: string, gate: string, options: GateAlert): AlertingRule =>
  alert(`${name}Hold`, { ...options, for: holdFor, severity: 'warning', labels: { gate, action: 'hold' } })

const rollback = (name: string, gate: string, options: GateAlert): AlertingRule =>
  alert(`${name}Rollback`, {
    ...options,
    for: rollbackFor,
    severity: 'critical',
    labels: { gate, action: 'rollback' },
  })

const percent = (share: number): string => `${share * 100} %`

export const gateAlerts: RuleGroup = {
  name: 'planning-engine.gate-alerts',
  rules: [
    hold('TimeCrunchSuccessRate', 'success_rate', {
      expr: `planning_engine:time_crunch_success:ratio_rate5m <= ${successRatio.promoteAbove} ${enoughRequests}`,
      summary: 'Time Crunch: too few requests succeed to promote the rollout',
      description: `{{ $value | humanizePercentage }} of the admitted requests of 5 minutes succeeded; promotion needs more than ${percent(successRatio.promoteAbove)}.`,
    }),
    rollback('TimeCrunchSuccessRate', 'success_rate', {
      expr: `planning_engine:time_crunch_success:ratio_rate5m < ${successRatio.rollBackBelow} ${enoughRequests}`,
      summary: 'Time Crunch: roll back, too many requests do not succeed',
      description: `{{ $value | humanizePercentage }} of the admitted requests of 5 minutes succeeded; under ${percent(successRatio.rollBackBelow)} the feature is rolled back.`,
    }),
    hold('TimeCrunchLatency', 'p95', {
      expr: `planning_engine:time_crunch_duration_seconds:p95_rate5m >= ${p95Seconds.promoteBelow} ${enoughRequests}`,
      summary: 'Time Crunch: too slow to promote the rollout',
      description: `The slowest twentieth of the admitted requests took {{ $value | humanize }} s or more; promotion needs a p95 under ${p95Seconds.promoteBelow} s.`,
    }),
    rollback('TimeCrunchLatency', 'p95', {
      expr: `planning_engine:time_crunch_duration_seconds:p95_rate5m > ${p95Seconds.rollBackAbove} ${enoughRequests}`,
      summary: 'Time Crunch: roll back, answers take too long',
      description: `The slowest twentieth of the admitted requests took {{ $value | humanize }} s or more; over ${p95Seconds.rollBackAbove} s the feature is rolled back.`,
    }),
    hold('TimeCrunchErrorRate', 'error_rate', {
      expr: `planning_engine:time_crunch_errors:ratio_rate5m >= ${errorRatio.promoteBelow} ${enoughRequests}`,
      summary: 'Time Crunch: too many faults of ours to promote the rollout',
      description: `{{ $value | humanizePercentage }} of the admitted requests of 5 minutes failed on our side; promotion needs less than ${percent(errorRatio.promoteBelow)}.`,
    }),
    rollback('TimeCrunchErrorRate', 'error_rate', {
      expr: `planning_engine:time_crunch_errors:ratio_rate5m > ${errorRatio.rollBackAbove} ${enoughRequests}`,
      summary: 'Time Crunch: roll back, too many faults of ours',
      description: `{{ $value | humanizePercentage }} of the admitted requests of 5 minutes failed on our side; over ${percent(errorRatio.rollBackAbove)} the feature is rolled back.`,
    }),
    hold('PlanningEngineCpu', 'cpu', {
      expr: `planning_engine:cpu_of_limit:ratio_rate5m >= ${cpuOfLimit.promoteBelow}`,
      summary: 'Planning Engine: a pod uses too much CPU to promote the rollout',
      description: `The busiest pod uses {{ $value | humanizePercentage }} of its CPU limit; promotion needs less than ${percent(cpuOfLimit.promoteBelow)}.`,
    }),
    rollback('PlanningEngineCpu', 'cpu', {
      expr: `planning_engine:cpu_of_limit:ratio_rate5m > ${cpuOfLimit.rollBackAbove}`,
      summary: 'Planning Engine: roll back, a pod is at its CPU limit',
      description: `The busiest pod uses {{ $value | humanizePercentage }} of its CPU limit; over ${percent(cpuOfLimit.rollBackAbove)} the feature is rolled back.`,
    }),
    hold('PlanningEngineMemory', 'memory', {
      expr: `planning_engine:memory_of_limit:ratio >= ${memoryOfLimit.promoteBelow}`,
      summary: 'Planning Engine: a pod uses too much memory to promote the rollout',
      description: `The fullest pod holds {{ $value | humanizePercentage }} of its memory limit; promotion needs less than ${percent(memoryOfLimit.promoteBelow)}.`,
    }),
    rollback('PlanningEngineMemory', 'memory', {
      expr: `planning_engine:memory_of_limit:ratio > ${memoryOfLimit.rollBackAbove}`,
      summary: 'Planning Engine: roll back, a pod is about to run out of memory',
      description: `The fullest pod holds {{ $value | humanizePercentage }} of its memory limit; over ${percent(memoryOfLimit.rollBackAbove)} the feature is rolled back.`,
    }),
    alert('AmendmentViolation', {
      // The first one, at once.
      expr: 'planning_engine:amendment_violations:max1h > 0',
      severity: 'critical',
      labels: { gate: 'amendment_violations', action: 'rollback' },
      summary:
        'Time Crunch: roll back, an answer broke article {{ $labels.article }} of the Coach’s Amendment',
      description:
        'Answers of the last hour that broke article {{ $labels.article }}: {{ $value }}. They were withheld, none reached an athlete; but there is a fault in the compressor.',
    }),
    alert('PlanningEngineRestarted', {
      expr: 'planning_engine:restarts:increase1h > 0',
      severity: 'warning',
      labels: { gate: 'restarts', action: 'hold' },
      summary: 'Planning Engine: a container restarted; the rollout is not promoted',
      description:
        'Restarts within an hour: about {{ $value | humanize }}; promotion needs an hour without any.',
    }),
    alert('PlanningEngineNotReady', {
      expr: 'planning_engine:pods_not_ready:sum > 0',
      for: holdFor,
      severity: 'warning',
      labels: { gate: 'readiness', action: 'hold' },
      summary: 'Planning Engine: pods are not ready; the rollout is not promoted',
      description: 'Pods not ready for 5 minutes: {{ $value }}; promotion needs all of them.',
    }),
    alert('PlanningEngineCrashLoop', {
      expr: 'planning_engine:crash_loops:sum > 0',
      for: rollbackFor,
      severity: 'critical',
      labels: { gate: 'restarts', action: 'rollback' },
      summary: 'Planning Engine: roll back, pods crash again and again',
      description: 'Pods in CrashLoopBackOff: {{ $value }}.',
    }),
  ],
}
