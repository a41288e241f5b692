/** What is made from something else says what that says now: schema, README, kubectl manifest, versions. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import t from 'tap'
import { parse } from 'yaml'
import { readChartFile, template } from '../../scripts/chart/helm.ts'
import { manifest, manifestFile } from '../../scripts/chart/manifest.ts'
import { chartReadme } from '../../scripts/chart/readme.ts'
import { withSettings } from '../../scripts/chart/settings-schema.ts'
import { toolPath } from '../../scripts/chart/tools.ts'
import { modelFault, ofKind, parseObjects, podsOf } from './objects.ts'

const root = new URL('../../', import.meta.url)
const schemaText = readChartFile('values.schema.json')
const committed = readFileSync(manifestFile, 'utf8')

t.test('the settings in values.schema.json are those of the code: npm run chart', async (t) => {
  t.equal(schemaText, withSettings(schemaText))
})

t.test('the README is what npm run chart writes', async (t) => {
  t.equal(readChartFile('README.md'), chartReadme(schemaText, readChartFile('values.yaml')))
})

t.test('k8s/planning-engine-deployment.yaml is what npm run chart writes', async (t) => {
  t.equal(committed, manifest())
})

t.test(
  'the manifest for kubectl: sound, no hook, no secret, no kind that an operator must bring',
  async (t) => {
    const objects = parseObjects(committed)
    t.strictSame(
      objects.flatMap((object) => modelFault(object) ?? []),
      [],
    )
    t.strictSame([...new Set(objects.map(({ kind }) => kind))].sort(), [
      'ConfigMap',
      'Deployment',
      'HorizontalPodAutoscaler',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'Service',
      'ServiceAccount',
    ])
    t.notMatch(committed, /helm\.sh\/hook|managed-by: Helm/)
    t.strictSame(
      podsOf(objects).flatMap(({ spec }) => spec.initContainers?.map(({ command }) => command)),
      [['node', 'dist/scripts/migrate.js']],
      'the database is migrated all the same',
    )
  },
)

t.test('kubectl reads the manifest', async (t) => {
  // --local: without a cluster. Every object is decoded as its kind, and printed again.
  const { status, stdout, stderr } = spawnSync(
    toolPath('kubectl'),
    ['annotate', '--local', '--filename', '-', '--output', 'json', 'read=true'],
    { input: committed, encoding: 'utf8' },
  )
  t.equal(status, 0, stderr)
  t.equal(stdout.match(/"read": "true"/g)?.length, parseObjects(committed).length)
})

t.test('the chart is of the version of the service', async (t) => {
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  const { appVersion, version: chartVersion } = parse(readChartFile('Chart.yaml'))
  t.equal(appVersion, version)
  t.match(chartVersion, /^\d+\.\d+\.\d+$/)
})

t.test(
  'rules and dashboard reach the cluster as they are, but for the address of the runbooks',
  async (t) => {
    const rules = JSON.parse(readChartFile('files/rules.json'))
    const runbookBaseUrl = 'https://code.example.com/planning-engine'
    const values = {
      metrics: { prometheusRule: { enabled: true, runbookBaseUrl }, dashboard: { enabled: true } },
    }
    const objects = parseObjects(template({ values }).out)
    const sent = ofKind(objects, 'PrometheusRule')[0]?.spec
    const addresses: string[] = []
    const relative = JSON.parse(JSON.stringify(sent), (key, value) => {
      if (key !== 'runbook_url') return value
      addresses.push(value)
      return value.replace(`${runbookBaseUrl}/`, '')
    })
    t.strictSame(relative, rules)
    t.ok(addresses.length > 0)
    t.ok(addresses.every((address) => address.startsWith(`${runbookBaseUrl}/docs/runbooks/`)))
    const dashboard = ofKind(objects, 'ConfigMap').find(({ metadata }) =>
      metadata.name.endsWith('-dashboard'),
    )
    t.equal(dashboard?.metadata.labels.grafana_dashboard, '1')
    t.strictSame(
      JSON.parse(dashboard?.data['planning-engine.json']),
      JSON.parse(readChartFile('files/dashboard.json')),
    )
  },
)

t.test('rules about containers are about the one that this chart makes', async (t) => {
  const text = readChartFile('files/rules.json')
  const named = new Set([...text.matchAll(/container=\\"([^"\\]+)\\"/g)].map(([, name]) => name))
  const [pod] = podsOf(ofKind(parseObjects(template().out), 'Deployment'))
  t.strictSame([...named], [pod?.spec.containers[0]?.name])
})
