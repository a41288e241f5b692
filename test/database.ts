/**
 * A database of its own for a test file: on PostgreSQL where one answers (TEST_DATABASE_URL, or the usual local
 * address), else the embedded one. Created empty, and dropped when the test ends.
 */
import { randomBytes } from 'node:crypto'
import { access, cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { Test } from 'tap'

export type DatabaseKind = 'postgres' | 'pglite'

export interface TestDatabase {
  readonly url: string
  readonly kind: DatabaseKind
}

const serverUrl = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'

const onServer = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 3_000 })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Whether a PostgreSQL server answers; a configured one that does not is an error, not a reason to look elsewhere. */
export const postgresAnswers = async (): Promise<boolean> => {
  try {
    await onServer('select 1')
    return true
  } catch (error) {
    if (process.env.TEST_DATABASE_URL !== undefined) throw error
    return false
  }
}

/** The kinds that can be tested here; both where a server answers. */
export const availableKinds = async (): Promise<DatabaseKind[]> =>
  (await postgresAnswers()) ? ['postgres', 'pglite'] : ['pglite']

const createPostgres = async (t: Test): Promise<TestDatabase> => {
  const name = `planning_test_${randomBytes(8).toString('hex')}`
  await onServer(`create database ${name}`)
  t.teardown(() => onServer(`drop database if exists ${name} with (force)`))
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, kind: 'postgres' }
}

/** A fresh PGlite takes seconds to initialise, a copy of an initialised one a fraction: the template is made once. */
const template = async (): Promise<string> => {
  const manifest = createRequire(import.meta.url)
    .resolve('@electric-sql/pglite')
    .replace(/dist.*$/, 'package.json')
  const { version } = JSON.parse(await readFile(manifest, 'utf8'))
  const folder = join(tmpdir(), `planning-engine-pglite-${version}`)
  if (
    await access(folder).then(
      () => true,
      () => false,
    )
  )
    return folder
  const draft = await mkdtemp(`${folder}-`)
  await (await PGlite.create(draft)).close()
  // Test files run side by side: whoever is first wins, and the others use that one.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }))
  return folder
}

const createEmbedded = async (t: Test): Promise<TestDatabase> => {
  const parent = await mkdtemp(join(tmpdir(), 'planning-test-'))
  t.teardown(() => rm(parent, { recursive: true, force: true }))
  const folder = join(parent, 'database')
  await cp(await template(), folder, { recursive: true })
  return { url: `pglite:${folder}`, kind: 'pglite' }
}

/** Call it before the app is built: what is registered last is torn down first, so the app closes before its data go. */
export const testDatabase = async (t: Test, kind?: DatabaseKind): Promise<TestDatabase> => {
  const chosen = kind ?? ((await postgresAnswers()) ? 'postgres' : 'pglite')
  return chosen === 'postgres' ? createPostgres(t) : createEmbedded(t)
}

export const testDatabaseUrl = async (t: Test): Promise<string> => (await testDatabase(t)).url
