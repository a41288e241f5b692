/** Counts and times what was admitted by token and flag; what was refused is counted apart. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../../problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether token and flag let the request in. */
    admitted: boolean
  }
}

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
    const { code, statusCode = 500 } = error instanceof ProblemError ? error : { code: 'internal_error' }
    if (statusCode >= 500 && code !== 'overloaded') metrics.failed(code)
  })

  app.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const { statusCode } = reply
    if (statusCode === 429) metrics.refused('rate_limited')
    else if (statusCode === 503) metrics.refused('overloaded')
    else if (request.admitted && statusCode !== 405)
      metrics.admitted(statusOf(statusCode), reply.elapsedTime / 1000)
  })
}
