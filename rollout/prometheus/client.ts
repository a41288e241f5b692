/** Instant queries to Prometheus: samples, or a sentence that says why there are none. */
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { fetchFault } from '../fetch-fault.ts'

export interface Sample {
  readonly labels: Readonly<Record<string, string>>
  /** NaN and infinities are values of Prometheus too. */
  readonly value: number
}

export type QueryAnswer = readonly Sample[] | { readonly fault: string }

export interface Prometheus {
  query(expr: string, atMs: number): Promise<QueryAnswer>
}

export interface PrometheusOptions {
  readonly url: string
  readonly timeoutMs?: number
}

const answerSchema = Type.Object({
  status: Type.Literal('success'),
  data: Type.Object({
    resultType: Type.Literal('vector'),
    result: Type.Array(
      Type.Object({
        metric: Type.Record(Type.String(), Type.String()),
        value: Type.Tuple([Type.Number(), Type.String()]),
      }),
    ),
  }),
})

const errorSchema = Type.Object({ status: Type.Literal('error'), error: Type.String() })

const longestError = 200
const infinities: Record<string, number> = {
  '+Inf': Number.POSITIVE_INFINITY,
  '-Inf': Number.NEGATIVE_INFINITY,
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const answerOf = (status: number, text: string): QueryAnswer => {
  const body = parsed(text)
  if (Value.Check(answerSchema, body)) {
    return body.data.result.map(({ metric, value: [, value] }) => ({
      labels: metric,
      value: infinities[value] ?? Number(value),
    }))
  }
  if (Value.Check(errorSchema, body)) {
    return { fault: `Prometheus refused the query: ${body.error.slice(0, longestError)}` }
  }
  const what = body === undefined ? 'a page that is no JSON' : 'JSON of an unknown form'
  return { fault: `what answered is not Prometheus: status ${status}, ${what}` }
}

export const createPrometheus = ({ url, timeoutMs = 5_000 }: PrometheusOptions): Prometheus => ({
  query: async (expr, atMs) => {
    // In the body: a query may be longer than an address.
    const body = new URLSearchParams({ query: expr, time: String(atMs / 1_000) })
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}/api/v1/query`, {
        method: 'POST',
        body,
        signal: AbortSignal.timeout(timeoutMs),
      })
      return answerOf(response.status, await response.text())
    } catch (error) {
      return { fault: `Prometheus can't be reached: ${fetchFault(error, timeoutMs)}` }
    }
  },
})
