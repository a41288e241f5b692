/** A door on the way to a server: open, hanging (taken, and never answered), or shut (refused). */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Test } from 'tap'

export type Passage = 'open' | 'hanging' | 'shut'

export interface Gate {
  readonly url: string
  /** How often somebody came to the door. */
  visits(): number
  /** From now on; what went through before is cut. */
  become(passage: Passage): Promise<void>
}

export const openGate = async (t: Test, targetUrl: string, passage: Passage = 'open'): Promise<Gate> => {
  const target = new URL(targetUrl)
  const sockets = new Set<Socket>()
  const keep = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  }
  let now: Passage = 'open'
  let visits = 0

  const server = createServer((near) => {
    visits += 1
    keep(near)
    if (now === 'hanging') return void near.resume()
    const far = connect(Number(target.port), target.hostname)
    keep(far)
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const become = async (next: Passage): Promise<void> => {
    now = next
    if (next !== 'shut' && !server.listening) {
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
    }
    const closed = next === 'shut' && server.listening ? once(server, 'close') : undefined
    if (closed !== undefined) server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }

  t.teardown(() => become('shut'))
  await become(passage)
  return { url: `http://127.0.0.1:${port}`, visits: () => visits, become }
}
