/**
 * The service for a soak: the app as the server builds it, and beside it somebody who can ask the process what it holds.
 * No route does that: what is measured is what ships.
 */
import type { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildApp } from '../../app.ts'
import { loadConfig } from '../../config.ts'
import type { Holdings } from './soaked-service.ts'

const config = loadConfig(process.env)
// To where a production log goes in a bench: nowhere, but written out all the same.
const app = await buildApp(config, { logger: { level: config.logLevel, stream: { write: () => {} } } })
const address = await app.listen({ host: config.host, port: 0 })

const listenersOf = (emitter: EventEmitter): number =>
  emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0)

/** Twice, with a turn between: what finalizers let go of is only then garbage. */
const collectGarbage = async (): Promise<void> => {
  for (let round = 0; round < 2; round += 1) {
    globalThis.gc!()
    await sleep(20)
  }
}

const holdings = async (): Promise<Holdings> => {
  await collectGarbage()
  const { heapUsed, external, rss } = process.memoryUsage()
  const { used, free } = app.database.pool()
  const text = await app.metrics.client.register.metrics()
  return {
    heapBytes: heapUsed,
    externalBytes: external,
    residentBytes: rss,
    // Connections to the database come and go with the load, up to the pool's bound.
    handles: process.getActiveResourcesInfo().filter((kind) => kind !== 'Timeout').length - used - free,
    timers: process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length,
    listeners: [process, app.server, app.database.knex].reduce((sum, one) => sum + listenersOf(one), 0),
    series: text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length,
  }
}

process.on('message', (wish: 'holdings' | 'end') => {
  if (wish === 'holdings') void holdings().then((found) => process.send!(found))
  else void app.close().then(() => process.exit())
})
process.send!(address)
