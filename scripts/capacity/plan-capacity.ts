/** From users to pods and database connections: assumptions about users, measurements of the service, and Erlang C. */
import { type Goal, offeredLoad, serversFor, utilisation, waitingShare, waitSeconds } from './erlang.ts'
import type { Measurements } from './measurements.ts'

/** What is assumed, because no user has been measured yet. */
export const assumptions = {
  /** Of a user in the busiest hour: reading plans and days, some targets tried, one applied. */
  requestsAnHour: 12,
  /** Of those, sessions whose content this pod has not solved yet. */
  searchesAnHour: 1,
  /** The busiest minute against the mean of its hour: many start on the full hour. */
  peakToMean: 2,
  /** Statements that a request sends to the database. */
  statementsARequest: 2,
} as const

/** Where the autoscaler aims; and a wait that nobody notices. */
export const goal: Goal = { utilisation: 0.7, p99WaitSeconds: 0.05 }

/** One that may be replaced or lost while the others carry on. */
const sparePods = 1
/** Of the migrations, beside the pods. */
const migrationConnections = 2

export interface Capacity {
  readonly users: number
  readonly requestsASecond: number
  readonly searchesASecond: number
  /** Event loops, and search threads, that are busy on average. */
  readonly busyLoops: number
  readonly busySearches: number
  readonly pods: number
  /** Of the event loops, the spare pod included. */
  readonly utilisation: number
  readonly waitingShare: number
  readonly p99WaitMilliseconds: number
  /** As if every pod had a queue of its own, which is what a load balancer that looks at nothing makes of them. */
  readonly p99WaitAloneMilliseconds: number
  readonly databaseConnections: number
  readonly statementsASecond: number
  readonly gigabytes: number
}

const perSecond = (anHour: number, users: number): number => (users * anHour * assumptions.peakToMean) / 3_600

/** `users` are active in the busiest hour. A pod is two cores: one runs the event loop, one searches. */
export const planCapacity = (users: number, measured: Measurements, poolMax: number): Capacity => {
  const loop = { arrivals: perSecond(assumptions.requestsAnHour, users), rate: measured.requestsASecond }
  const search = { arrivals: perSecond(assumptions.searchesAnHour, users), rate: measured.searchesASecond }
  const pods = Math.max(serversFor(loop, goal), serversFor(search, goal)) + sparePods
  const queue = { ...loop, servers: pods }
  const alone = { ...loop, arrivals: loop.arrivals / pods, servers: 1 }
  return {
    users,
    requestsASecond: loop.arrivals,
    searchesASecond: search.arrivals,
    busyLoops: offeredLoad(loop),
    busySearches: offeredLoad(search),
    pods,
    utilisation: utilisation(queue),
    waitingShare: waitingShare(queue),
    p99WaitMilliseconds: waitSeconds(queue, 0.99) * 1_000,
    p99WaitAloneMilliseconds: waitSeconds(alone, 0.99) * 1_000,
    databaseConnections: pods * poolMax + migrationConnections,
    statementsASecond: loop.arrivals * assumptions.statementsARequest,
    gigabytes: (pods * measured.megabytes) / 1_024,
  }
}
