/** The app as a whole: what is mounted, ids, what a failed start leaves behind, and leaving without dropping a request. */
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { buildApp } from '../../app.ts'
import { testDatabaseUrl } from '../database.ts'
import { bearer, testApp, testConfig, tokenFor } from '../helper.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

t.test('the whole app', async (t) => {
  const lines: string[] = []
  const app = await testApp(t, {
    logger: { level: 'info', stream: { write: (line: string) => lines.push(line) } },
  })

  const mounted: [string, number][] = [
    ['/health/live', 200],
    ['/metrics', 200],
    ['/openapi.json', 200],
    ['/docs', 200],
    ['/api/v1/plans', 401],
    ['/api/v1/time-crunch/model', 401],
    ['/api/v1/nothing', 404],
  ]
  for (const [url, status] of mounted) {
    t.test(`${status} ${url}`, async (t) => {
      t.equal((await app.inject(url)).statusCode, status)
    })
  }

  t.test('200 ready, with database, migrations, movements and flags', async (t) => {
    const response = await app.inject('/health/ready')
    t.equal(response.statusCode, 200)
    t.strictSame(Object.keys(response.json().checks).sort(), ['database', 'flags', 'migrations', 'movements'])
  })

  t.test('200 with a token', async (t) => {
    t.equal((await app.inject({ url: '/api/v1/plans', headers: bearer('u1') })).statusCode, 200)
  })

  t.test('request ids: a sane one is kept, any other replaced', async (t) => {
    const idFor = async (id: string) =>
      (await app.inject({ url: '/health/live', headers: { 'x-request-id': id } })).headers['x-request-id']
    t.equal(await idFor('trace:abc-1.2_3'), 'trace:abc-1.2_3')
    t.match((await app.inject('/health/live')).headers['x-request-id'], uuid)
    for (const bad of ['a b', 'a'.repeat(65), '<script>', '']) t.match(await idFor(bad), uuid, bad)
  })

  t.test('no token in the log', async (t) => {
    await app.inject({ url: '/api/v1/plans', headers: bearer('u1') })
    await app.inject({ url: '/api/v1/plans', headers: { authorization: 'Bearer broken-token' } })
    t.match(lines.join(''), '/api/v1/plans')
    t.notMatch(lines.join(''), tokenFor('u1').split('.')[0] ?? '')
    t.notMatch(lines.join(''), 'broken-token')
  })
})

t.test('a database that does not answer stops the start, without its password', async (t) => {
  const config = testConfig('postgres://app:hunter2@127.0.0.1:1/plans')
  const error = await buildApp(config).then(
    () => undefined,
    (reason: Error) => reason,
  )
  t.match(error?.message, /does not answer/)
  t.notMatch(error?.message, /hunter2/)
})

t.test(
  'closing: requests in flight get their answer, with readiness at 503 meanwhile, then nobody listens',
  async (t) => {
    const app = await buildApp(testConfig(await testDatabaseUrl(t)))
    t.teardown(() => app.close())
    let finish = () => {}
    app.get('/slow', async () => {
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return { done: true }
    })
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo

    const socket = connect(port, '127.0.0.1')
    socket.setEncoding('utf8')
    let answers = ''
    socket.on('data', (part: string) => {
      answers += part
    })
    socket.write('GET /slow HTTP/1.1\r\nhost: a\r\n\r\n')
    await sleep(100)
    app.readiness.drain()
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`)
    t.equal(ready.headers.get('connection'), 'close', 'whoever keeps connections is told to leave')
    t.match({ status: ready.status, body: await ready.json() }, { status: 503, body: { error: 'not_ready' } })
    const closed = app.close()
    await sleep(100)
    t.equal(answers, '', 'nothing is cut off')
    finish()
    await once(socket, 'close')
    await closed
    t.match(answers, /^HTTP\/1\.1 200 [\s\S]*"done":true/)
    t.match(answers, /\r\nconnection: close\r\n/i)
    await t.rejects(fetch(`http://127.0.0.1:${port}/health/live`))
  },
)
