/** Opens the database: a pool of PostgreSQL connections, or the embedded PGlite, behind the same knex. */
import { mkdir } from 'node:fs/promises'
import knexFactory, { type Knex } from 'knex'
import { lockFolder } from './folder-lock.ts'
import { forgetRow } from './forget-row.ts'
import type { DatabaseLocation } from './location.ts'

export interface ConnectOptions {
  /** Most connections to PostgreSQL; PGlite has exactly one, so its statements run one after the other. */
  readonly poolMax: number
  /** PostgreSQL ends a statement that runs longer; PGlite can't interrupt one. */
  readonly statementTimeoutMs: number
  /** How long a request may wait for a free connection, and a connection for its server. */
  readonly acquireTimeoutMs: number
  /** What the driver wants to say; its default is the console. */
  readonly log: Knex.Logger
}

export interface Connection {
  readonly knex: Knex
  readonly close: () => Promise<void>
}

const connectPostgres = (url: string, options: ConnectOptions): Connection => {
  const { poolMax, statementTimeoutMs, acquireTimeoutMs, log } = options
  const knex = knexFactory({
    client: 'pg',
    connection: {
      connectionString: url,
      application_name: 'planning-engine',
      statement_timeout: statementTimeoutMs,
      // The server lets go of a transaction whose process went away without a word.
      idle_in_transaction_session_timeout: statementTimeoutMs * 2,
      connectionTimeoutMillis: acquireTimeoutMs,
      keepAlive: true,
    },
    // min 0: the pool keeps no connection that broke while idle, and lets unused ones go.
    pool: { min: 0, max: poolMax },
    acquireConnectionTimeout: acquireTimeoutMs,
    log,
  })
  return { knex, close: () => knex.destroy() }
}

const connectEmbedded = async (folder: string | null, { log }: ConnectOptions): Promise<Connection> => {
  // Loaded only here: a service with PostgreSQL has no use for 10 MB of WebAssembly.
  const [{ PGlite }, { default: PgliteClient }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('knex-pglite'),
  ])
  const unlock = folder === null ? undefined : await lockFolder(folder)
  try {
    if (folder !== null) await mkdir(folder, { recursive: true })
    const pglite = folder === null ? await PGlite.create() : await PGlite.create(folder)
    const knex = knexFactory({ client: PgliteClient, connection: (() => ({ pglite })) as never, log })
    const close = async (): Promise<void> => {
      // Closes PGlite too, if a query ever reached it; closing it twice would throw.
      await knex.destroy()
      if (!pglite.closed) await pglite.close()
      await unlock?.()
    }
    return { knex, close }
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
