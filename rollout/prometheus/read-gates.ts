/**
 * Readings of all gates, now and one interval ago and so on: Prometheus remembers, so the command need not, and a guard
 * that was restarted a second ago knows as much as one that ran for hours.
 */
import { gateQueries, type QueryScope } from '../core/gate-queries.ts'
import type { Gate, GateId, Measurement } from '../core/gates.ts'
import type { Reading } from '../core/readings.ts'
import type { Prometheus } from './client.ts'
import { measurementOf } from './measure.ts'

export interface ReadingOptions extends QueryScope {
  readonly gates: readonly Gate[]
  readonly intervalSeconds: number
  readonly count: number
}

/** Newest first. */
export const readGates = (
  prometheus: Prometheus,
  nowMs: number,
  { gates, intervalSeconds, count, ...scope }: ReadingOptions,
): Promise<Reading[]> => {
  const queries = gateQueries(scope)
  const measure = async (expr: string, atMs: number): Promise<Measurement> =>
    measurementOf(await prometheus.query(expr, atMs))

  const readAt = async (atMs: number): Promise<Reading> => {
    const [requests, ...measured] = await Promise.all([
      measure(queries.requests, atMs),
      ...gates.map(
        async ({ id }): Promise<[GateId, Measurement]> => [id, await measure(queries.gates[id], atMs)],
      ),
    ])
    return { atMs, requests, gates: Object.fromEntries(measured) }
  }

  const times = Array.from({ length: count }, (_, index) => nowMs - index * intervalSeconds * 1_000)
  return Promise.all(times.map(readAt))
}

export const readActiveUsers = async (
  prometheus: Prometheus,
  nowMs: number,
  scope: QueryScope,
): Promise<Measurement> => measurementOf(await prometheus.query(gateQueries(scope).activeUsers, nowMs))
