/**
 * A balancer as there is one before pods: it asks every instance whether it is ready, sends requests only to those that are,
 * keeps connections to them, and sends nothing twice. Only where a connection is refused, so that no byte has left, is
 * another instance asked.
 */
import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { ask } from './serving.ts'

const lookEveryMs = 50

interface Instance {
  readonly url: string
  readonly agent: Agent
  isReady: boolean
}

/** Whatever went wrong between balancer and instance. */
export interface Lost {
  readonly what: string
  readonly why: string
}

export interface Balancer {
  readonly url: string
  readonly lost: readonly Lost[]
  add(url: string): void
  remove(url: string): void
  /** Resolves when so many instances take requests. */
  ready(count: number): Promise<void>
}

const isRefused = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ECONNREFUSED'

const pass = (instance: Instance, from: IncomingMessage, body: Buffer, to: ServerResponse): Promise<void> =>
  new Promise((resolve, reject) => {
    // The connection to the client is another one.
    const { connection: _, host: __, ...headers } = from.headers
    const { method, url } = from
    const sent = request(`${instance.url}${url}`, { method, headers, agent: instance.agent }, (got) => {
      const { connection: ___, 'keep-alive': ____, ...answered } = got.headers
      to.writeHead(got.statusCode ?? 502, answered)
      got.pipe(to)
      got.on('close', () => {
        if (got.complete) return resolve()
        to.destroy()
        reject(new Error('the answer is torn'))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })

export const startBalancer = async (t: Test): Promise<Balancer> => {
  const instances = new Set<Instance>()
  const lost: Lost[] = []
  let turn = 0
  let isClosed = false

  const readyOnes = (): Instance[] => [...instances].filter(({ isReady }) => isReady)

  const answer = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const body = await buffer(from)
    const asked = new Set<Instance>()
    for (;;) {
      const left = readyOnes().filter((instance) => !asked.has(instance))
      turn += 1
      const instance = left[turn % Math.max(1, left.length)]
      if (instance === undefined) throw new Error('no instance is ready')
      asked.add(instance)
      try {
        return await pass(instance, from, body, to)
      } catch (error) {
        if (!isRefused(error)) throw error
      }
    }
  }

  const server = createServer((from, to) => {
    answer(from, to).catch((error: Error) => {
      lost.push({ what: `${from.method} ${from.url}`, why: error.message })
      if (!to.headersSent) to.writeHead(502).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const look = async (): Promise<void> => {
    while (!isClosed) {
      await Promise.all(
        [...instances].map(async (instance) => {
          const status = await ask(`${instance.url}/health/ready`).then(
            (answered) => answered.status,
            () => 0,
          )
          instance.isReady = status === 200
        }),
      )
      await sleep(lookEveryMs)
    }
  }
  const looking = look()
  t.teardown(async () => {
    isClosed = true
    await looking
    for (const { agent } of instances) agent.destroy()
    server.closeAllConnections()
    server.close()
  })

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lost,
    add: (url) => {
      instances.add({ url, agent: new Agent({ keepAlive: true }), isReady: false })
    },
    remove: (url) => {
      for (const instance of instances) if (instance.url === url) instances.delete(instance)
    },
    async ready(count) {
      while (readyOnes().length < count) await sleep(lookEveryMs)
    },
  }
}
