/** Starts the service for a soak as a process of its own, and asks it what it holds. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { benchSecret } from '../tokens.ts'

/** What the process holds once its garbage is collected. */
export interface Holdings {
  readonly heapBytes: number
  /** Outside of the heap: buffers, of kept answers above all. */
  readonly externalBytes: number
  readonly residentBytes: number
  /** Whatever keeps the event loop alive but timers, without the database's connections. */
  readonly handles: number
  readonly timers: number
  /** On the process, the server and the database. */
  readonly listeners: number
  /** Lines of a scrape. */
  readonly series: number
}

export interface SoakedService {
  readonly address: string
  holdings(): Promise<Holdings>
  stop(): Promise<void>
}

const processFile = fileURLToPath(new URL('./service-process.ts', import.meta.url))

export const startSoakedService = async (databaseUrl: string): Promise<SoakedService> => {
  const child = fork(processFile, {
    execArgv: ['--import=tsx', '--expose-gc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      JWT_SECRET: benchSecret,
      LOG_LEVEL: 'info',
      SEED_DEMO: 'false',
      CONSOLE_ENABLED: 'false',
      RATE_LIMIT_MAX: '1000000',
      // A forced collection of garbage holds the event loop up, which no service does to itself.
      EVENT_LOOP_DELAY_MAX_MS: '0',
    },
  })
  let tell: (told: unknown) => void = () => {}
  let fail: (error: Error) => void = () => {}
  child.on('message', (told) => tell(told))
  child.on('exit', (code) => fail(new Error(`the service ended with ${code}`)))
  const next = <Told>(): Promise<Told> =>
    new Promise((resolve, reject) => {
      tell = resolve as typeof tell
      fail = reject
    })
  return {
    address: await next<string>(),
    async holdings() {
      const told = next<Holdings>()
      child.send('holdings')
      return told
    },
    async stop() {
      if (child.exitCode !== null) return
      child.send('end')
      await once(child, 'exit')
    },
  }
}
