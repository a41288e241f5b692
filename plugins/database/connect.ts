/** Opens the database: a pool of PostgreSQL connections, or the embedded PGlite, behind the same knex. */
import knexFactory, { type Knex } from 'knex'
import { watchConnections } from './distrusted.ts'
import { lockFolder } from './folder-lock.ts'
import { forgetRow } from './forget-row.ts'
import type { DatabaseLocation } from './location.ts'

export interface ConnectOptions {
  /** Most connections to PostgreSQL; PGlite has exactly one, so its statements run one after the other. */
  readonly poolMax: number
  /** PostgreSQL ends a statement that runs longer; PGlite can't interrupt one. 0 is no limit. */
  readonly statementTimeoutMs: number
  /** How long a request may wait for a free connection. */
  readonly acquireTimeoutMs: number
  /** What the driver wants to say; its default is the console. */
  readonly log: Knex.Logger
}

export interface Connection {
  readonly knex: Knex
  /** Runs work that may take its time, such as a migration: what it is given ends no statement. */
  readonly unhurried: <Result>(work: (knex: Knex) => Promise<Result>) => Promise<Result>
  readonly close: () => Promise<void>
}

/** Beyond the server's own limit: for its word that a statement took too long to get here. */
const answerMs = 2_000

const connectPostgres = (url: string, options: ConnectOptions): Connection => {
  const { poolMax, statementTimeoutMs, acquireTimeoutMs, log } = options
  const { watch, attach } = watchConnections()
  const knex = knexFactory({
    client: 'pg',
    connection: {
      connectionString: url,
      application_name: 'planning-engine',
      statement_timeout: statementTimeoutMs,
      // A server that is cut off ends nothing: without a limit of ours its connections would be lost for hours.
      ...(statementTimeoutMs > 0 && { query_timeout: statementTimeoutMs + answerMs }),
      // The server lets go of a transaction whose process went away without a word.
      idle_in_transaction_session_timeout: statementTimeoutMs * 2,
      // Less than a request may wait, so that a server that is not there is told from one that is busy.
      connectionTimeoutMillis: acquireTimeoutMs / 2,
      keepAlive: true,
    },
    // min 0: the pool keeps no connection that broke while idle, and lets unused ones go.
    pool: { min: 0, max: poolMax, afterCreate: watch },
    acquireConnectionTimeout: acquireTimeoutMs,
    log,
  })
  attach(knex)
  const unhurried: Connection['unhurried'] = async (work) => {
    const slow = connectPostgres(url, { ...options, poolMax: 1, statementTimeoutMs: 0 })
    try {
      return await work(slow.knex)
    } finally {
      await slow.close()
    }
  }
  return { knex, unhurried, close: () => knex.destroy() }
}

const connectEmbedded = async (folder: string | null, { log }: ConnectOptions): Promise<Connection> => {
  // Loaded only here: a service with PostgreSQL has no use for 10 MB of WebAssembly.
  const [{ openEmbedded }, { embeddedClient }, { startHousekeeping }] = await Promise.all([
    import('./embedded/open.ts'),
    import('./embedded/client.ts'),
    import('./embedded/housekeeping.ts'),
  ])
  const say = (reason: string): void => log.error?.(`The embedded database has stopped: ${reason}`)
  const unlock = folder === null ? undefined : await lockFolder(folder)
  try {
    const first = await openEmbedded(folder, say)
    const client = embeddedClient(first, () => openEmbedded(folder, say))
    const knex = knexFactory({ client, connection: {}, log })
    const endHousekeeping = startHousekeeping(knex)
    const close = async (): Promise<void> => {
      endHousekeeping()
      // Closes PGlite too, if a query ever reached it; closing it twice would throw.
      await knex.destroy()
      if (!first.pglite.closed && !first.hasDied()) await first.pglite.close()
      await unlock?.()
    }
    return { knex, unhurried: (work) => work(knex), close }
  } catch (error) {
    await unlock?.()
    throw error
  }
}

export const connect = async (location: DatabaseLocation, options: ConnectOptions): Promise<Connection> => {
  const connection =
    location.dialect === 'postgres'
      ? connectPostgres(location.url, options)
      : await connectEmbedded(location.folder, options)
  connection.knex.on('query-error', forgetRow)
  return connection
}
