/** `npm run movements:import` as a process of its own, and a look into the database that it has written to. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Knex } from 'knex'
import type { Test } from 'tap'
import type { Movement } from '../../../domain/movements/movement.ts'
import { createMovementStore } from '../../../store/movement-store.ts'
import { openDatabase } from '../../plugins/database/open-database.ts'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
export const dataset = fileURLToPath(
  new URL('../../../../shared/data/free-exercise-db.json', import.meta.url),
)

interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export const importWith = (url: string, ...words: string[]): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/import-movements.ts', ...words], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })

const sitUp: Movement = {
  slug: 'partial-sit-up',
  name: 'Partial Sit-Up',
  pattern: 'trunk',
  mechanic: 'isolation',
  level: 'beginner',
  equipment: 'body_only',
  primaryMuscles: ['abdominals'],
  secondaryMuscles: [],
  aliases: ['3/4 situp'],
  tags: [],
  coreLift: false,
}

/** Migrated, with one movement in the library; closed again, for PGlite serves one process at a time. */
export const prepared = async (t: Test, url: string): Promise<void> => {
  const app = await openDatabase(t, url, { migrate: true })
  const { knex } = app.database
  await knex.transaction((transaction: Knex.Transaction) =>
    createMovementStore(knex).publish(transaction, sitUp),
  )
  await app.close()
}
export const countDrafts = async (
  t: Test,
  url: string,
): Promise<{ drafts: number; audits: number; names: number }> => {
  const app = await openDatabase(t, url)
  const { knex } = app.database
  const count = async (table: string) => Number((await knex(table).count({ rows: '*' }))[0]?.rows)
  const counts = {
    drafts: await count('movement_drafts'),
    audits: await count('movement_draft_audit'),
    names: await count('movement_draft_names'),
  }
  await app.close()
  return counts
}
