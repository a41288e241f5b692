/** The service as a process of its own, with its whole output: for what only a process can show. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Free now; the service is told to take it. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export interface ServiceProcess {
  readonly url: string
  readonly child: ChildProcess
  /** Everything it wrote, to both streams. */
  output(): string
  /** Until it answers; false when it ended before. */
  answers(): Promise<boolean>
  /** Asks it to end (or, with SIGKILL, ends it), and waits for it; its exit code, null when a signal ended it. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
  return child.exitCode
}

/** `settings` are its environment: nothing of the test's own goes along; `port` when another knows it already. */
export const startService = async (
  t: Test,
  settings: Record<string, string>,
  port?: number,
): Promise<ServiceProcess> => {
  port ??= await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['--import=tsx', 'server.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: String(port), LOG_LEVEL: 'trace', ...settings },
  })
  t.teardown(() => child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      output += part
    })
  }
  return {
    url,
    child,
    output: () => output,
    async answers() {
      while (child.exitCode === null && child.signalCode === null) {
        const live = await fetch(`${url}/health/live`).catch(() => undefined)
        if (live?.ok) return true
        await sleep(50)
      }
      return false
    },
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended(child)
    },
  }
}
