/** The database: opened and pinged before the app is ready, closed with it; decorated as `app.database`. */
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { Knex } from 'knex'
import { withoutAddress } from '../errors/logged-error.ts'
import { connect } from './connect.ts'
import { describeLocation, parseLocation } from './location.ts'
import { migrateToLatest, pendingMigrations } from './migrate.ts'

export interface DatabaseOptions {
  /** `postgres://…`, `pglite:memory` or `pglite:<folder>` */
  readonly url: string
  readonly poolMax: number
  readonly statementTimeoutMs: number
  readonly acquireTimeoutMs?: number
  /** Bring the schema up to date at start; production does it with `npm run migrate`. */
  readonly migrate: boolean
}

export interface PoolState {
  readonly used: number
  readonly free: number
  /** Requests that wait for a connection. */
  readonly pending: number
  readonly max: number
}

export interface Database {
  readonly knex: Knex
  readonly dialect: 'postgres' | 'pglite'
  /** Rejects when the database does not answer. */
  readonly ping: () => Promise<void>
  readonly pool: () => PoolState
  readonly migrationsPending: () => Promise<boolean>
}

declare module 'fastify' {
  interface FastifyInstance {
    database: Database
  }
}

interface Pool {
  readonly max: number
  numUsed(): number
  numFree(): number
  numPendingAcquires(): number
}

const defaultAcquireTimeoutMs = 5_000

/** What is worth saying of a driver's error: its code, else its name; never the SQL, never the address. */
const reasonOf = (error: unknown): string => {
  const { code, name } = error as { code?: string; name?: string }
  return code ?? name ?? 'unknown'
}

const loggerOf = (app: FastifyInstance): Knex.Logger => {
  // The first line: behind it knex writes the stack.
  const plain = (message: unknown): string => withoutAddress(String(message).split('\n', 1)[0] ?? '')
  return {
    warn: (message) => app.log.warn({ source: 'knex' }, plain(message)),
    error: (message) => app.log.error({ source: 'knex' }, plain(message)),
    deprecate: (method, alternative) => app.log.warn({ source: 'knex', method, alternative }, 'deprecated'),
    debug: () => {},
  }
}

const database = async (app: FastifyInstance, options: DatabaseOptions): Promise<void> => {
  const location = parseLocation(options.url)
  const { acquireTimeoutMs = defaultAcquireTimeoutMs, poolMax, statementTimeoutMs, migrate } = options
  const log = loggerOf(app)
  const { knex, unhurried, close } = await connect(location, {
    poolMax,
    statementTimeoutMs,
    acquireTimeoutMs,
    log,
  })
  app.addHook('onClose', close)

  const ping = async (): Promise<void> => {
    await knex.raw('select 1')
  }
  try {
    await ping()
  } catch (error) {
    const reason = reasonOf(error)
    throw new Error(`The database at ${describeLocation(location)} does not answer (${reason})`, {
      cause: error,
    })
  }
  if (migrate) {
    const applied = await unhurried(migrateToLatest)
    if (applied.length > 0) app.log.info({ applied }, 'database schema brought up to date')
  }

  // The migrate command has no probes to answer.
  if (app.hasDecorator('readiness')) {
    const { readiness } = app
    const noAnswer = (error: unknown) => ({ ok: false, detail: `no answer (${reasonOf(error)})` })
    readiness.add('database', () => ping().then(() => ({ ok: true }), noAnswer))
    readiness.add('migrations', () =>
      pendingMigrations(knex).then(
        (pending) =>
          pending.length === 0 ? { ok: true } : { ok: false, detail: `pending: ${pending.join(', ')}` },
        noAnswer,
      ),
    )
  }

  app.decorate('database', {
    knex,
    dialect: location.dialect,
    ping,
    pool: () => {
      const pool: Pool = knex.client.pool
      return { used: pool.numUsed(), free: pool.numFree(), pending: pool.numPendingAcquires(), max: pool.max }
    },
    migrationsPending: async () => (await pendingMigrations(knex)).length > 0,
  })
}

export default fp(database, { name: 'database' })
