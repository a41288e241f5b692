/** `npm run migrate [-- --rollback | --pending]`: brings the database of DATABASE_URL to the schema of this release. */
import Fastify from 'fastify'
import database from '../plugins/database/index.ts'
import { migrateToLatest, pendingMigrations, rollBackLastBatch } from '../plugins/database/migrate.ts'

const usage = `Usage: npm run migrate [-- OPTION]
  (none)      apply the pending migrations
  --rollback  undo the last batch
  --pending   list what is pending; exit 1 when anything is

The database is DATABASE_URL (default pglite:./data/pglite). Several at once are safe: one works, the others wait.`

const run = async (option: string | undefined): Promise<number> => {
  const app = Fastify({ logger: { level: 'warn' }, pluginTimeout: 0 })
  const url = process.env.DATABASE_URL ?? 'pglite:./data/pglite'
  await app.register(database, { url, poolMax: 1, statementTimeoutMs: 0, migrate: false })
  await app.ready()
  try {
    const { knex } = app.database
    if (option === '--pending') {
      const pending = await pendingMigrations(knex)
      console.log(pending.length === 0 ? 'nothing is pending' : `pending: ${pending.join(', ')}`)
      return pending.length === 0 ? 0 : 1
    }
    const names = option === '--rollback' ? await rollBackLastBatch(knex) : await migrateToLatest(knex)
    const verb = option === '--rollback' ? 'undid' : 'applied'
    console.log(names.length === 0 ? 'nothing to do' : `${verb}: ${names.join(', ')}`)
    return 0
  } finally {
    await app.close()
  }
}

const [option, ...others] = process.argv.slice(2)
if (option === '--help') {
  console.log(usage)
} else if (others.length > 0 || (option !== undefined && option !== '--rollback' && option !== '--pending')) {
  console.error(usage)
  process.exitCode = 2
} else {
  process.exitCode = await run(option).catch((error: Error) => {
    console.error(error.message)
    return 1
  })
}
