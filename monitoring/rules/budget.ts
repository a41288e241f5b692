/**
 * The availability objective and how fast its error budget burns. Several windows and speeds, after chapter 5 of Google's
 * "The Site Reliability Workbook": a speed counts only while a long and a short window agree, so that an alert is
 * neither deaf to a short outage nor still ringing long after it.
 */
import { ofJob } from '../selectors.ts'
import { availabilityObjective } from '../thresholds.ts'
import { type AlertingRule, alert, type RecordingRule, type RuleGroup, type Severity } from './rule.ts'

const recordOf = (window: string): string => `planning_engine:http_errors:ratio_rate${window}`

const requests = (matchers: string, window: string): string =>
  `sum by (namespace) (rate(http_request_duration_seconds_count{${matchers}}[${window}]))`

/** A series of 5xx is there only after the first: where there are requests and none such, that is 0. */
const errorRatio = (window: string): RecordingRule => {
  const all = requests(ofJob, window)
  return {
    record: recordOf(window),
    expr: `(${requests(`${ofJob},status_code=~"5.."`, window)} or 0 * ${all}) / ${all}`,
  }
}

interface Burn {
  readonly long: string
  readonly short: string
  /** How many times faster than it may that the budget burns: 1 spends it in exactly 30 days. */
  readonly speed: number
  /** Of the budget of 30 days, in percent, spent in the long window at that speed. */
  readonly spentPercent: number
  readonly for: string
  readonly severity: Severity
}

const burns: readonly Burn[] = [
  { long: '1h', short: '5m', speed: 14.4, spentPercent: 2, for: '2m', severity: 'critical' },
  { long: '6h', short: '30m', speed: 6, spentPercent: 5, for: '15m', severity: 'critical' },
  { long: '1d', short: '2h', speed: 3, spentPercent: 10, for: '1h', severity: 'warning' },
  { long: '3d', short: '6h', speed: 1, spentPercent: 10, for: '3h', severity: 'warning' },
]

const burnAlert = ({ long, short, speed, spentPercent, severity, ...burn }: Burn): AlertingRule => {
  // Written out to a tenth of a permille: 14.4 × 0.001 is not 0.0144 in binary.
  const most = Number((speed * (1 - availabilityObjective)).toFixed(4))
  return alert('PlanningEngineBudgetBurn', {
    expr: `${recordOf(long)} > ${most} and ${recordOf(short)} > ${most}`,
    for: burn.for,
    severity,
    labels: { window: long },
    summary: `Planning Engine: ${spentPercent} % of the month’s error budget burnt within ${long}`,
    description: `{{ $value | humanizePercentage }} of the requests of ${long} failed with 5xx, and so in the last ${short}; the objective allows ${Number(((1 - availabilityObjective) * 100).toFixed(4))} %.`,
  })
}

const windows = [...new Set(burns.flatMap(({ short, long }) => [short, long]))]

export const budget: RuleGroup = {
  name: 'planning-engine.availability',
  rules: [...windows.map(errorRatio), ...burns.map(burnAlert)],
}
