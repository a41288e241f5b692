/** Previews a second by concurrency, beside the bare route: both in turn, several times, and the median of each. */
import { median, short } from '../statistics.ts'
import type { LoadRequest } from './load.ts'
import { type Measured, measureLoad, type Target } from './measure-load.ts'
import type { Supply, Traffic } from './traffic.ts'

export type Kind = 'bare' | 'warm' | 'newTargets' | 'newPlans' | 'newSessions'

export interface Row {
  readonly kind: Kind
  readonly connections: number
  readonly runs: number
  readonly answersASecond: number
  readonly p50Ms: number
  readonly p90Ms: number
  readonly p99Ms: number
  readonly maxMs: number
  readonly processorMicroseconds: number
  readonly processors: number
  readonly senderShare: number
  readonly refused: number
  readonly errors: number
  /** Of what the bare route answers in a second at this concurrency; and of the processor time that it takes. */
  readonly ofBare: number
  readonly ofBareByProcessor: number
}

export interface ThroughputOptions {
  readonly concurrencies: readonly number[]
  readonly rounds: number
  readonly seconds: number
}

/** Plans with nothing known are searched, some tens a second: more connections would only wait, or be told to. */
const mostConnectionsForSearch = 10

const rowOf = (
  kind: Kind,
  connections: number,
  runs: readonly Measured[],
  bare: readonly Measured[],
): Row => {
  const of = (pick: (run: Measured) => number, which = runs): number => median(which.map(pick))
  const answersASecond = of((run) => run.answersASecond)
  const processorMicroseconds = of((run) => run.processorMicroseconds)
  return {
    kind,
    connections,
    runs: runs.length,
    answersASecond,
    p50Ms: of(({ answered }) => answered.p50Ms),
    p90Ms: of(({ answered }) => answered.p90Ms),
    p99Ms: of(({ answered }) => answered.p99Ms),
    maxMs: of(({ answered }) => answered.maxMs),
    processorMicroseconds,
    processors: of((run) => run.processors),
    senderShare: of((run) => run.senderShare),
    refused: runs.reduce((sum, { refused }) => sum + refused.count, 0),
    errors: runs.reduce((sum, { errors }) => sum + errors, 0),
    ofBare: answersASecond / of((run) => run.answersASecond, bare),
    ofBareByProcessor: of((run) => run.processorMicroseconds, bare) / processorMicroseconds,
  }
}

export const rowHead =
  'connections  kind            a second    p50 ms    p90 ms    p99 ms   CPU µs  of bare  by CPU'

export const rowText = (row: Row): string =>
  [
    String(row.connections).padStart(11),
    ` ${row.kind.padEnd(12)}`,
    String(Math.round(row.answersASecond)).padStart(10),
    short(row.p50Ms).padStart(9),
    short(row.p90Ms).padStart(9),
    short(row.p99Ms).padStart(9),
    short(row.processorMicroseconds).padStart(8),
    `${Math.round(100 * row.ofBare)} %`.padStart(8),
    `${Math.round(100 * row.ofBareByProcessor)} %`.padStart(7),
  ].join(' ') + (row.refused + row.errors > 0 ? `  (${row.refused} refused, ${row.errors} errors)` : '')

export const benchThroughput = async (
  bare: Target,
  service: Target,
  traffic: Traffic,
  { concurrencies, rounds, seconds }: ThroughputOptions,
  say: (line: string) => void,
): Promise<Row[]> => {
  const rows: Row[] = []
  say(rowHead)
  for (const connections of concurrencies) {
    const kinds: [Kind, Target, readonly LoadRequest[] | Supply][] = [
      ['bare', bare, traffic.warm],
      ['warm', service, traffic.warm],
      ['newTargets', service, traffic.newTargets],
      ['newPlans', service, traffic.newPlans],
    ]
    if (connections <= mostConnectionsForSearch) kinds.push(['newSessions', service, traffic.newSessions])
    const runs = new Map<Kind, Measured[]>(kinds.map(([kind]) => [kind, []]))
    for (let round = 0; round < rounds; round += 1) {
      for (const [kind, target, requests] of kinds) {
        runs.get(kind)!.push(await measureLoad([target], requests, { kind: 'closed', connections }, seconds))
      }
    }
    for (const [kind] of kinds) {
      const row = rowOf(kind, connections, runs.get(kind)!, runs.get('bare')!)
      rows.push(row)
      say(rowText(row))
    }
  }
  return rows
}
