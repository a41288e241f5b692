/** The compressor as `app.compressor`: the domain's solver in worker threads, with what it found kept. */
import { availableParallelism } from 'node:os'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { SearchLimits } from '../../domain/compressor/search/problem.ts'
import { CompressorService } from './compressor-service.ts'
import { Solver } from './solver.ts'

declare module 'fastify' {
  interface FastifyInstance {
    compressor: CompressorService
  }
}

export interface CompressorOptions {
  /** About how long the search for one target may take; turned into counted steps, so that answers do not depend on the machine. */
  readonly solverBudgetMs: number
  /** The steps themselves, in place of the time: for searching as another instance did. */
  readonly limits?: SearchLimits | undefined
  /** Worker threads, at least one; by default one processor is left to everything else. */
  readonly threads?: number
}

/** Steps that one core of 2024 takes in a millisecond, about; `npm run bench` prints what this machine takes. */
const stepsAMillisecond = 40_000
/** A session is solved for every target; all of them together may take this many times one target's budget. */
const sessionTargets = 20

async function compressor(app: FastifyInstance, options: CompressorOptions): Promise<void> {
  const targetSteps = options.solverBudgetMs * stepsAMillisecond
  const limits = options.limits ?? { targetSteps, sessionSteps: targetSteps * sessionTargets }
  const metrics = app.timeCrunchMetrics
  const solver = new Solver(
    {
      limits,
      threads: options.threads ?? availableParallelism() - 1,
      longestQueue: 2_000,
      longestWaitSeconds: 3,
      cacheBytes: 48 * 1024 * 1024,
    },
    {
      cached: (hit) => metrics.cache('solution', hit),
      solved: (seconds, proven) => metrics.solver(seconds, proven),
    },
  )
  app.addHook('onClose', () => solver.close())
  app.decorate(
    'compressor',
    new CompressorService(solver, {
      keptSessions: 2_000,
      answerBytes: 32 * 1024 * 1024,
      cached: (cache, hit) => metrics.cache(cache, hit),
    }),
  )
}

export default fp(compressor, { name: 'compressor', dependencies: ['time-crunch-metrics'] })
