/** A wire between a service and its database that can be cut, held still, and led elsewhere. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import type { Test } from 'tap'

/** Before what was said reaches the server; or behind it, the server's answer swallowed. */
export type CutMoment = 'before' | 'after'

interface Trap {
  readonly text: string
  readonly moment: CutMoment
  readonly sprung: () => void
}

interface Pair {
  readonly client: Socket
  readonly server: Socket
  /** Nothing passes, and nobody is told. */
  isHeld: boolean
}

export class TcpProxy {
  readonly port: number
  /** Where connections lead from now on. */
  target: number
  #listener: Server
  #pairs = new Set<Pair>()
  #trap: Trap | undefined

  private constructor(listener: Server, target: number) {
    this.#listener = listener
    this.port = (listener.address() as AddressInfo).port
    this.target = target
  }

  static async open(t: Test, target: number): Promise<TcpProxy> {
    const listener = createServer()
    listener.listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const proxy = new TcpProxy(listener, target)
    listener.on('connection', (client) => proxy.#join(client))
    t.teardown(() => proxy.#close())
    return proxy
  }

  /** How many connections there are now. */
  get connections(): number {
    return this.#pairs.size
  }

  /** Ends every connection at once, without a word from either side. */
  cut(): void {
    for (const pair of [...this.#pairs]) this.#cutPair(pair)
  }

  /** From now on nothing passes through those that are there, as when a machine vanishes; new ones are as ever. */
  hold(): void {
    for (const pair of this.#pairs) pair.isHeld = true
  }

  /** Cuts the next connection whose client says this; the promise tells that it happened. */
  cutAt(text: string, moment: CutMoment): Promise<void> {
    return new Promise((sprung) => {
      this.#trap = { text, moment, sprung }
    })
  }

  #join(client: Socket): void {
    const server = connect(this.target, '127.0.0.1')
    const pair: Pair = { client, server, isHeld: false }
    this.#pairs.add(pair)
    let caught: Trap | undefined
    client.on('data', (bytes) => {
      if (pair.isHeld) return
      const trap = this.#trap
      if (trap && bytes.includes(trap.text)) {
        this.#trap = undefined
        caught = trap
        if (trap.moment === 'before') {
          this.#cutPair(pair)
          trap.sprung()
          return
        }
      }
      server.write(bytes)
    })
    server.on('data', (bytes) => {
      if (caught) {
        this.#cutPair(pair)
        caught.sprung()
        caught = undefined
      } else if (!pair.isHeld) client.write(bytes)
    })
    for (const socket of [client, server]) {
      socket.on('error', () => {})
      socket.on('close', () => {
        if (!pair.isHeld) this.#cutPair(pair)
      })
    }
  }

  #cutPair(pair: Pair): void {
    if (!this.#pairs.delete(pair)) return
    // A reset, once: resetting what is being closed or opened keeps Node 20 from ever ending its process.
    pair.client.resetAndDestroy()
    pair.server.destroy()
  }

  async #close(): Promise<void> {
    this.#listener.close()
    this.cut()
  }
}
