/**
 * What the launch is watched by, as recording rules. Each is kept apart by namespace, so that staging does not vouch for
 * production; where a Prometheus gives no namespace label, `by (namespace)` is a plain sum.
 *
 * A ratio has sums above and below: without them the division matches series label by label, divides successes by
 * successes, and says 100 % whatever happens. Without requests a ratio is NaN, without a service it is absent: neither 0
 * nor 1, and no comparison with it holds.
 */
import type { RecordingRule, RuleGroup } from './rule.ts'

const requests = 'planning_engine_time_crunch_requests_total'
const errors = 'planning_engine_time_crunch_errors_total'

const requestRate = `sum by (namespace) (rate(${requests}[5m]))`

/** A quantile is at most the highest finite bound of the histogram: 60 s stands for "60 s or more". */
const quantile = (name: string, share: number): RecordingRule => ({
  record: `planning_engine:time_crunch_duration_seconds:${name}_rate5m`,
  expr: `histogram_quantile(${share}, sum by (namespace, le) (rate(planning_engine_time_crunch_duration_seconds_bucket[5m])))`,
})

export const timeCrunch: RuleGroup = {
  name: 'planning-engine.time-crunch',
  rules: [
    { record: 'planning_engine:time_crunch_requests:rate5m', expr: requestRate },
    {
      record: 'planning_engine:time_crunch_requests:increase5m',
      expr: `sum by (namespace) (increase(${requests}[5m]))`,
    },
    {
      record: 'planning_engine:time_crunch_success:ratio_rate5m',
      expr: `sum by (namespace) (rate(${requests}{status="success"}[5m])) / ${requestRate}`,
    },
    {
      record: 'planning_engine:time_crunch_errors:ratio_rate5m',
      // Above, a missing counter is no errors, as by "or vector(0)", but with the namespace that below has; below,
      // nothing stands in for requests that nobody has counted.
      expr: `(sum by (namespace) (rate(${errors}[5m])) or 0 * ${requestRate}) / ${requestRate}`,
    },
    quantile('p50', 0.5),
    quantile('p95', 0.95),
    quantile('p99', 0.99),
    {
      record: 'planning_engine:time_crunch_active_users:max',
      // Every instance reports the number of all: their sum would count each user once an instance.
      expr: 'max by (namespace, window) (planning_engine_time_crunch_active_users)',
    },
    {
      record: 'planning_engine:amendment_violations:max1h',
      // The counter itself, not its increase: what was 1 at the first scrape after a start has not increased. And an
      // hour of it, so that a pod does not take its violation with it.
      expr: 'sum by (namespace, article) (max_over_time(planning_engine_amendment_violations_total[1h]))',
    },
  ],
}
