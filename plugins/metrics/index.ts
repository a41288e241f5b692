/** Prometheus metrics: `app.metrics.client`, one registry an app, on `/metrics` or on a listener of its own. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import promClient from '@platformatic/prom-client'
import type { FastifyInstance } from 'fastify'
import fastifyMetricsModule, { type IMetricsPluginOptions } from 'fastify-metrics'
import fp from 'fastify-plugin'
import { addBuildInfo } from './build-info.ts'
import { listenForScrapes } from './listener.ts'

export interface MetricsOptions {
  /** When set, `/metrics` is served there and never on the public port. */
  port?: number | undefined
  host: string
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Where the second listener really listens; undefined when there is none. */
    metricsAddress: () => AddressInfo | undefined
  }
}

/** Fine where answers from memory are, exact at the rollout's gates (5 and 10 s), and on to a minute. */
export const durationBuckets = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60,
]

const metrics = async (app: FastifyInstance, { port, host }: MetricsOptions): Promise<void> => {
  const register = new promClient.Registry()
  addBuildInfo(register)
  // The client's own registry is one a process; several apps in one process would share it and collide.
  const client = { ...promClient, register } as unknown as NonNullable<IMetricsPluginOptions['promClient']>
  const registers = [client.register]
  // A CommonJS module with a default export: an import sees it one level down.
  await app.register(fastifyMetricsModule.default, {
    promClient: client,
    endpoint: null,
    defaultMetrics: { enabled: true, register: client.register },
    routeMetrics: {
      enabled: { histogram: true, summary: false },
      // Addresses that nobody registered would be a label value each.
      registeredRoutesOnly: true,
      routeBlacklist: ['/metrics', '/health/live', '/health/ready'],
      overrides: {
        histogram: {
          registers,
          buckets: durationBuckets,
          help: 'Time from the first byte of a request to its answer, by route.',
        },
        summary: { registers: [] },
      },
    },
  })

  let listener: Server | undefined
  app.decorate('metricsAddress', () => (listener?.address() as AddressInfo | null | undefined) ?? undefined)
  if (port === undefined) {
    app.get(
      '/metrics',
      { config: { probe: true }, logLevel: 'warn', schema: { hide: true } },
      async (_request, reply) => reply.type(register.contentType).send(await register.metrics()),
    )
    return
  }
  app.addHook('onReady', async () => {
    listener = await listenForScrapes(register, host, port)
    app.log.info({ address: listener.address() }, 'metrics listener open')
  })
  app.addHook('onClose', async () => {
    listener?.close()
    listener?.closeAllConnections()
  })
}

export default fp(metrics, { name: 'metrics', dependencies: ['errors'] })
