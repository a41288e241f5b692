/** compose.yaml and what it mounts: sound, pinned, private to the machine, and in step with chart and service. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { parse } from 'yaml'
import { loadConfig, serviceSettingsSchema } from '../../config.ts'
import { prometheusTools } from '../monitoring/promtool.ts'

interface ComposeService {
  readonly image: string
  readonly build?: string
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly depends_on?: readonly string[] | Readonly<Record<string, object>>
  readonly read_only?: boolean
  readonly cap_drop?: readonly string[]
  readonly stop_grace_period?: string
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const parsed = (path: string) => parse(read(path), { strict: true, uniqueKeys: true, merge: true })
const compose: { services: Record<string, ComposeService>; volumes: object } = parsed('compose.yaml')
const services = Object.entries(compose.services)
const own = services.filter(([, { build }]) => build !== undefined)

/** Host path and container path of everything that is mounted from this folder. */
const mounts = services.flatMap(([name, { volumes = [] }]) =>
  volumes
    .filter((volume) => volume.startsWith('./'))
    .map((volume) => {
      const [from = '', to = '', mode] = volume.split(':')
      return { name, from, to, mode }
    }),
)

t.test('every image of others is pinned to a version', async (t) => {
  for (const [name, { image, build }] of services) {
    if (build === undefined) t.match(image, /:v?\d+[.\w-]*$/, name)
  }
})

t.test('only the loopback address of this machine is listened on', async (t) => {
  const ports = services.flatMap(([, service]) => service.ports ?? [])
  t.strictSame(ports, ['127.0.0.1:3000:3000', '127.0.0.1:9090:9090', '127.0.0.1:3001:3000'])
})

t.test('what is mounted is there, and read-only; what is waited for is there', async (t) => {
  t.equal(mounts.length, 6)
  for (const { from, mode } of mounts) {
    t.ok(existsSync(join(root, from)), from)
    t.equal(mode, 'ro', from)
  }
  for (const [name, { depends_on: needed = [] }] of services) {
    for (const other of Array.isArray(needed) ? needed : Object.keys(needed)) {
      t.ok(other in compose.services, `${name} waits for ${other}`)
    }
  }
})

t.test('the service: hardened, with settings that it accepts, and time to drain', async (t) => {
  t.strictSame(own.map(([name]) => name).sort(), ['migrations', 'service'])
  for (const [name, service] of own) {
    t.match(service, { read_only: true, cap_drop: ['ALL'] }, name)
    for (const variable of Object.keys(service.environment ?? {})) {
      t.ok(variable in serviceSettingsSchema.properties, `${name}: ${variable}`)
    }
    const config = loadConfig(service.environment ?? {})
    t.equal(config.databaseMigrate, false, `${name}: the migrations have a container of their own`)
    t.ok(
      Number.parseInt(service.stop_grace_period ?? '30s', 10) * 1_000 > config.drainMs + config.drainDelayMs,
    )
  }
  t.strictSame(compose.services.migrations?.command, ['node', 'dist/scripts/migrate.js'])
})

t.test('the flags file is where FLAGS_FILE says, and holds the flag', async (t) => {
  const file = compose.services.service?.environment?.FLAGS_FILE ?? ''
  const mount = mounts.find(({ name }) => name === 'service')
  t.ok(file.startsWith(`${mount?.to}/`))
  const { flags } = JSON.parse(read(join(mount?.from ?? '', file.replace(`${mount?.to}/`, ''))))
  t.match(flags, { 'feature.stream5_time_crunch_mode': { on: true, variations: [true, false] } })
})

t.test('Prometheus scrapes the metrics port of the image, by the job that the rules know', async (t) => {
  const {
    scrape_configs: [scrape],
    rule_files: [pattern],
  } = parsed('deploy/prometheus/prometheus.yaml')
  const [, port] = /METRICS_PORT=(\d+)/.exec(read('Dockerfile')) ?? []
  t.strictSame(scrape.static_configs[0].targets, [`service:${port}`])
  t.match(scrape.job_name, /planning-engine/)
  const rules = mounts.find(({ from }) => from.endsWith('rules.json'))
  t.match(rules?.to, new RegExp(`^${pattern.replace('*', '[^/]*')}$`))
})

t.test('promtool accepts the configuration with the rules', async (t) => {
  const { promtool } = await prometheusTools()
  const folder = await mkdtemp(join(tmpdir(), 'planning-prometheus-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const file = join(folder, 'prometheus.yaml')
  const rules = join(root, 'helm/planning-engine/files/*.json')
  const config = read('deploy/prometheus/prometheus.yaml')
  await writeFile(file, config.replace('/etc/prometheus/rules/*.json', rules.replace('*', 'rules')))
  const { status, stdout, stderr } = spawnSync(promtool, ['check', 'config', file], { encoding: 'utf8' })
  t.equal(status, 0, stdout + stderr)
  t.match(stdout, /1 rule files found/)
})

t.test('Grafana loads the dashboard that is mounted, from the Prometheus beside it', async (t) => {
  const {
    providers: [provider],
  } = parsed('deploy/grafana/dashboards/planning-engine.yaml')
  const dashboard = mounts.find(({ from }) => from.endsWith('dashboard.json'))
  t.ok(dashboard?.to.startsWith(`${provider.options.path}/`))
  t.equal(compose.services.grafana?.environment?.GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH, dashboard?.to)
  const {
    datasources: [source],
  } = parsed('deploy/grafana/datasources/prometheus.yaml')
  t.match(source, { type: 'prometheus', url: 'http://prometheus:9090', isDefault: true })
})
