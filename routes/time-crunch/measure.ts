/** Counts and times what was admitted by token and flag; what was refused is counted apart. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../../problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether token and flag let the request in. */
    admitted: boolean
  }
}

/** 405 is no use of the feature, 429 and 503 are refusals: they are counted as such, by the limits or below. */
const uncounted: ReadonlySet<number> = new Set([405, 429, 503])

const statusOf = (code: number): 'success' | 'client_error' | 'error' => {
  if (code >= 500) return 'error'
  return code >= 400 ? 'client_error' : 'success'
}

/** Hooks for the scope of the time-crunch routes. */
export const measure = (app: FastifyInstance): void => {
  const metrics = app.timeCrunchMetrics
  app.decorateRequest('admitted', false)

  app.addHook('onError', async (request: FastifyRequest, _reply: FastifyReply, error: Error) => {
    if (!request.admitted) return
    const { code, statusCode } =
      error instanceof ProblemError ? error : { code: 'internal_error', statusCode: 500 }
    if (code === 'overloaded') metrics.refused('overloaded')
    else if (statusCode >= 500) metrics.failed(code)
  })

  app.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.admitted || uncounted.has(reply.statusCode)) return
    metrics.admitted(statusOf(reply.statusCode), reply.elapsedTime / 1000)
  })
}
