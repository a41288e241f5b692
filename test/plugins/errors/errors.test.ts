/** Every fault leaves as problem+json with its status, and gives nothing away. */
import { type AddressInfo, connect } from 'node:net'
import { Type } from '@sinclair/typebox'
import fastify, { type FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { answerClientError } from '../../../plugins/errors/client-error.ts'
import errors, { answerError } from '../../../plugins/errors/index.ts'
import { problem } from '../../../problems.ts'

const limitBytes = 1_024

const failing = (properties: object) => async () => {
  throw Object.assign(new Error('select * from plans where /srv/app/secret.ts'), properties)
}

const build = async (t: Test, log: string[] = []): Promise<FastifyInstance> => {
  const app = fastify({
    logger: { level: 'info', stream: { write: (line: string) => log.push(line) } },
    bodyLimit: limitBytes,
    frameworkErrors: answerError,
    clientErrorHandler: answerClientError,
    routerOptions: { maxParamLength: 50 },
  })
  await app.register(errors)
  const body = Type.Object(
    { minutes: Type.Integer({ minimum: 15, maximum: 180 }) },
    { additionalProperties: false },
  )
  app.post('/minutes', { schema: { body } }, async () => ({ ok: true }))
  app.get('/minutes/:id', async () => ({ ok: true }))
  app.get('/boom', failing({}))
  app.get('/posing', failing({ statusCode: 404, code: 'ENOENT' }))
  app.get('/driver', failing({ code: '57014' }))
  app.get('/gone', failing({ code: 'ECONNREFUSED' }))
  app.get('/thrown', async () => {
    throw null
  })
  app.get('/slow', { handlerTimeout: 20 }, () => new Promise(() => {}))
  app.get('/problem', async () => {
    throw problem('version_conflict', 'Read it again', {
      headers: { etag: '"4"' },
      errors: [{ path: '/a', message: 'b' }],
      cause: new Error('the real reason'),
    })
  })
  t.teardown(() => app.close())
  await app.ready()
  return app
}

t.test('a problem of the catalogue: all members, its headers, no stack', async (t) => {
  const app = await build(t)
  const response = await app.inject('/problem?token=hunter2')
  t.equal(response.statusCode, 409)
  t.match(response.headers, { 'content-type': /^application\/problem\+json/, etag: '"4"' })
  const { requestId, ...document } = response.json()
  t.strictSame(document, {
    type: '/problems/version_conflict',
    title: 'The document has changed in the meantime',
    status: 409,
    detail: 'Read it again',
    instance: '/problem',
    error: 'version_conflict',
    errors: [{ path: '/a', message: 'b' }],
  })
  t.equal(response.headers['x-request-id'], requestId)
})

const json = { 'content-type': 'application/json' }
const rows: [string, object, number, string, RegExp][] = [
  ['an unknown address', { url: '/nope' }, 404, 'not_found', /no such route/],
  [
    'an unknown address with a broken body',
    { method: 'POST', url: '/nope', headers: json, payload: '{' },
    404,
    'not_found',
    /./,
  ],
  [
    'an unknown address with another media type',
    { method: 'POST', url: '/nope', headers: { 'content-type': 'text/csv' }, payload: 'a' },
    404,
    'not_found',
    /./,
  ],
  [
    'a body out of range',
    { method: 'POST', url: '/minutes', payload: { minutes: 14 } },
    400,
    'invalid_request',
    /integer from 15 to 180/,
  ],
  [
    'a number sent as text',
    { method: 'POST', url: '/minutes', payload: { minutes: '30' } },
    400,
    'invalid_request',
    /integer from 15 to 180/,
  ],
  [
    'an unknown property',
    { method: 'POST', url: '/minutes', payload: { minutes: 30, hours: 1 } },
    400,
    'invalid_request',
    /\/hours is not known/,
  ],
  ['no body', { method: 'POST', url: '/minutes' }, 400, 'invalid_request', /must be an object/],
  [
    'broken JSON',
    { method: 'POST', url: '/minutes', headers: json, payload: '{"minutes": 30' },
    400,
    'invalid_request',
    /not valid JSON/,
  ],
  [
    'an empty JSON body',
    { method: 'POST', url: '/minutes', headers: json, payload: '' },
    400,
    'invalid_request',
    /empty/,
  ],
  [
    'a __proto__ key',
    { method: 'POST', url: '/minutes', headers: json, payload: '{"minutes":30,"__proto__":{}}' },
    400,
    'invalid_request',
    /forbidden key/,
  ],
  [
    'a constructor.prototype key',
    { method: 'POST', url: '/minutes', headers: json, payload: '{"constructor":{"prototype":{}}}' },
    400,
    'invalid_request',
    /forbidden key/,
  ],
  [
    'plain text',
    { method: 'POST', url: '/minutes', headers: { 'content-type': 'text/plain' }, payload: '30' },
    415,
    'unsupported_media_type',
    /application\/json/,
  ],
  [
    'a form',
    {
      method: 'POST',
      url: '/minutes',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'minutes=30',
    },
    415,
    'unsupported_media_type',
    /application\/json/,
  ],
  [
    'a body over the limit',
    { method: 'POST', url: '/minutes', headers: json, payload: 'x'.repeat(limitBytes + 1) },
    413,
    'payload_too_large',
    /1024 bytes/,
  ],
  ['bad percent encoding', { url: '/minutes/%zz' }, 400, 'invalid_request', /not a valid URL/],
  ['a part of the path too long', { url: `/minutes/${'a'.repeat(51)}` }, 404, 'not_found', /too long/],
  ['a slow answer', { url: '/slow' }, 503, 'overloaded', /too long/],
  ['a statement timeout', { url: '/driver' }, 503, 'overloaded', /database took too long/],
  ['an absent database', { url: '/gone' }, 503, 'not_ready', /does not answer/],
  ['an unforeseen error', { url: '/boom' }, 500, 'internal_error', /quote request/],
  ['a foreign error that poses as a 404', { url: '/posing' }, 500, 'internal_error', /quote request/],
  ['a thrown null', { url: '/thrown' }, 500, 'internal_error', /quote request/],
]
t.test('each fault has its status and code', async (t) => {
  const app = await build(t)
  for (const [what, request, status, code, detail] of rows) {
    const response = await app.inject(request)
    t.equal(response.statusCode, status, `${what}: ${status}`)
    t.match(response.headers['content-type'], /^application\/problem\+json/, what)
    const document = response.json()
    t.match(
      document,
      { status, error: code, type: `/problems/${code}`, detail, requestId: /./ },
      `${what}: ${code}`,
    )
    t.notMatch(response.body, /select|\.ts|FST_|Expected|node_modules/, `${what} gives nothing away`)
    t.equal('retry-after' in response.headers, status === 503, `${what}: Retry-After only with 503`)
  }
})

t.test('405 names the methods of the path; 404 for OPTIONS nowhere; HEAD has no body', async (t) => {
  const app = await build(t)
  const wrong = await app.inject({ method: 'DELETE', url: '/minutes/a?x=1' })
  t.match(wrong, { statusCode: 405, headers: { allow: 'GET, HEAD' } })
  t.equal(wrong.json().error, 'method_not_allowed')
  t.match(await app.inject('/minutes'), { statusCode: 405, headers: { allow: 'POST' } })
  const head = await app.inject({ method: 'HEAD', url: '/minutes' })
  t.match(head, { statusCode: 405, body: '' })
  t.match(await app.inject({ method: 'OPTIONS', url: '/nope' }), { statusCode: 404 })
})

t.test('a scope with a gate refuses before its unknown addresses are told', async (t) => {
  const app = fastify()
  await app.register(errors)
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', async () => {
        throw problem('feature_not_available', 'off')
      })
      scope.post('/known', async () => ({}))
      scope.setNotFoundHandler(async () => {})
    },
    { prefix: '/gated' },
  )
  t.teardown(() => app.close())
  for (const url of ['/gated/known', '/gated/unknown']) {
    t.match((await app.inject(url)).json(), { status: 404, error: 'feature_not_available' })
  }
})

t.test('500 is logged with its cause, 4xx are not', async (t) => {
  const log: string[] = []
  const app = await build(t, log)
  await app.inject('/nope')
  t.notMatch(log.join(''), /"level":[45]0/)
  const { requestId } = (await app.inject('/boom')).json()
  t.match(log.join(''), /"level":50.*select \* from plans/)
  t.match(log.join(''), requestId)
})

const overSocket = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      answer += part
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })

t.test('what is not HTTP is 400, headers too large are 431: problems on the bare socket', async (t) => {
  const app = await build(t)
  await app.listen({ port: 0 })
  const { port } = app.server.address() as AddressInfo
  for (const [text, status] of [
    ['NOT HTTP\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ] as const) {
    const [head = '', body = ''] = (await overSocket(port, text)).split('\r\n\r\n')
    t.match(head, new RegExp(`^HTTP/1\\.1 ${status} `))
    t.match(head, /content-type: application\/problem\+json/i)
    t.match(JSON.parse(body), { status, error: 'invalid_request' })
    t.match(head, new RegExp(`content-length: ${body.length}`, 'i'))
  }
})
