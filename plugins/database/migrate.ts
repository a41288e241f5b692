/** Brings the schema up to date, also when several instances start at once, and tells whether it is. */
import type { Knex } from 'knex'
import { type Migration, migrations } from '../../migrations/index.ts'

/** Any number that nothing else in the database locks. */
const advisoryLock = 7_305_113_031
/** A migration may take long, but a second instance does not wait for a stuck one for ever. */
const lockTimeout = '120s'
const table = 'schema_migrations'

const source: Knex.MigrationSource<Migration> = {
  getMigrations: async () => [...migrations],
  getMigrationName: ({ name }) => name,
  getMigration: async (migration) => migration,
}

const config: Knex.MigratorConfig = {
  migrationSource: source,
  tableName: table,
  // An older release must start on a newer schema, or nobody could roll back; migrations only add.
  disableMigrationsListValidation: true,
}

/**
 * All in one transaction that holds an advisory lock: whoever comes second waits and finds nothing to do, and a
 * process that dies leaves neither half a migration nor a lock behind (knex's own lock row rolls back with it).
 */
const inLockedTransaction = <Result>(
  knex: Knex,
  work: (transaction: Knex.Transaction) => Promise<Result>,
): Promise<Result> =>
  knex.transaction(async (transaction) => {
    await transaction.raw('set local statement_timeout = 0')
    await transaction.raw('set local idle_in_transaction_session_timeout = 0')
    await transaction.raw(`set local lock_timeout = '${lockTimeout}'`)
    await transaction.raw('select pg_advisory_xact_lock(?)', [advisoryLock])
    return work(transaction)
  })

/** Applies what is pending; answers the names of what it applied. */
export const migrateToLatest = (knex: Knex): Promise<string[]> =>
  inLockedTransaction(knex, async (transaction) => {
    const [, applied] = await transaction.migrate.latest(config)
    return applied
  })

/** Undoes the last batch; answers the names of what it undid. */
export const rollBackLastBatch = (knex: Knex): Promise<string[]> =>
  inLockedTransaction(knex, async (transaction) => {
    const [, undone] = await transaction.migrate.rollback(config)
    return undone
  })

/** Names of the migrations that the database lacks. Only reads, so that a probe never creates a table. */
export const pendingMigrations = async (knex: Knex): Promise<string[]> => {
  const exists = await knex.raw('select to_regclass(?) is not null as present', [table])
  const applied: string[] = exists.rows[0].present ? await knex(table).pluck('name') : []
  return migrations.map(({ name }) => name).filter((name) => !applied.includes(name))
}
