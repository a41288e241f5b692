/**
 * The gates as PromQL, word for word what the recording rules of `monitoring/` record (a test keeps them in step), but
 * with the window as data and without need of the rules: a guard must not depend on a file that somebody may not have
 * installed. `by (namespace)` keeps staging from vouching for production.
 */
import type { GateId } from './gates.ts'

export interface QueryScope {
  /** What rates are taken over. */
  readonly windowSeconds: number
  /** Only this namespace; without it there has to be but one. */
  readonly namespace?: string | undefined
}

export interface GateQueries {
  readonly gates: Readonly<Record<GateId, string>>
  /** Admitted requests in the window. */
  readonly requests: string
  readonly activeUsers: string
}

/** 300 → "5m", as in the rules. */
export const promDuration = (seconds: number): string => {
  if (seconds % 3_600 === 0) return `${seconds / 3_600}h`
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`
}

const longWindow = '1h'

export const gateQueries = ({ windowSeconds, namespace }: QueryScope): GateQueries => {
  const window = promDuration(windowSeconds)
  const ofNamespace = namespace === undefined ? [] : [`namespace=${JSON.stringify(namespace)}`]
  const series = (name: string, ...matchers: string[]): string => {
    const all = [...matchers, ...ofNamespace]
    return all.length === 0 ? name : `${name}{${all.join(',')}}`
  }
  const ofContainer = 'container="planning-engine"'
  const requestsOf = (...matchers: string[]) =>
    series('planning_engine_time_crunch_requests_total', ...matchers)
  const requestRate = `sum by (namespace) (rate(${requestsOf()}[${window}]))`
  const ofLimit = (resource: string, used: string): string =>
    `max by (namespace) (sum by (namespace, pod) (${used}) / ` +
    `sum by (namespace, pod) (${series('kube_pod_container_resource_limits', ofContainer, `resource="${resource}"`)}))`
  const ready = series('kube_pod_container_status_ready', ofContainer)
  const looping = series('kube_pod_container_status_waiting_reason', ofContainer, 'reason="CrashLoopBackOff"')

  return {
    requests: `sum by (namespace) (increase(${requestsOf()}[${window}]))`,
    activeUsers: `max by (namespace) (${series('planning_engine_time_crunch_active_users', 'window="1h"')})`,
    gates: {
      success_rate: `sum by (namespace) (rate(${requestsOf('status="success"')}[${window}])) / ${requestRate}`,
      p95: `histogram_quantile(0.95, sum by (namespace, le) (rate(${series('planning_engine_time_crunch_duration_seconds_bucket')}[${window}])))`,
      error_rate: `(sum by (namespace) (rate(${series('planning_engine_time_crunch_errors_total')}[${window}])) or 0 * ${requestRate}) / ${requestRate}`,
      cpu: ofLimit('cpu', `rate(${series('container_cpu_usage_seconds_total', ofContainer)}[${window}])`),
      memory: ofLimit('memory', series('container_memory_working_set_bytes', ofContainer)),
      amendment_violations: `sum by (namespace) (max_over_time(${series('planning_engine_amendment_violations_total')}[${longWindow}]))`,
      restarts: `sum by (namespace) (increase(${series('kube_pod_container_status_restarts_total', ofContainer)}[${longWindow}]))`,
      crash_loops:
        `sum by (namespace) (max_over_time(${looping}[${window}]))` + ` or 0 * sum by (namespace) (${ready})`,
      readiness: `sum by (namespace) (1 - ${ready})`,
    },
  }
}
