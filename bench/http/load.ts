/** Load from a process of its own: what is asked of it, what it tells, and how it is started. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface LoadRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface LoadJob {
  /** POST goes to these addresses in turn; of autocannon's connections each stays with one of them. */
  readonly urls: readonly string[]
  /** Sent in this order by all connections together, from the start again when all are sent. */
  readonly requests: readonly LoadRequest[]
  readonly seconds: number
  /**
   * `closed`: each connection sends as soon as it has its answer (autocannon). `open`: requests start at random moments of
   * this mean rate, whatever the answers do, and are timed from the moment they were due.
   */
  readonly manner:
    | {
        readonly kind: 'closed'
        readonly connections: number
        /** When given, it ends with that many answers, however long they take. */
        readonly requests?: number
      }
    | { readonly kind: 'open'; readonly requestsASecond: number }
}

export interface Latencies {
  readonly count: number
  readonly p50Ms: number
  readonly p90Ms: number
  readonly p99Ms: number
  readonly maxMs: number
}

export interface LoadResult {
  readonly seconds: number
  /** Answers a second that were 200. */
  readonly answersASecond: number
  readonly answered: Latencies
  readonly refused: Latencies & {
    /** Of the refusals, 503 with a Retry-After. */
    readonly withRetryAfter: number
  }
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>
  readonly sent: number
  /** Connections that broke, and requests without an answer in time. */
  readonly errors: number
  /** Of one processor, what sending and receiving took. */
  readonly senderShare: number
}

const processFile = fileURLToPath(new URL('./load-process.ts', import.meta.url))

export const runLoad = async (job: LoadJob): Promise<LoadResult> => {
  const child = fork(processFile, {
    execArgv: ['--import=tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // As JSON, what is not a number would come as nothing.
    serialization: 'advanced',
  })
  child.send(job)
  const [told] = await Promise.race([
    once(child, 'message') as Promise<[LoadResult]>,
    once(child, 'exit').then(([code]): never => {
      throw new Error(`the sender of load ended with ${code}`)
    }),
  ])
  await once(child, 'exit')
  return told
}
