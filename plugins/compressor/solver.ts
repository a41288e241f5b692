/** Solutions by content: kept, shared by sessions of equal content, and worked out in worker threads. */
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { Piscina } from 'piscina'
import type { SessionContent } from '../../domain/compressor/content.ts'
import { contentKey } from '../../domain/compressor/content.ts'
import type { SearchLimits } from '../../domain/compressor/search/problem.ts'
import type { SolvedSession } from '../../domain/compressor/solve.ts'
import { problem } from '../../problems.ts'
import type { SolveOutcome, SolveTask } from './solve-worker.ts'

export interface SolverOptions {
  readonly limits: SearchLimits
  /** Worker threads; at least one. */
  readonly threads: number
  /** Sessions that may wait for a thread; beyond them callers are told to come back. */
  readonly longestQueue: number
  /** Callers who would wait longer than about this for their turn are told to come back. */
  readonly longestWaitSeconds: number
  /** Estimated bytes that kept solutions may take. */
  readonly cacheBytes: number
}

/** The sessions that one caller wants solved: let in together, or not at all. */
export interface SolveBatch {
  isAdmitted: boolean
}

export interface SolverEvents {
  cached(hit: boolean): void
  solved(seconds: number, proven: boolean): void
}

/** What a session is taken to cost before any was solved; then the last ones tell, each new one by a twentieth. */
const firstSeconds = 0.02
const newestShare = 0.05

/** Bytes of a member, measured on the heap of a filled cache; its share of segments and steps included. */
const bytesAMember = 160

const estimatedBytes = ({ steps }: SolvedSession): number =>
  steps.reduce(
    (sum, { segments }) => sum + segments.reduce((members, segment) => members + segment.members.length, 1),
    1,
  ) * bytesAMember

// The worker stands beside this file, in TypeScript here and in JavaScript where the service is built.
const workerFile = new URL(
  `./solve-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
)

export class Solver {
  readonly #options: SolverOptions
  readonly #events: SolverEvents
  readonly #pool: Piscina<SolveTask, SolveOutcome>
  readonly #kept: LRUCache<string, SolvedSession>
  readonly #underWay = new Map<string, Promise<SolvedSession>>()
  #meanSeconds = firstSeconds

  constructor(options: SolverOptions, events: SolverEvents) {
    this.#options = options
    this.#events = events
    this.#pool = new Piscina({
      filename: workerFile.href,
      minThreads: 1,
      maxThreads: Math.max(1, options.threads),
      maxQueue: options.longestQueue,
      idleTimeout: 60_000,
    })
    this.#kept = new LRUCache({ maxSize: options.cacheBytes, sizeCalculation: estimatedBytes })
  }

  get limits(): SearchLimits {
    return this.#options.limits
  }

  /** Throws the problem `overloaded` when too many sessions wait already, or too long ones. */
  async solve(content: SessionContent, batch: SolveBatch): Promise<SolvedSession> {
    const key = createHash('sha256').update(contentKey(content, this.#options.limits)).digest('base64')
    const kept = this.#kept.get(key)
    const known = kept ?? this.#underWay.get(key)
    this.#events.cached(known !== undefined)
    if (known !== undefined) return known
    const solving = this.#run(key, content, batch).finally(() => this.#underWay.delete(key))
    this.#underWay.set(key, solving)
    return solving
  }

  /** Until a session that comes now would have its turn. */
  #waitSeconds(): number {
    return (this.#pool.queueSize * this.#meanSeconds) / this.#options.threads
  }

  #admit(batch: SolveBatch): void {
    const waitSeconds = this.#waitSeconds()
    const isLong = !batch.isAdmitted && waitSeconds > this.#options.longestWaitSeconds
    if (isLong || this.#pool.queueSize >= this.#options.longestQueue) {
      throw problem('overloaded', 'Too many sessions wait to be compressed', {
        headers: { 'retry-after': String(Math.max(1, Math.ceil(waitSeconds))) },
      })
    }
    // A long plan that has begun does not end at its own sessions.
    batch.isAdmitted = true
  }

  async #run(key: string, { session, amendment }: SessionContent, batch: SolveBatch): Promise<SolvedSession> {
    this.#admit(batch)
    const { solved, seconds } = await this.#pool.run({ session, amendment, limits: this.#options.limits })
    this.#meanSeconds += (seconds - this.#meanSeconds) * newestShare
    this.#events.solved(
      seconds,
      solved.steps.every((step) => step.optimality.proven),
    )
    this.#kept.set(key, solved)
    return solved
  }

  async close(): Promise<void> {
    await this.#pool.destroy()
  }
}
