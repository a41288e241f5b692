/** A real Prometheus for a test: scrapes one target every second, evaluates the chart's rules every second, answers queries. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { prometheusTools } from './promtool.ts'

const rulesFile = fileURLToPath(new URL('../../helm/planning-engine/files/rules.json', import.meta.url))

export interface Sample {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

export interface RunningPrometheus {
  query(expr: string): Promise<Sample[]>
  /** Names of the alerts that ring. */
  ringing(): Promise<string[]>
  /** What could not be loaded or evaluated: rule and reason. */
  ruleFaults(): Promise<string[]>
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}

/** Asks until the answer will do; the last answer, whatever it is, after the time is up. */
export const eventually = async <T>(
  ask: () => Promise<T>,
  isEnough: (answer: T) => boolean,
  withinMs = 20_000,
): Promise<T> => {
  const endMs = performance.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (isEnough(answer) || performance.now() > endMs) return answer
    await sleep(250)
  }
}

export const runningPrometheus = async (t: Test, target: string): Promise<RunningPrometheus> => {
  const { prometheus } = await prometheusTools()
  const folder = await mkdtemp(join(tmpdir(), 'planning-prometheus-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const config = join(folder, 'prometheus.yml')
  // JSON is YAML.
  await writeFile(
    config,
    JSON.stringify({
      global: { scrape_interval: '1s', evaluation_interval: '1s' },
      rule_files: [rulesFile],
      scrape_configs: [
        {
          job_name: 'planning-engine',
          static_configs: [{ targets: [target], labels: { namespace: 'production' } }],
        },
      ],
    }),
  )
  const address = `127.0.0.1:${await freePort()}`
  const child = spawn(
    prometheus,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
      '--log.level=error',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  t.teardown(() => stop(child))

  const isReady = (): Promise<boolean> =>
    fetch(`http://${address}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
  if (!(await eventually(isReady, (ready) => ready))) throw new Error('Prometheus did not start')

  // biome-ignore lint/suspicious/noExplicitAny: Prometheus' own answers, looked into by each caller
  const ask = async (path: string): Promise<any> => {
    const answer = (await (await fetch(`http://${address}/api/v1/${path}`)).json()) as {
      status: string
      error?: string
      data: unknown
    }
    if (answer.status !== 'success') throw new Error(`${path}: ${answer.error}`)
    return answer.data
  }

  return {
    query: async (expr) => {
      const { result } = await ask(`query?query=${encodeURIComponent(expr)}`)
      return result.map(
        ({ metric, value }: { metric: Record<string, string>; value: [number, string] }): Sample => ({
          labels: metric,
          value: Number(value[1]),
        }),
      )
    },
    ringing: async () => {
      const { alerts } = await ask('alerts')
      return alerts
        .filter(({ state }: { state: string }) => state === 'firing')
        .map(({ labels }: { labels: { alertname: string } }) => labels.alertname)
    },
    ruleFaults: async () => {
      const { groups } = await ask('rules')
      if (groups.length === 0) return ['no rules are loaded']
      return groups.flatMap(({ rules }: { rules: { name: string; health: string; lastError?: string }[] }) =>
        rules
          .filter(({ health }) => health !== 'ok')
          .map(({ name, health, lastError }) => `${name}: ${lastError ?? health}`),
      )
    },
  }
}
