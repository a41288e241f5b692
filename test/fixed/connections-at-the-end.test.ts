/**
 * A client that had sent half a request, or nothing at all, held the process until it was killed with exit code 1; and
 * whoever kept a connection was not told to leave until it was closed, perhaps under their next request.
 */
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { testDatabaseUrl } from '../database.ts'
import { type Serving, serve } from '../faults/process/serving.ts'
import { testApp } from '../helper.ts'

/** A connection that never says anything more than this. */
const silent = async (t: Test, { url }: Serving, said: string) => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  t.teardown(() => socket.destroy())
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.resume().write(said)
  return { socket, closed: new Promise((resolve) => socket.on('close', resolve)) }
}

const halfHead = 'POST /api/v1/plans HTTP/1.1\r\nhost: here\r\n'
const halfBody = `${halfHead}content-type: application/json\r\ncontent-length: 1000\r\n\r\n{"na`
const whole = 'GET /health/live HTTP/1.1\r\nhost: here\r\n\r\n'

t.test('with an idle, a mute, and two half-sent connections open: ends in time, with 0', async (t) => {
  const service = await serve(t, { DATABASE_URL: await testDatabaseUrl(t), DRAIN_MS: '3000' })
  const idle = await silent(t, service, whole)
  await once(idle.socket, 'data')
  const others = await Promise.all(['', halfHead, halfBody].map((said) => silent(t, service, said)))
  await sleep(200)
  // 0 is in time: at the end of the drain the process is killed, with 1.
  t.equal(await service.end('SIGTERM'), 0)
  await Promise.all([idle, ...others].map(({ closed }) => closed))
  t.match(service.output(), /connections that are still open are cut/)
})

t.test('whoever is answered while the service drains is told that the connection closes', async (t) => {
  const app = await testApp(t)
  t.equal((await app.inject('/health/live')).headers.connection, 'keep-alive')
  app.readiness.drain()
  for (const path of ['/health/live', '/health/ready', '/api/v1/plans', '/nowhere']) {
    t.equal((await app.inject(path)).headers.connection, 'close', path)
  }
})
