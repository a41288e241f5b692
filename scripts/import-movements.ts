/** `npm run movements:import -- FILE [--dry-run] [--author ID] [--json]`: a file of exercises becomes movement drafts. */
import Fastify from 'fastify'
import database from '../plugins/database/index.ts'
import { CommandError } from './command-error.ts'
import { exitCodes, type ImportOptions, readOptions, usage } from './import-movements/options.ts'
import { createProgress } from './import-movements/progress.ts'
import { readImportFile } from './import-movements/read-file.ts'
import { reportJson, reportLines } from './import-movements/report.ts'
import { runImport } from './import-movements/run-import.ts'

const run = async ({ file, dryRun, author, json }: ImportOptions): Promise<number> => {
  // Before the database: a broken file has nothing to do with it.
  const values = await readImportFile(file)
  const app = Fastify({ logger: { level: 'warn', stream: process.stderr }, pluginTimeout: 0 })
  const url = process.env.DATABASE_URL ?? 'pglite:./data/pglite'
  await app.register(database, { url, poolMax: 2, statementTimeoutMs: 0, migrate: false })
  await app.ready()
  try {
    if (await app.database.migrationsPending()) {
      throw new Error('The database is not on the schema of this release; run npm run migrate first')
    }
    const progress = createProgress(process.stderr, process.env.NO_COLOR)
    const result = await runImport(app.database.knex, values, { author, dryRun, progress })
    console.log(json ? reportJson(result, dryRun) : reportLines(result, dryRun).join('\n'))
    const usable = result.skipped.every(({ reason }) => reason !== 'unusable')
    return usable ? exitCodes.done : exitCodes.unusable
  } finally {
    await app.close()
  }
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options) process.exitCode = await run(options)
  else console.log(usage)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = error instanceof CommandError ? error.exitCode : exitCodes.failed
}
