/** What one caller, and all together, may ask of the service: security headers, a rate per user, load shedding, time. */
import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { problem } from '../../problems.ts'
import { type InFlightOptions, limitInFlight } from './in-flight.ts'
import { RateStore } from './rate-store.ts'
import { securityHeaders } from './security-headers.ts'

export interface LimitsOptions extends InFlightOptions {
  /** Requests per user, or per address for callers without a valid token, and minute. */
  rateLimitMax: number
  /** Mean event-loop delay above which requests are shed; 0 never sheds. */
  eventLoopDelayMaxMs: number
}

export type LimitReason = 'rate_limited' | 'overloaded'
export type RefusalListener = (request: FastifyRequest, reason: LimitReason) => void

declare module 'fastify' {
  interface FastifyInstance {
    /** Tells of every request that a limit refuses, for those who count them. */
    onRefusal: (listener: RefusalListener) => void
  }
  interface FastifyContextConfig {
    /** Probes and scrapes: answered however busy the service or its caller is. */
    probe?: boolean
  }
}

const rateWindowMs = 60_000
/** Callers whose count is kept at once; beyond it the ones longest unseen start anew. */
const rememberedCallers = 20_000

const isProbe = (request: FastifyRequest): boolean => request.routeOptions.config.probe === true

const limits = async (app: FastifyInstance, options: LimitsOptions): Promise<void> => {
  const listeners: RefusalListener[] = []
  app.decorate('onRefusal', (listener) => {
    listeners.push(listener)
  })
  const refused: RefusalListener = (request, reason) => {
    for (const listener of listeners) listener(request, reason)
  }

  // What somebody trains is for nobody's cache; whatever may be kept says so itself.
  const headers = { ...(await securityHeaders()), 'cache-control': 'no-store' }
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers)
    next()
  })

  limitInFlight(app, options, isProbe, (request) => refused(request, 'overloaded'))
  if (options.eventLoopDelayMaxMs > 0) {
    await app.register(underPressure, {
      maxEventLoopDelay: options.eventLoopDelayMaxMs,
      pressureHandler: async (request) => {
        if (isProbe(request)) return
        refused(request, 'overloaded')
        throw problem('overloaded', 'The service is busy; try again in a moment')
      },
    })
  }

  await app.register(rateLimit, {
    global: false,
    max: options.rateLimitMax,
    timeWindow: rateWindowMs,
    store: RateStore,
    cache: rememberedCallers,
    enableDraftSpec: true,
    keyGenerator: async (request) => {
      const caller = await app.identify(request)
      return caller ? `user ${caller.id}` : `address ${normalizeIP(request.ip)}`
    },
    onExceeded: (request) => refused(request, 'rate_limited'),
    errorResponseBuilder: (_request, { max, ttl }) =>
      problem(
        'rate_limited',
        `More than ${max} requests in a minute; try again in ${Math.ceil(ttl / 1_000)} seconds`,
      ),
  })
  // A hook of the whole app, not of each route: unknown addresses and refused tokens are counted too.
  const count = app.rateLimit()
  app.addHook('onRequest', async (request, reply) => {
    if (!isProbe(request)) await count.call(app, request, reply)
  })
}

export default fp(limits, { name: 'limits', dependencies: ['errors', 'auth'] })
