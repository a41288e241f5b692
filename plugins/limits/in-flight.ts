/**
 * Requests that are being answered: at most so many at once, so that whoever is let in is answered soon and the others are
 * told at once; and none for longer than the time limit.
 */
import { errorCodes, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { problem } from '../../problems.ts'

export interface InFlightOptions {
  /** Requests at once; beyond them 503. */
  requestsInFlightMax: number
  /** Longest time until an answer begins. */
  requestTimeoutMs: number
}

/** By then those in flight have been answered, and there is room. */
const retryAfterSeconds = '1'

/** A time limit is kept to a twentieth, or a second. */
const checkEveryMs = (limitMs: number): number => Math.min(1_000, Math.max(10, limitMs / 20))

/**
 * `isExempt` requests are let in however many there are; `refused` is told of the others. Fastify's own `handlerTimeout`
 * is not used: it ends with the request's body (fastify#6725), so that it never comes for a request that has one.
 */
export const limitInFlight = (
  app: FastifyInstance,
  { requestsInFlightMax, requestTimeoutMs }: InFlightOptions,
  isExempt: (request: FastifyRequest) => boolean,
  refused: (request: FastifyRequest) => void,
): void => {
  /** With the moment of their arrival, in its order. */
  const inFlight = new Map<FastifyReply, number>()

  app.addHook('onRequest', (request, reply, next) => {
    if (inFlight.size >= requestsInFlightMax && !isExempt(request)) {
      refused(request)
      next(
        problem('overloaded', 'Too many requests are being answered; try again in a moment', {
          headers: { 'retry-after': retryAfterSeconds },
        }),
      )
      return
    }
    inFlight.set(reply, performance.now())
    // Also when the client is gone before it has its answer.
    reply.raw.once('close', () => inFlight.delete(reply))
    next()
  })

  const endLate = (): void => {
    const arrivedBeforeMs = performance.now() - requestTimeoutMs
    for (const [reply, arrivedMs] of inFlight) {
      if (arrivedMs > arrivedBeforeMs) return
      inFlight.delete(reply)
      // An answer that has begun can't be taken back: only broken off.
      if (reply.raw.headersSent) reply.raw.destroy()
      else
        reply.send(new errorCodes.FST_ERR_HANDLER_TIMEOUT(requestTimeoutMs, reply.request.routeOptions.url))
    }
  }
  let timer: NodeJS.Timeout | undefined
  app.addHook('onReady', async () => {
    timer = setInterval(endLate, checkEveryMs(requestTimeoutMs)).unref()
  })
  app.addHook('onClose', async () => clearInterval(timer))
}
