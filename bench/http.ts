/** `npm run bench:http`: previews over HTTP on PostgreSQL, beside a bare Fastify route in the same run. */
import { parseArgs } from 'node:util'
import { startBareRoute } from './http/bare-route.ts'
import { benchInstances } from './http/instances.ts'
import { measureLoad } from './http/measure-load.ts'
import { benchOverload } from './http/overload.ts'
import { writeHttpReport } from './http/report.ts'
import { benchSaturation } from './http/saturation.ts'
import { benchThroughput } from './http/throughput.ts'
import { prepareTraffic } from './http/traffic.ts'
import { startService } from './start-service.ts'
import { withDatabase } from './with-database.ts'

const help = `npm run bench:http -- [--quick] [--write] [--database URL]

Previews a second and their times at several concurrencies, warm and cold, against a bare Fastify route that sends the same
bytes; what saturates the service, what happens beyond, and two instances against one. About five minutes.

  --quick     one short round at two concurrencies: about a minute, for a look
  --write     also write JSON and SVG under docs/benchmarks
  --database  PostgreSQL server; a database is made on it and dropped (default: the local one)
`

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    database: { type: 'string', default: 'postgres://postgres@127.0.0.1:5432/postgres' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

const say = (line: string): boolean => process.stdout.write(`${line}\n`)

/** As in production: the chart's log level, and a line a request; only the rate limit is out of the way. */
const settings = { LOG_LEVEL: 'info', RATE_LIMIT_MAX: '1000000', CONSOLE_ENABLED: 'false' }
const requestsInFlightMax = 1_000

const { quick } = values
const plan = quick
  ? { concurrencies: [1, 50], rounds: 1, seconds: 2, warmUpRuns: 3 }
  : { concurrencies: [1, 10, 100, 500], rounds: 3, seconds: 2, warmUpRuns: 6 }
const size = quick
  ? { readyPlans: 120, forgottenPlans: 600, newSessionPlans: 300 }
  : { readyPlans: 400, forgottenPlans: 2_000, newSessionPlans: 1_600 }

const bench = (databaseUrl: string): Promise<object> => {
  const opened: { stop(): Promise<void> }[] = []
  const run = async (): Promise<object> => {
    const service = await startService(databaseUrl, { settings })
    opened.push(service)
    const traffic = await prepareTraffic(service.address, databaseUrl, size, say)
    const bare = await startBareRoute(traffic.answers)
    opened.push(bare)
    say('warming up …')
    for (let turn = 0; turn < plan.warmUpRuns; turn += 1) {
      const manner = { kind: 'closed', connections: 20 } as const
      for (const target of [bare, service]) await measureLoad([target], traffic.warm, manner, 2)
      await measureLoad([service], traffic.newTargets, manner, 1)
    }
    const throughput = await benchThroughput(bare, service, traffic, plan, say)
    await bare.stop()
    opened.pop()

    const best = (kind: string): number =>
      Math.max(...throughput.filter((row) => row.kind === kind).map((row) => row.answersASecond))
    say('saturation, warm, requests at random moments:')
    const saturation = await benchSaturation(service, traffic, best('warm'), quick ? 2 : 4, say)

    const connections = requestsInFlightMax * 2
    say(`overload, warm, ${connections} connections:`)
    const warm = await benchOverload(service, traffic, traffic.warm, { kind: 'closed', connections }, 5, say)
    const requestsASecond = Math.ceil(best('newSessions') * 4)
    say(`overload, new sessions, ${requestsASecond} plans a second:`)
    const manner = { kind: 'open', requestsASecond } as const
    const search = await benchOverload(service, traffic, traffic.newSessions, manner, quick ? 3 : 8, say)
    await service.stop()
    opened.pop()

    say('two instances, a processor each:')
    const instances = await benchInstances(databaseUrl, traffic, settings, quick ? 3 : 5, say)
    return { settings, throughput, saturation, overload: { warm, search }, instances }
  }
  return run().finally(() => Promise.all(opened.map((one) => one.stop())))
}

if (values.help) {
  process.stdout.write(help)
} else {
  const startedMs = performance.now()
  const result = await withDatabase(values.database, bench)
  if (values.write) writeHttpReport(new URL('../docs/benchmarks', import.meta.url).pathname, result)
  say(`done in ${Math.round((performance.now() - startedMs) / 1_000)} s`)
}
