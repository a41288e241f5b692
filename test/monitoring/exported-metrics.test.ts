/** Every series that a rule, the dashboard or a runbook asks for is one that the running service exports. */
import { readdir, readFile } from 'node:fs/promises'
import t from 'tap'
import { groups } from '../../monitoring/rules/rules.ts'
import { clusterMetrics } from './cluster-metrics.ts'
import { crunchingService } from './crunching-service.ts'
import { dashboardQueries, queriesOf, recordOf, ruleQueries, selectorsOf } from './promql.ts'
import { promtool } from './promtool.ts'

const runbooks = new URL('../../docs/runbooks/', import.meta.url)
const runbookQueries = (
  await Promise.all(
    (await readdir(runbooks)).map(async (page) => queriesOf(await readFile(new URL(page, runbooks), 'utf8'))),
  )
).flat()

const recorded = new Set(groups.flatMap(({ rules }) => rules.map(recordOf)))

/** Name and labels of every sample. */
const samplesOf = (scrape: string): { metric: string; labels: Record<string, string> }[] =>
  scrape
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({
      metric: /^[\w:]+/.exec(line)?.[0] ?? '',
      labels: Object.fromEntries(
        [...line.matchAll(/(\w+)="([^"]*)"/g)].map(([, label = '', value = '']) => [label, value]),
      ),
    }))

/** Given to a series by Prometheus, not by the service. */
const targetLabels = new Set(['namespace', 'pod', 'instance', 'job', 'container'])

t.test('a reader of PromQL that reads', async (t) => {
  t.strictSame(
    selectorsOf('sum by (le) (rate(a_bucket{x="1",y=~"2"}[5m])) / on (z) b:c:d or absent(up{job="j"})'),
    [
      { metric: 'a_bucket', equal: { x: '1' } },
      { metric: 'b:c:d', equal: {} },
      { metric: 'up', equal: { job: 'j' } },
    ],
  )
  t.throws(() => selectorsOf('sum by (le (x)'))
})

t.test('the running service', async (t) => {
  const service = await crunchingService(t)
  t.strictSame(
    [await service.preview(), await service.previewOfNothing(), await service.previewOfNobody()],
    [200, 404, 401],
  )
  const scrape = await service.scrape()
  const samples = samplesOf(scrape)

  const sources = { rules: ruleQueries, dashboard: dashboardQueries, runbooks: runbookQueries }
  for (const [source, queries] of Object.entries(sources)) {
    t.test(`exports what the ${source} ask for`, async (t) => {
      t.ok(queries.length > 20)
      for (const { metric, equal } of queries.flatMap(selectorsOf)) {
        if (recorded.has(metric) || clusterMetrics.has(metric)) continue
        const wanted = Object.entries(equal).filter(([label]) => !targetLabels.has(label))
        const found = samples.some(
          (sample) =>
            sample.metric === metric && wanted.every(([label, value]) => sample.labels[label] === value),
        )
        t.ok(found, `${metric} ${JSON.stringify(Object.fromEntries(wanted))}`)
      }
    })
  }

  t.test('promtool finds fault with three gauges of the metrics client only', async (t) => {
    const { output } = await promtool(['check', 'metrics'], scrape)
    const complaints = output.split('\n').filter((line) => line !== '')
    t.ok(complaints.length > 0, 'it looked')
    t.strictSame(
      complaints.filter((line) => !/^nodejs_active_\w+_total non-counter metrics should not have/.test(line)),
      [],
    )
  })

  t.test('no user is in the scrape', async (t) => {
    t.notMatch(scrape, /athlete-/)
  })
})
