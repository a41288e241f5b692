/** A PostgreSQL server of a test's own, which may be stopped, killed and started again; as durable as in production. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Test } from 'tap'
import { freePort } from '../service-process.ts'
import { identity, runProgram, startProgram } from './postgres-binaries.ts'

/** What must not be seen anywhere; nothing is behind it. */
export const databasePassword = 'database-password-of-a-test'
export const databaseUser = 'planner_of_a_test'
export const databaseName = 'plans_of_a_test'

/** The signals by which a server is told to stop: ending sessions, or leaving everything as it is (a crash). */
const stopSignals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const
export type StopMode = keyof typeof stopSignals

const startsWithinMs = 60_000

export const ownedFolder = async (t: Test): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'planning-server-'))
  t.teardown(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  if (identity?.uid !== undefined) await chown(folder, identity.uid, identity.gid ?? 0)
  return folder
}

const childrenOf = async (pid: number): Promise<number[]> => {
  const list = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return list.split(' ').filter(Boolean).map(Number)
}

export class PostgresServer {
  readonly folder: string
  readonly port: number
  #settings: Record<string, string>
  #process: ChildProcess | undefined
  #log = ''

  constructor(folder: string, port: number, settings: Record<string, string> = {}) {
    this.folder = folder
    this.port = port
    this.#settings = settings
  }

  /** A new one that runs, with an empty database for the service; gone with the test. */
  static async create(t: Test, settings: Record<string, string> = {}): Promise<PostgresServer> {
    const folder = join(await ownedFolder(t), 'data')
    // Not synced while it is made: it is not yet anything that could be lost.
    await runProgram('initdb', [
      ...['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    ])
    const server = new PostgresServer(folder, await freePort(), settings)
    t.teardown(() => server.kill())
    await server.start()
    await server.ask(`create role ${databaseUser} login password '${databasePassword}'`, 'postgres')
    await server.ask(`create database ${databaseName} owner ${databaseUser}`, 'postgres')
    return server
  }

  /** For the service: with a password, though every one is trusted, so that it can be looked for. */
  url(port = this.port, database = databaseName): string {
    return `postgres://${databaseUser}:${databasePassword}@127.0.0.1:${port}/${database}`
  }

  adminUrl(database = databaseName): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`
  }

  /** One statement by its administrator, on a connection of its own. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back
  async ask(sql: string, database = databaseName): Promise<any[]> {
    const client = new pg.Client({
      connectionString: this.adminUrl(database),
      connectionTimeoutMillis: 5_000,
    })
    client.on('error', () => {})
    await client.connect()
    try {
      return (await client.query(sql)).rows
    } finally {
      await client.end().catch(() => {})
    }
  }

  /** Until it takes connections. After a kill, sessions that are still ending hold it up for a moment. */
  async start(): Promise<void> {
    const beforeMs = performance.now() + startsWithinMs
    const settings = {
      port: String(this.port),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      shared_buffers: '16MB',
      fsync: 'on',
      synchronous_commit: 'on',
      ...this.#settings,
    }
    const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    while (performance.now() < beforeMs) {
      if (this.#process?.exitCode !== null || this.#process.signalCode !== null) {
        const child = startProgram('postgres', ['-D', this.folder, ...words])
        child.stderr.on('data', (chunk) => {
          this.#log = `${this.#log}${chunk}`.slice(-4_000)
        })
        child.stdout.resume()
        this.#process = child
      }
      if (await this.#answers()) return
      await sleep(50)
    }
    throw new Error(`The server did not start: ${this.#log}`)
  }

  async #answers(): Promise<boolean> {
    return this.ask('select 1', 'postgres').then(
      () => true,
      () => false,
    )
  }

  async stop(mode: StopMode): Promise<void> {
    await this.#end((process) => process.kill(stopSignals[mode]))
  }

  /** All of its processes at once, as when its machine fails; what it had not synced would be lost there. */
  async kill(): Promise<void> {
    await this.#end(async (server) => {
      const children = await childrenOf(server.pid ?? 0)
      server.kill('SIGKILL')
      for (const pid of children) {
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // Gone by itself.
        }
      }
    })
  }

  async #end(how: (server: ChildProcess) => unknown): Promise<void> {
    const server = this.#process
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    await how(server)
    await ended
  }
}
