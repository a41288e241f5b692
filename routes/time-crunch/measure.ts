/** Counts and times what was admitted by token and flag; what was refused is counted apart. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../../problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether token and flag let the request in. */
    admitted: boolean
  }
}

/** 405 is no use of the feature; 429 is a refusal, which the limits tell of. */
const uncounted: ReadonlySet<number> = new Set([405, 429])

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
    if (error instanceof ProblemError && error.code === 'overloaded') {
      // Turned away before anything was done. An answer that came too late has the same code, and is a failure.
      request.admitted = false
      metrics.refused('overloaded')
    } else metrics.failed(error)
  })

  app.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.admitted || uncounted.has(reply.statusCode)) return
    metrics.admitted(statusOf(reply.statusCode), reply.elapsedTime / 1000)
  })
}
