/** The gates: for each signal the line above which a rollout goes on, and the line below which it goes back. */
import { spokenCount, spokenSeconds, spokenShare } from './spoken.ts'

export type GateId =
  | 'success_rate'
  | 'p95'
  | 'error_rate'
  | 'cpu'
  | 'memory'
  | 'amendment_violations'
  | 'restarts'
  | 'crash_loops'
  | 'readiness'

export interface Line {
  readonly is: '>' | '<' | '=' | '≥'
  readonly value: number
}

export interface Gate {
  readonly id: GateId
  readonly title: string
  readonly unit: 'share' | 'seconds' | 'count'
  /** Promoted only on this side of the line. */
  readonly promote: Line
  /** Rolled back on this side; a gate without it can only hold. */
  readonly rollBack?: Line
  /** So many readings in a row have to be over that line; else as many as the rollout's settings say. */
  readonly readingsToRollBack?: number
  /** Speaks of requests, and needs enough of them. */
  readonly ofRequests?: true
  /** Comes from the cluster, not from the service: not every place has it. */
  readonly ofCluster?: true
}

export const gates: readonly Gate[] = Object.freeze<Gate[]>([
  {
    id: 'success_rate',
    title: 'Success rate',
    unit: 'share',
    promote: { is: '>', value: 0.95 },
    rollBack: { is: '<', value: 0.9 },
    ofRequests: true,
  },
  {
    id: 'p95',
    title: 'Response time (p95)',
    unit: 'seconds',
    promote: { is: '<', value: 5 },
    rollBack: { is: '>', value: 10 },
    ofRequests: true,
  },
  {
    id: 'error_rate',
    title: 'Error rate',
    unit: 'share',
    promote: { is: '<', value: 0.01 },
    rollBack: { is: '>', value: 0.05 },
    ofRequests: true,
  },
  {
    id: 'cpu',
    title: 'CPU of limit',
    unit: 'share',
    promote: { is: '<', value: 0.7 },
    rollBack: { is: '>', value: 0.9 },
    ofCluster: true,
  },
  {
    id: 'memory',
    title: 'Memory of limit',
    unit: 'share',
    promote: { is: '<', value: 0.8 },
    rollBack: { is: '>', value: 0.95 },
    ofCluster: true,
  },
  {
    id: 'amendment_violations',
    title: 'Amendment violations',
    unit: 'count',
    promote: { is: '=', value: 0 },
    rollBack: { is: '≥', value: 1 },
    // An answer that breaks the coach's word is no statistic.
    readingsToRollBack: 1,
  },
  { id: 'restarts', title: 'Restarts (1 h)', unit: 'count', promote: { is: '=', value: 0 }, ofCluster: true },
  {
    id: 'crash_loops',
    title: 'Pods in a crash loop',
    unit: 'count',
    promote: { is: '=', value: 0 },
    rollBack: { is: '≥', value: 1 },
    ofCluster: true,
  },
  {
    id: 'readiness',
    title: 'Pods not ready',
    unit: 'count',
    promote: { is: '=', value: 0 },
    ofCluster: true,
  },
])

export const gatesWithoutCluster: readonly Gate[] = gates.filter(({ ofCluster }) => !ofCluster)

const beyond = (value: number, line: Line): boolean => {
  if (line.is === '>') return value > line.value
  if (line.is === '<') return value < line.value
  return line.is === '=' ? value === line.value : value >= line.value
}

/** What a query has said: one number, or why there is none. */
export type Measurement = { readonly value: number } | { readonly unknown: string }

export type Verdict = 'promote' | 'hold' | 'rollback' | 'inconclusive'

/** No data is neither good nor bad: it can't promote, and it can't roll back. */
export const verdictOf = ({ promote, rollBack }: Gate, measurement: Measurement): Verdict => {
  if ('unknown' in measurement) return 'inconclusive'
  if (rollBack && beyond(measurement.value, rollBack)) return 'rollback'
  return beyond(measurement.value, promote) ? 'promote' : 'hold'
}

const spoken = { share: spokenShare, seconds: spokenSeconds, count: spokenCount } as const

export const spokenValue = ({ unit }: Gate, measurement: Measurement): string =>
  'unknown' in measurement ? '–' : spoken[unit](measurement.value)

export const spokenLine = ({ unit }: Gate, line: Line | undefined): string =>
  line === undefined ? '–' : `${line.is} ${spoken[unit](line.value)}`
