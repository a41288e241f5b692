/** A local Prometheus for what the real one says seldom: the gates as they are set, faults on demand, and a past. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { gateQueries } from '../../rollout/core/gate-queries.ts'
import type { GateId } from '../../rollout/core/gates.ts'

/** A number, or the series of an answer as they are. */
export type Given = number | { metric: Record<string, string>; value: string }[]

export type Values = Partial<Record<GateId | 'requests' | 'activeUsers', Given>>

export const greenValues: Values = {
  requests: 500,
  activeUsers: 12,
  success_rate: 0.998,
  p95: 0.08,
  error_rate: 0.001,
  cpu: 0.35,
  memory: 0.4,
  amendment_violations: 0,
  restarts: 0,
  crash_loops: 0,
  readiness: 0,
}

export async function startPrometheus(scope = { windowSeconds: 300 }) {
  const { gates, ...others } = gateQueries(scope)
  const names = new Map(
    Object.entries({ ...gates, ...others }).map(([name, expr]) => [expr, name as keyof Values]),
  )
  let values = greenValues
  /** Asked about a time before this, it answers with the values of before. */
  let changedMs = 0
  let before = greenValues
  let fault: { status: number; body: string } | undefined
  let queries = 0

  const series = (given: Given | undefined, atSeconds: number): object[] => {
    if (given === undefined) return []
    if (typeof given === 'number') return [{ metric: {}, value: [atSeconds, String(given)] }]
    return given.map(({ metric, value }) => ({ metric, value: [atSeconds, value] }))
  }

  const server = createServer(async (request, response) => {
    const asked = new URLSearchParams(await text(request))
    queries += 1
    if (fault) {
      response.writeHead(fault.status).end(fault.body)
      return
    }
    const atSeconds = Number(asked.get('time'))
    const name = names.get(asked.get('query') ?? '')
    const known = atSeconds * 1_000 >= changedMs ? values : before
    const result = name === undefined ? [] : series(known[name], atSeconds)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** These now and in the past. */
    set(other: Values): void {
      values = { ...greenValues, ...other }
      before = values
    },
    /** These from now on only. */
    change(other: Values): void {
      before = values
      values = { ...greenValues, ...other }
      changedMs = Date.now()
    },
    fail(status: number, body: string): void {
      fault = { status, body }
    },
    recover(): void {
      fault = undefined
    },
    queryCount: () => queries,
    close: (): Promise<void> => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

export type PrometheusStandIn = Awaited<ReturnType<typeof startPrometheus>>
