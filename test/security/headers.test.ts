/** What every answer says to browsers, caches and proxies, whoever asks, and that it repeats nothing it should not. */
import type { InjectOptions } from 'fastify'
import t from 'tap'
import { bearer, testApp } from '../helper.ts'
import { accessTable } from './object-access/access-table.ts'
import { callers, headersOf } from './object-access/callers.ts'
import { situations } from './object-access/situation.ts'

const protective = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none'",
  'strict-transport-security': /^max-age=\d{8,}/,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}
const never = ['server', 'x-powered-by', 'access-control-allow-origin', 'set-cookie']

t.test('headers', async (t) => {
  const app = await testApp(t, { config: { consoleEnabled: false } })
  const { whole } = situations(app)

  for (const [operationId, row] of Object.entries(accessTable)) {
    t.test(`of ${operationId}`, async (t) => {
      for (const caller of callers) {
        const options = row.request(await whole(row.draft))
        const headers = { ...options.headers, ...headersOf[caller], origin: 'https://other.test' }
        const response = await app.inject({ ...options, headers })
        t.match(response.headers, protective, caller)
        for (const name of never) t.notOk(name in response.headers, `${caller}: ${name}`)
        if (response.statusCode !== 204) {
          const media = response.statusCode < 400 ? 'application/json' : 'application/problem\\+json'
          t.match(response.headers['content-type'], new RegExp(`^${media}`), caller)
        }
      }
    })
  }

  t.test('400, 404, 405, 413, 415: the same of what no route has answered', async (t) => {
    const json = { ...bearer('athlete-1'), 'content-type': 'application/json' }
    const odd: [number, InjectOptions][] = [
      [404, { url: '/nowhere' }],
      [405, { method: 'PATCH', url: '/api/v1/movements', headers: json, payload: '{}' }],
      [413, { method: 'POST', url: '/api/v1/plans', headers: json, payload: `"${'a'.repeat(2_000_000)}"` }],
      [415, { method: 'POST', url: '/api/v1/plans', headers: bearer('athlete-1'), payload: 'a=b' }],
      [400, { method: 'POST', url: '/api/v1/plans', headers: json, payload: '{' }],
    ]
    for (const [status, options] of odd) {
      const { statusCode, headers } = await app.inject(options)
      t.equal(statusCode, status)
      t.match(headers, protective, String(status))
      for (const name of never) t.notOk(name in headers, `${status}: ${name}`)
    }
  })

  t.test('400: a path that is none reaches no hook, and is guarded all the same', async (t) => {
    const { statusCode, headers } = await app.inject('/api/v1/plans/%zz')
    t.match(
      { statusCode, headers },
      {
        statusCode: 400,
        headers: {
          'content-type': 'application/problem+json',
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      },
    )
    for (const name of never) t.notOk(name in headers, name)
  })

  t.test('no page of another origin is let in, and TRACE repeats nothing', async (t) => {
    const preflight = {
      origin: 'https://other.test',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization',
    }
    for (const url of ['/api/v1/plans', '/api/v1/time-crunch/preview', '/nowhere']) {
      const { statusCode, headers } = await app.inject({ method: 'OPTIONS', url, headers: preflight })
      t.ok(statusCode >= 400, url)
      t.notOk(Object.keys(headers).some((name) => name.startsWith('access-control')))
      const marked = { ...bearer('athlete-1'), 'x-marked': 'marked-by-a-test' }
      const trace = await app.inject({ method: 'TRACE' as 'GET', url, headers: marked })
      t.ok(trace.statusCode >= 400)
      t.notMatch(trace.body + JSON.stringify(trace.headers), /marked-by-a-test|Bearer ey/)
    }
  })

  t.test('201: where the new plan is depends on no header of the request', async (t) => {
    const { headers } = await app.inject({
      method: 'POST',
      url: '/api/v1/plans',
      headers: { ...bearer('athlete-1'), host: 'other.test', 'x-forwarded-host': 'other.test' },
      payload: { name: 'Empty', microcycles: [] },
    })
    t.match(headers.location, /^\/api\/v1\/plans\/[0-9a-f-]{36}$/)
    t.notMatch(JSON.stringify(headers), 'other.test')
  })

  t.test('an x-request-id that is no id is replaced, not repeated', async (t) => {
    for (const sent of ['a b', '<script>', 'a'.repeat(65), 'é', "'; drop table plans"]) {
      const { headers, body } = await app.inject({ url: '/nowhere', headers: { 'x-request-id': sent } })
      t.match(headers['x-request-id'], /^[0-9a-f-]{36}$/)
      t.notOk(body.includes(sent))
    }
    const kept = await app.inject({ url: '/nowhere', headers: { 'x-request-id': 'trace.1:a-b_c' } })
    t.equal(kept.headers['x-request-id'], 'trace.1:a-b_c')
  })
})
