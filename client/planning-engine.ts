/** A typed client of the service: every path, body and answer as `openapi.json` has it, a token, and problems thrown. */
import createClient, { type Client } from 'openapi-fetch'
import { problemOf } from './problem.ts'
import type { paths } from './schema.d.ts'

export { type Problem, ProblemError } from './problem.ts'
export type { components, operations, paths } from './schema.d.ts'

export interface PlanningEngineOptions {
  /** Where the service is, such as `https://planning-engine.example.com`. */
  readonly baseUrl: string
  /** A bearer token, or what gets one; asked before every request, so that it may be renewed. */
  readonly token?: string | (() => string | Promise<string>)
  /** Instead of the platform's own. */
  readonly fetch?: (request: Request) => Promise<Response>
}

export type PlanningEngine = Client<paths>

/**
 * `engine.GET(path, …)`, `engine.POST(path, …)` and so on resolve to `{ data, response }` and reject with a
 * `ProblemError` for every answer that is no success. ETags are in `response.headers`.
 */
export const planningEngine = ({ baseUrl, token, fetch }: PlanningEngineOptions): PlanningEngine => {
  const engine = createClient<paths>({ baseUrl, ...(fetch && { fetch }) })
  engine.use({
    onRequest: async ({ request }) => {
      const bearer = typeof token === 'function' ? await token() : token
      if (bearer !== undefined) request.headers.set('authorization', `Bearer ${bearer}`)
    },
    onResponse: async ({ response }) => {
      if (!response.ok) throw await problemOf(response)
    },
  })
  return engine
}

/** The answer itself, where the rest of the response does not matter: `await answerOf(engine.GET('/api/v1/plans'))`. */
export const answerOf = async <Data>(call: Promise<{ data?: Data; error?: unknown }>): Promise<Data> => {
  const { data } = await call
  // Never undefined: what is no success has been thrown. A 204 has no data to ask for.
  return data as Data
}
