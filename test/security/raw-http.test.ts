/** Bytes that are almost HTTP, over a real socket: one 4xx and a closed connection, never a second request inside the first. */
import { type AddressInfo, connect } from 'node:net'
import t from 'tap'
import { bearer, testApp } from '../helper.ts'

const smuggled = 'GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n'
const { authorization } = bearer('athlete-1')
const post = (headers: string[], body: string): string =>
  ['POST /api/v1/plans HTTP/1.1', 'Host: a', `Authorization: ${authorization}`, ...headers, '', body].join(
    '\r\n',
  )
const json = 'Content-Type: application/json'

const attacks: [string, string][] = [
  ['two lengths', post([json, 'Content-Length: 2', 'Content-Length: 40'], `{}${smuggled}`)],
  ['a list of lengths', post([json, 'Content-Length: 2, 40'], `{}${smuggled}`)],
  [
    'a length and chunks',
    post([json, 'Content-Length: 2', 'Transfer-Encoding: chunked'], `0\r\n\r\n${smuggled}`),
  ],
  ['a length that is none', post([json, 'Content-Length: 2x'], `{}${smuggled}`)],
  ['a negative length', post([json, 'Content-Length: -1'], smuggled)],
  ['an unknown encoding', post([json, 'Transfer-Encoding: chunky'], smuggled)],
  ['chunked, but not at last', post([json, 'Transfer-Encoding: chunked, identity'], `0\r\n\r\n${smuggled}`)],
  [
    'a chunk size that is none',
    post([json, 'Transfer-Encoding: chunked'], `zz\r\n{}\r\n0\r\n\r\n${smuggled}`),
  ],
  ['a space before the colon', post([json, 'Content-Length : 2'], `{}${smuggled}`)],
  ['a NUL in a header', post([json, 'X-A: a\u0000b', 'Content-Length: 2'], '{}')],
  ['a bare line feed', 'GET /openapi.json HTTP/1.1\nHost: a\n X: y\n\n'],
  ['an unknown method', 'GIVE /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n'],
  ['a method in lower case', 'get /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n'],
  ['another protocol', 'GET /openapi.json HTTP/9.9\r\nHost: a\r\n\r\n'],
  ['a greeting of TLS', '\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\u00a1\u0003\u0003'],
  ['64 KiB of headers', `GET /openapi.json HTTP/1.1\r\nHost: a\r\nX-A: ${'a'.repeat(65_536)}\r\n\r\n`],
  ['a path of 64 KiB', `GET /${'a'.repeat(65_536)} HTTP/1.1\r\nHost: a\r\n\r\n`],
  ['noise', '\u0000\u00ff\u00fe\r\n\r\n'],
]

t.test('almost HTTP', async (t) => {
  const app = await testApp(t, { config: { consoleEnabled: false } })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const send = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let answer = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'))
      socket.setTimeout(5_000, () => reject(new Error(`still open after: ${answer.slice(0, 200)}`)))
      socket.setEncoding('latin1').on('data', (part: string) => {
        answer += part
      })
      socket.on('close', () => resolve(answer)).on('error', reject)
    })

  for (const [what, text] of attacks) {
    t.test(`4xx for ${what}`, async (t) => {
      const answer = await send(text)
      const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
      t.equal(statuses.length, 1, answer.slice(0, 300))
      t.ok([400, 405, 408, 413, 431].includes(statuses[0] ?? 0), String(statuses[0]))
      t.match(answer, /content-type: application\/problem\+json/i)
      t.notMatch(answer, /"openapi"|Error:|node_modules/)
    })
  }

  t.test('400 without a host, by Node itself', async (t) => {
    t.match(await send('GET /openapi.json HTTP/1.1\r\n\r\n'), /^HTTP\/1\.1 400 /)
  })

  t.test('200: it is still there', async (t) => {
    const live = await send('GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
    t.match(live, /^HTTP\/1\.1 200 /)
  })
})
