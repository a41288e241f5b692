/** What Prometheus may answer, and that anything but one number is no verdict. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { createPrometheus } from '../../../rollout/prometheus/client.ts'
import { measurementOf } from '../../../rollout/prometheus/measure.ts'

const answering = async (t: Test, status: number, body: string | undefined) => {
  const server = createServer((_, response) => {
    if (body !== undefined) response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close().closeAllConnections())
  const { port } = server.address() as AddressInfo
  return createPrometheus({ url: `http://127.0.0.1:${port}/`, timeoutMs: 300 })
}

const vector = (...values: [Record<string, string>, string][]): string =>
  JSON.stringify({
    status: 'success',
    data: {
      resultType: 'vector',
      result: values.map(([metric, value]) => ({ metric, value: [1.5, value] })),
    },
  })

t.test('one number is a number', async (t) => {
  for (const [text, value] of [
    ['0', 0],
    ['0.95', 0.95],
    ['1e-3', 0.001],
  ] as const) {
    const prometheus = await answering(t, 200, vector([{}, text]))
    t.strictSame(measurementOf(await prometheus.query('x', 0)), { value })
  }
})

const one = { namespace: 'production' }
const two = { namespace: 'staging' }
const unknowns: [string, number, string | undefined, RegExp][] = [
  ['no series', 200, vector(), /no data/],
  [
    'several series',
    200,
    vector([one, '1'], [two, '1']),
    /2 series.*"production", namespace="staging".*--namespace/,
  ],
  ['NaN', 200, vector([{}, 'NaN']), /NaN/],
  ['infinity', 200, vector([{}, '+Inf']), /infinity/],
  [
    'an error of its own',
    400,
    '{"status":"error","errorType":"bad_data","error":"parse error"}',
    /refused the query: parse error/,
  ],
  ['a page of HTML', 200, '<html>Sign in</html>', /not Prometheus: status 200, a page that is no JSON/],
  ['a proxy that is ill', 502, 'Bad gateway', /status 502/],
  ['JSON of something else', 200, '{"hello":"world"}', /JSON of an unknown form/],
  ['a matrix', 200, '{"status":"success","data":{"resultType":"matrix","result":[]}}', /unknown form/],
  ['silence', 200, undefined, /no answer within 0.3 s/],
]
for (const [what, status, body, unknown] of unknowns) {
  t.test(`${what}: no verdict`, async (t) => {
    const prometheus = await answering(t, status, body)
    t.match(measurementOf(await prometheus.query('x', 0)), { unknown })
  })
}

t.test('nobody there: no verdict', async (t) => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  const prometheus = createPrometheus({ url: `http://127.0.0.1:${port}` })
  t.match(measurementOf(await prometheus.query('x', 0)), { unknown: /can't be reached: ECONNREFUSED/ })
})
