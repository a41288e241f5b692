/** The scrape: a registry an app, durations by route, and a listener that takes /metrics away from the public port. */
import type { AddressInfo } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { modelVersion } from '../../../domain/parameters.ts'
import errors from '../../../plugins/errors/index.ts'
import metrics, { type MetricsOptions } from '../../../plugins/metrics/index.ts'
import { apiVersion } from '../../../plugins/openapi/index.ts'

const build = async (t: Test, options: Partial<MetricsOptions> = {}): Promise<FastifyInstance> => {
  const app = fastify()
  await app.register(errors)
  await app.register(metrics, { host: '127.0.0.1', ...options })
  app.get('/things/:id', async () => ({}))
  t.teardown(() => app.close())
  await app.ready()
  return app
}

t.test('200: durations by route pattern, never by address', async (t) => {
  const app = await build(t)
  await app.inject('/things/secret-1')
  await app.inject('/nowhere/secret-2')
  const response = await app.inject('/metrics')
  t.equal(response.statusCode, 200)
  t.match(response.headers['content-type'], /^text\/plain; version=0\.0\.4/)
  t.match(
    response.body,
    'http_request_duration_seconds_count{method="GET",route="/things/:id",status_code="200"} 1',
  )
  t.match(response.body, /process_cpu_seconds_total [\d.]+/)
  t.match(response.body, /nodejs_eventloop_lag_seconds/)
  t.notMatch(response.body, 'secret')
  for (const bound of ['0.001', '5', '10', '30', '60']) {
    t.match(response.body, `http_request_duration_seconds_bucket{le="${bound}",method="GET"`)
  }
})

t.test('200: which build answers', async (t) => {
  const { body } = await (await build(t)).inject('/metrics')
  const { node } = process.versions
  t.match(
    body,
    `\nplanning_engine_build_info{version="${apiVersion}",node_version="${node}",model_version="${modelVersion}"} 1\n`,
  )
})

t.test('two apps of one process share nothing', async (t) => {
  const [one, other] = [await build(t), await build(t)]
  await one.inject('/things/1')
  t.match((await one.inject('/metrics')).body, 'route="/things/:id"')
  t.notMatch((await other.inject('/metrics')).body, 'route="/things/:id"')
})

t.test('404 on the public port when there is a metrics port; there it is 200', async (t) => {
  const app = await build(t, { port: 0 })
  t.equal((await app.inject('/metrics')).statusCode, 404)
  const { port } = app.metricsAddress() as AddressInfo
  const base = `http://127.0.0.1:${port}`
  const scrape = await fetch(`${base}/metrics`)
  t.equal(scrape.status, 200)
  t.match(scrape.headers.get('content-type'), /^text\/plain; version=0\.0\.4/)
  t.match(await scrape.text(), 'process_cpu_seconds_total')
  t.equal((await fetch(`${base}/things/1`)).status, 404)
  t.equal((await fetch(`${base}/metrics`, { method: 'POST' })).status, 405)
  await app.close()
  await t.rejects(fetch(`${base}/metrics`), 'it closes with the app')
})

t.test('a metrics port that is taken stops the start', async (t) => {
  const app = await build(t, { port: 0 })
  const { port } = app.metricsAddress() as AddressInfo
  await t.rejects(build(t, { port }), { code: 'EADDRINUSE' })
})
