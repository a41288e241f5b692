/**
 * The M/M/c queue: requests that arrive at random, served one at a time by each of c equal servers, in turn. Erlang's
 * formulas of 1917; every textbook of queueing theory has them, such as Kleinrock, Queueing Systems I (1975), 3.5.
 */

export interface Queue {
  /** Requests a second that arrive. */
  readonly arrivals: number
  /** Requests a second that one server can serve. */
  readonly rate: number
  readonly servers: number
}

/** Servers that are busy on average; in Erlang. */
export const offeredLoad = ({ arrivals, rate }: Omit<Queue, 'servers'>): number => arrivals / rate

export const utilisation = (queue: Queue): number => offeredLoad(queue) / queue.servers

/** Erlang B by its recursion, which stays exact where factorials would overflow. */
const blocked = (load: number, servers: number): number => {
  let share = 1
  for (let server = 1; server <= servers; server += 1) share = (load * share) / (server + load * share)
  return share
}

/** Erlang C: the share of requests that have to wait; all of them where servers can't keep up. */
export const waitingShare = (queue: Queue): number => {
  const busy = utilisation(queue)
  if (busy >= 1) return 1
  const lost = blocked(offeredLoad(queue), queue.servers)
  return lost / (1 - busy * (1 - lost))
}

/** Seconds that the given share of requests waits at most; Infinity where servers can't keep up. */
export const waitSeconds = (queue: Queue, share: number): number => {
  const spare = queue.servers * queue.rate - queue.arrivals
  if (spare <= 0) return Number.POSITIVE_INFINITY
  // P(wait > t) = C · exp(−(c·μ − λ)·t), solved for t.
  return Math.max(0, Math.log(waitingShare(queue) / (1 - share)) / spare)
}

export interface Goal {
  /** Busy share of a server at most. */
  readonly utilisation: number
  /** Seconds that 99 of 100 requests wait at most. */
  readonly p99WaitSeconds: number
}

/** The fewest servers that meet the goal. */
export const serversFor = (demand: Omit<Queue, 'servers'>, goal: Goal): number => {
  let servers = Math.max(1, Math.ceil(offeredLoad(demand) / goal.utilisation))
  while (waitSeconds({ ...demand, servers }, 0.99) > goal.p99WaitSeconds) servers += 1
  return servers
}
