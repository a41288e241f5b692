/** The built service as a process of its own, started as a container starts it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { benchSecret } from './tokens.ts'

export const projectRoot = fileURLToPath(new URL('..', import.meta.url))

/** Free now; whoever is told takes it. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

export interface Running {
  readonly address: string
  readonly readyMs: number
  readonly child: ChildProcess
  stop(): Promise<void>
}

export interface StartOptions {
  /** Settings beside the usual ones. */
  readonly settings?: Readonly<Record<string, string>>
  readonly nodeArguments?: readonly string[]
  /** The processor that it may use, and no other; Linux only. */
  readonly processor?: number
}

/** Ready when this resolves. Nothing is made up: development settings, so that the schema is brought up to date. */
export const startService = async (databaseUrl: string, options: StartOptions = {}): Promise<Running> => {
  const { settings = {}, nodeArguments = [], processor } = options
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const command = [process.execPath, ...nodeArguments, 'dist/server.js']
  if (processor !== undefined) command.unshift('taskset', '--cpu-list', String(processor))
  const startedMs = performance.now()
  const child = spawn(command[0]!, command.slice(1), {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      JWT_SECRET: benchSecret,
      LOG_LEVEL: 'error',
      SEED_DEMO: 'false',
      RATE_LIMIT_MAX: '1000000',
      ...settings,
    },
  })
  for (;;) {
    const answer = await fetch(`${address}/health/ready`).catch(() => null)
    if (answer?.ok) break
    if (child.exitCode !== null) throw new Error('the service ended before it was ready; is it built?')
    await sleep(10)
  }
  const readyMs = performance.now() - startedMs
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { address, readyMs, child, stop }
}
