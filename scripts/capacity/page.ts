/** `docs/capacity.md`: what was measured, what is assumed, and what follows for three sizes. */
import { loadConfig } from '../../config.ts'
import { type Measurements, measurements } from './measurements.ts'
import { assumptions, type Capacity, goal, planCapacity } from './plan-capacity.ts'

export const capacityFile = 'docs/capacity.md'
export const sizes = [1e3, 1e5, 1e7] as const

const defaults = loadConfig({})

/** Digits in groups of three. */
const number = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const upToThreeDigits = (value: number): string => number(value, value < 10 ? 1 : 0)
const percent = (share: number): string => `${number(share * 100, share < 0.1 ? 1 : 0)} %`
const milliseconds = (value: number): string => (value === 0 ? '0' : value < 0.1 ? '< 0.1' : number(value, 1))

export const capacityOf = (users: number, measured: Measurements = measurements()): Capacity =>
  planCapacity(users, measured, defaults.databasePoolMax)

const rows: readonly [title: string, cell: (capacity: Capacity) => string][] = [
  ['requests a second', ({ requestsASecond }) => upToThreeDigits(requestsASecond)],
  ['sessions to search a second', ({ searchesASecond }) => upToThreeDigits(searchesASecond)],
  ['event loops busy', ({ busyLoops }) => number(busyLoops, busyLoops < 10 ? 2 : 0)],
  ['search threads busy', ({ busySearches }) => number(busySearches, busySearches < 10 ? 2 : 0)],
  ['**pods**, one to spare', ({ pods }) => `**${number(pods)}**`],
  ['memory of them', ({ gigabytes }) => `${number(gigabytes, gigabytes < 10 ? 1 : 0)} GB`],
  ['an event loop is busy', ({ utilisation }) => percent(utilisation)],
  ['requests that wait at all', ({ waitingShare }) => percent(waitingShare)],
  ['p99 of the wait, one queue', ({ p99WaitMilliseconds }) => `${milliseconds(p99WaitMilliseconds)} ms`],
  ['p99 of the wait, a queue a pod', ({ p99WaitAloneMilliseconds: wait }) => `${milliseconds(wait)} ms`],
  ['**database connections**', ({ databaseConnections }) => `**${number(databaseConnections)}**`],
  ['statements a second', ({ statementsASecond }) => number(statementsASecond)],
]

export const capacityTable = (capacities: readonly Capacity[]): string =>
  [
    `| users in the busiest hour | ${capacities.map(({ users }) => number(users)).join(' | ')} |`,
    `|---|${capacities.map(() => '---:').join('|')}|`,
    ...rows.map(([title, cell]) => `| ${title} | ${capacities.map(cell).join(' | ')} |`),
  ].join('\n')

/** Users whose requests keep one core as busy as it may be. */
const usersOf = (rate: number, anHour: number): number =>
  (rate * goal.utilisation * 3_600) / (anHour * assumptions.peakToMean)

export const capacityPage = (): string => {
  const measured = measurements()
  const [small, middle, large] = sizes.map((users) => capacityOf(users, measured)) as [
    Capacity,
    Capacity,
    Capacity,
  ]
  const { requestsAnHour, searchesAnHour, peakToMean, statementsARequest } = assumptions
  const pool = defaults.databasePoolMax
  const aPod =
    Math.floor(
      Math.min(
        usersOf(measured.requestsASecond, requestsAnHour),
        usersOf(measured.searchesASecond, searchesAnHour),
      ) / 1e4,
    ) * 1e4
  return `# Capacity

Made by \`npm run capacity\` from the last measurements; a test keeps it in step. \`npm run capacity -- --users 250000\`
prints the table for another size.

## What was measured

\`npm run bench -- service --write\`, on two cores that the service shared with PostgreSQL and with whoever sent the load;
so these are numbers to plan with, not records.

| | |
|---|---:|
| previews a second of a core (four sessions, solved before, concurrency 10) | ${number(measured.requestsASecond)} |
| p99 of them | ${number(measured.p99Milliseconds)} ms |
| sessions searched a second by a core, each for every target at once | ${number(measured.searchesASecond)} |
| memory of the process afterwards | ${number(measured.megabytes)} MB |

The service is one event loop, which is one core, and threads that search. So a pod is best given two cores
(\`resources.limits.cpu: "2"\`), and grows in number, not in size.

## What is assumed

A user who is active in the busiest hour sends ${requestsAnHour} requests in it and brings ${searchesAnHour} session that the pod has not solved yet; the
busiest minute is ${peakToMean} times the mean of that hour; a request sends ${statementsARequest} statements to the database. Nobody has been measured for
that: the dashboard shows the real numbers, and \`scripts/capacity/plan-capacity.ts\` is where to put them.

## Pods and connections

${capacityTable([small, middle, large])}

Pods are the c of an M/M/c queue (Erlang C), once for event loops and once for search threads, the larger of both: the fewest
for which no more than ${percent(goal.utilisation)} of a core is busy and 99 of 100 requests wait less than ${number(goal.p99WaitSeconds * 1_000)} ms; and one to spare. With λ requests a
second, μ of them a second by a core, a = λ/μ:

\`\`\`text
B(0) = 1, B(n) = a·B(n−1) / (n + a·B(n−1))        Erlang B
C    = B(c) / (1 − (a/c)·(1 − B(c)))              Erlang C: the share that waits
P(wait > t) = C · exp(−(c·μ − λ)·t)
\`\`\`

One queue for all pods is the best that a load balancer can do (least requests comes near to it), a queue for each pod
(random, round robin) the worst; what happens is between the two rows.

## What gives out next, and what takes it

| users | what gives out next | what takes it |
|---:|---|---|
| ${number(small.users)} | nothing: ${number(small.pods)} pods are there for the sake of replacing one | |
| ${number(middle.users)} | cores: an event loop and a search thread serve some ${number(aPod)} users | the autoscaler (\`autoscaling\` in the chart): nothing is kept in a pod that another could not work out |
| ${number(large.users)} | database connections: ${number(pool)} a pod are ${number(large.databaseConnections)}, and PostgreSQL has 100 unless told otherwise | PgBouncer in transaction mode between pods and database |
| | statements: ${number(large.statementsASecond)} a second, most of them reads of one plan | a managed PostgreSQL cluster with read replicas behind one address |
| | ${number(large.pods)} streams to LaunchDarkly, and as many that open them anew after an outage | the LaunchDarkly relay, in the cluster |
| | ${number(large.pods)} pods for the scraper, and what a cache of one pod knows the others do not | recording rules (they are in the chart); a load balancer that hashes by user, so that a user's sessions are solved once |

- **PgBouncer**: \`DATABASE_URL\` leads to it, for the migrations (\`npm run migrate\`, the Job of the chart) too: their advisory
  lock lasts a transaction. The service names its time limits as it connects: put
  \`ignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout\` into its settings, and the limits on
  the role (\`ALTER ROLE … SET statement_timeout\`). Or give fewer connections to a pod first: \`DATABASE_POOL_MAX\`.
- **Read replicas**: the service has one \`DATABASE_URL\` and reads what it has just written, so what splits reads from writes
  has to stand before the database, and must send reads that follow a write to the primary.
- **Relay**: \`LAUNCHDARKLY_BASE_URI\`, \`LAUNCHDARKLY_STREAM_URI\` and \`LAUNCHDARKLY_EVENTS_URI\`, all three ([flags](flags.md)).
- **\`autoscaling.maxReplicas\`** is 12 in \`values-production.yaml\`: raise it before it is reached.
- **The rate limit** counts in each pod: with n pods a user may send up to n times \`RATE_LIMIT_MAX\`. What has to hold for all
  pods together belongs into the gateway before them.
`
}
