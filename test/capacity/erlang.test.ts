/** Erlang's formulas against what is known, against factorials written out, and against a queue that is played. */
import t from 'tap'
import {
  type Queue,
  serversFor,
  utilisation,
  waitingShare,
  waitSeconds,
} from '../../scripts/capacity/erlang.ts'

const near = (found: number, wanted: number, tolerance = 1e-9): boolean =>
  Math.abs(found - wanted) <= tolerance

/** Textbook form, with factorials: fine for few servers. */
const withFactorials = ({ arrivals, rate, servers }: Queue): number => {
  const load = arrivals / rate
  const terms = [1]
  for (let n = 1; n <= servers; n += 1) terms.push(((terms[n - 1] ?? 0) * load) / n)
  const last = (terms[servers] ?? 0) / (1 - load / servers)
  return last / (terms.slice(0, servers).reduce((sum, term) => sum + term, 0) + last)
}

t.test('the share that waits', async (t) => {
  t.ok(near(waitingShare({ arrivals: 0.3, rate: 1, servers: 1 }), 0.3), 'one server: as often as it is busy')
  t.ok(near(waitingShare({ arrivals: 1, rate: 1, servers: 2 }), 1 / 3))
  t.equal(waitingShare({ arrivals: 2, rate: 1, servers: 2 }), 1, 'servers that can’t keep up')
  for (const [arrivals, rate, servers] of [
    [10, 1, 14],
    [3, 2, 2],
    [899, 900, 4],
    [40, 1, 50],
  ] as const) {
    const queue = { arrivals, rate, servers }
    t.ok(near(waitingShare(queue), withFactorials(queue), 1e-12), JSON.stringify(queue))
  }
  const many = waitingShare({ arrivals: 9_900, rate: 1, servers: 10_000 })
  t.ok(many > 0 && many < 1, 'ten thousand servers, where factorials overflow')
})

t.test('how long', async (t) => {
  const queue = { arrivals: 0.5, rate: 1, servers: 1 }
  t.ok(near(waitSeconds(queue, 0.99), Math.log(50) / 0.5), 'P(wait > t) = ½·exp(−t/2)')
  t.equal(waitSeconds(queue, 0.4), 0, 'half of them do not wait at all')
  t.equal(waitSeconds({ arrivals: 1, rate: 1, servers: 1 }, 0.99), Number.POSITIVE_INFINITY)
})

/** The same numbers for everybody (Park and Miller 1988). */
const seeded = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed / 2_147_483_647
}

/** Requests that arrive at random, each taken by the server that is free first. */
const play = ({ arrivals, rate, servers }: Queue, requests: number) => {
  const random = seeded(7)
  const after = (mean: number): number => -Math.log(random()) * mean
  const freeAt = new Array<number>(servers).fill(0)
  const waits: number[] = []
  let now = 0
  for (let request = 0; request < requests; request += 1) {
    now += after(1 / arrivals)
    const server = freeAt.indexOf(Math.min(...freeAt))
    const start = Math.max(now, freeAt[server] ?? 0)
    freeAt[server] = start + after(1 / rate)
    waits.push(start - now)
  }
  waits.sort((one, other) => one - other)
  return {
    waiting: waits.filter((wait) => wait > 0).length / requests,
    p99: waits[Math.floor(requests * 0.99)] ?? 0,
  }
}

t.test('a queue that is played out waits as the formulas say', async (t) => {
  for (const queue of [
    { arrivals: 0.7, rate: 1, servers: 1 },
    { arrivals: 2.1, rate: 1, servers: 3 },
    { arrivals: 1_667, rate: 899, servers: 4 },
  ]) {
    const { waiting, p99 } = play(queue, 400_000)
    t.ok(near(waiting / waitingShare(queue), 1, 0.05), `${JSON.stringify(queue)}: ${waiting} wait`)
    t.ok(near(p99 / waitSeconds(queue, 0.99), 1, 0.1), `${JSON.stringify(queue)}: ${p99} s`)
  }
})

t.test('the fewest servers that meet the goal', async (t) => {
  const goal = { utilisation: 0.7, p99WaitSeconds: 0.05 }
  t.equal(serversFor({ arrivals: 1, rate: 1_000 }, goal), 1)
  for (const demand of [
    { arrivals: 700, rate: 1_000 },
    { arrivals: 701, rate: 1_000 },
    { arrivals: 50, rate: 72 },
    { arrivals: 5_000, rate: 72 },
  ]) {
    const servers = serversFor(demand, goal)
    const met = (queue: Queue): boolean =>
      utilisation(queue) <= goal.utilisation && waitSeconds(queue, 0.99) <= goal.p99WaitSeconds
    t.ok(met({ ...demand, servers }), `${JSON.stringify(demand)}: ${servers}`)
    t.notOk(servers > 1 && met({ ...demand, servers: servers - 1 }), 'one fewer would not do')
  }
})
