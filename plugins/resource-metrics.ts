/** What the service leans on, as gauges read at each scrape: the flag client, the database and its pool. */
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

/** A scrape must not hang on a database that does. */
const pingTimeoutMs = 1_000

const answers = async (ping: () => Promise<void>): Promise<0 | 1> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<0>((resolve) => {
    timer = setTimeout(() => resolve(0), pingTimeoutMs)
  })
  const answer = ping().then(
    () => 1 as const,
    () => 0 as const,
  )
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

const resourceMetrics = async (app: FastifyInstance): Promise<void> => {
  const { Gauge, register } = app.metrics.client
  const registers = [register]

  new Gauge({
    name: 'planning_engine_flag_client_up',
    help: '1 while the source of the feature flags answers.',
    registers,
    collect() {
      this.set(app.flags.up())
    },
  })
  new Gauge({
    name: 'planning_engine_database_up',
    help: '1 while the database answers.',
    registers,
    async collect() {
      this.set(await answers(app.database.ping))
    },
  })
  new Gauge({
    name: 'planning_engine_database_pool_connections',
    help: 'Connections in the pool, in use and free.',
    labelNames: ['state'],
    registers,
    collect() {
      const { used, free } = app.database.pool()
      this.set({ state: 'used' }, used)
      this.set({ state: 'free' }, free)
    },
  })
  new Gauge({
    name: 'planning_engine_database_pool_pending',
    help: 'Requests that wait for a connection.',
    registers,
    collect() {
      this.set(app.database.pool().pending)
    },
  })
  new Gauge({
    name: 'planning_engine_database_pool_max',
    help: 'Most connections that the pool may open.',
    registers,
    collect() {
      this.set(app.database.pool().max)
    },
  })
}

export default fp(resourceMetrics, {
  name: 'resource-metrics',
  dependencies: ['metrics', 'database', 'flags'],
})
