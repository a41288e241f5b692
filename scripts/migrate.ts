/** `npm run migrate [-- --rollback | --pending]`: brings the database of DATABASE_URL to the schema of this release. */
import Fastify from 'fastify'
import type { Knex } from 'knex'
import { movementsOfRelease } from '../movements/movements-of-release.ts'
import database from '../plugins/database/index.ts'
import { migrateToLatest, pendingMigrations, rollBackLastBatch } from '../plugins/database/migrate.ts'
import { seedMovements } from '../store/movement-seed.ts'

const usage = `Usage: npm run migrate [-- OPTION]
  (none)      apply the pending migrations, and bring in the movements of this release
  --rollback  undo the last batch
  --pending   list what is pending; exit 1 when anything is

The database is DATABASE_URL (default pglite:./data/pglite). Several at once are safe: one works, the others wait.`

/** What curators decided stays theirs; nothing is said where nothing is new. */
const seed = async (knex: Knex): Promise<void> => {
  const { added, updated, skipped } = await seedMovements(knex, movementsOfRelease)
  if (added + updated > 0) console.log(`movements: ${added} added, ${updated} brought up to date`)
  if (skipped.length > 0) console.log(`movements whose names belong to others: ${skipped.join(', ')}`)
}

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
    if (option !== '--rollback') await seed(knex)
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
