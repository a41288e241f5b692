/**
 * What Time Crunch Mode does, counted: `app.timeCrunchMetrics`. Every label value is there from the start, at 0, so
 * that a rate over the first event is a rate and an alert on the first one fires.
 */
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { Outcome, Strategy } from '../domain/compressor/answer.ts'
import { problemCatalogue } from '../problems.ts'
import { problemContent } from './errors/framework-faults.ts'
import { durationBuckets } from './metrics/index.ts'

export type RequestStatus = 'success' | 'client_error' | 'error'
export type RefusalReason = 'flag_off' | 'unauthorized' | 'rate_limited' | 'overloaded'

const statuses: readonly RequestStatus[] = ['success', 'client_error', 'error']
const reasons: readonly RefusalReason[] = ['flag_off', 'unauthorized', 'rate_limited', 'overloaded']
const faultCodes = ['internal_error', 'overloaded', 'not_ready'] as const
const outcomes: readonly Outcome[] = ['unchanged', 'compressed', 'unmet']
const strategies: readonly Strategy[] = [
  'unchanged',
  'core_only',
  'core_plus_accessory',
  'core_plus_superset',
  'core_plus_block',
  'core_plus_block_and_superset',
]

export interface TimeCrunchMetricsOptions {
  /** Paths under it are Time Crunch Mode's. */
  prefix: string
  /** Ids of the amendment's articles. */
  articles: readonly string[]
  /** Names of the caches that report here. */
  caches: readonly string[]
}

/** One admitted request is one that authentication and flag let through. */
export interface TimeCrunchMetrics {
  admitted(status: RequestStatus, seconds: number): void
  /** An admitted request that ended with this error: where the fault is ours, by the code that it is answered with. */
  failed(error: Error): void
  refused(reason: RefusalReason): void
  /** One session of an answer; `ratio` is its compressed through its original duration. */
  session(outcome: Outcome, strategy: Strategy, ratio: number): void
  solver(seconds: number, proven: boolean): void
  amendmentViolation(article: string): void
  cache(name: string, hit: boolean): void
}

declare module 'fastify' {
  interface FastifyInstance {
    timeCrunchMetrics: TimeCrunchMetrics
  }
}

const createMetrics = (
  app: FastifyInstance,
  { articles, caches }: TimeCrunchMetricsOptions,
): TimeCrunchMetrics => {
  const { Counter, Histogram, register } = app.metrics.client
  const registers = [register]
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `planning_engine_${name}`, help, labelNames, registers })
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `planning_engine_${name}`, help, buckets, registers })

  const requests = counter('time_crunch_requests_total', 'Requests that token and flag let through.', [
    'status',
  ])
  const failures = counter('time_crunch_errors_total', 'Admitted requests that failed on our side.', ['code'])
  const refusals = counter('time_crunch_refused_total', 'Requests that were not admitted.', ['reason'])
  const sessions = counter('time_crunch_outcomes_total', 'Sessions answered.', ['outcome', 'strategy'])
  const unproven = counter(
    'time_crunch_solver_unproven_total',
    'Sessions whose optimum was not proven in time.',
  )
  const violations = counter('amendment_violations_total', 'Answers that broke an article; never sent.', [
    'article',
  ])
  const cacheRequests = counter('cache_requests_total', 'Look-ups in a cache.', ['cache', 'result'])
  const duration = histogram('time_crunch_duration_seconds', 'Time for an admitted request.', durationBuckets)
  const ratios = histogram(
    'time_crunch_compression_ratio',
    'Compressed through original duration of a session.',
    [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
  )
  const solving = histogram(
    'time_crunch_solver_seconds',
    'Time for the optimum of one session.',
    [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 10],
  )

  for (const status of statuses) requests.inc({ status }, 0)
  for (const code of faultCodes) failures.inc({ code }, 0)
  for (const reason of reasons) refusals.inc({ reason }, 0)
  for (const outcome of outcomes) {
    for (const strategy of strategies) sessions.inc({ outcome, strategy }, 0)
  }
  for (const article of articles) violations.inc({ article }, 0)
  for (const cache of caches) {
    for (const result of ['hit', 'miss']) cacheRequests.inc({ cache, result }, 0)
  }

  return {
    admitted: (status, seconds) => {
      requests.inc({ status })
      duration.observe(seconds)
    },
    failed: (error) => {
      const code = problemContent(error, 0)?.code ?? 'internal_error'
      if (problemCatalogue[code].status >= 500) failures.inc({ code })
    },
    refused: (reason) => refusals.inc({ reason }),
    session: (outcome, strategy, ratio) => {
      sessions.inc({ outcome, strategy })
      ratios.observe(ratio)
    },
    solver: (seconds, proven) => {
      solving.observe(seconds)
      if (!proven) unproven.inc()
    },
    amendmentViolation: (article) => violations.inc({ article }),
    cache: (name, hit) => cacheRequests.inc({ cache: name, result: hit ? 'hit' : 'miss' }),
  }
}

const timeCrunchMetrics = async (app: FastifyInstance, options: TimeCrunchMetricsOptions): Promise<void> => {
  app.decorate('timeCrunchMetrics', createMetrics(app, options))
  // The limits refuse before any route is asked, so they are counted here. What a route refuses, or fails at once it
  // has admitted a request, it counts itself.
  app.onRefusal((request, reason) => {
    const path = request.url.split('?', 1)[0] ?? ''
    if (path === options.prefix || path.startsWith(`${options.prefix}/`))
      app.timeCrunchMetrics.refused(reason)
  })
}

export default fp(timeCrunchMetrics, {
  name: 'time-crunch-metrics',
  dependencies: ['metrics', 'limits'],
})
