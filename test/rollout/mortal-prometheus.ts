/** A real Prometheus that can be killed in the middle of a phase, and comes back with its memory and its address. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { createPrometheus } from '../../rollout/prometheus/client.ts'
import { prometheusTools } from '../monitoring/promtool.ts'
import { eventually } from '../monitoring/running-prometheus.ts'

export interface MortalPrometheus {
  readonly url: string
  die(): Promise<void>
  comeBack(): Promise<void>
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Twice a second: the windows of these tests are seconds long. */
const configOf = (target: string): string =>
  JSON.stringify({
    global: { scrape_interval: '500ms', scrape_timeout: '500ms' },
    scrape_configs: [
      {
        job_name: 'planning-engine',
        static_configs: [{ targets: [target], labels: { namespace: 'production' } }],
      },
    ],
  })

export const mortalPrometheus = async (t: Test, target: string): Promise<MortalPrometheus> => {
  const { prometheus } = await prometheusTools()
  const folder = await mkdtemp(join(tmpdir(), 'rollout-prometheus-'))
  const config = join(folder, 'prometheus.yml')
  await writeFile(config, configOf(target))
  const address = `127.0.0.1:${await freePort()}`
  const url = `http://${address}`
  let child: ChildProcess | undefined

  /** It is ready seconds before it has found out whom to scrape. */
  const hasScraped = async (): Promise<boolean> => {
    const answer = await createPrometheus({ url }).query('up == 1', Date.now())
    return !('fault' in answer) && answer.length > 0
  }
  const comeBack = async (): Promise<void> => {
    child = spawn(
      prometheus,
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=${address}`,
        '--log.level=error',
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )
    if (!(await eventually(hasScraped, Boolean, 30_000))) throw new Error('Prometheus scrapes nothing')
  }
  const die = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }

  t.teardown(async () => {
    await die()
    await rm(folder, { recursive: true, force: true })
  })
  await comeBack()
  return { url, die, comeBack }
}
