/** The database plugin, on every kind of database that can be had here. */
import Fastify from 'fastify'
import t from 'tap'
import database from '../../../plugins/database/index.ts'
import { parseLocation } from '../../../plugins/database/location.ts'
import { migrateToLatest } from '../../../plugins/database/migrate.ts'
import errors from '../../../plugins/errors/index.ts'
import health from '../../../plugins/health.ts'
import { availableKinds, testDatabase } from '../../database.ts'
import { openDatabase } from './open-database.ts'

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)

    t.test('answers, tells its dialect and its pool, and closes with the app', async (t) => {
      const app = await openDatabase(t, url)
      await app.database.ping()
      t.equal(app.database.dialect, kind)
      t.match(app.database.pool(), { used: 0, free: 1, pending: 0, max: kind === 'postgres' ? 4 : 1 })
      await app.close()
      await t.rejects(app.database.ping())
    })

    t.test('migrations: pending until asked for, then none; the schema is there', async (t) => {
      const before = await openDatabase(t, url)
      t.equal(await before.database.migrationsPending(), true)
      t.equal(
        await before.database.knex.schema.hasTable('schema_migrations'),
        false,
        'looking creates nothing',
      )
      await before.close()
      const app = await openDatabase(t, url, { migrate: true })
      t.equal(await app.database.migrationsPending(), false)
      t.equal(await app.database.knex.schema.hasTable('plans'), true)
      await app.close()
      const again = await openDatabase(t, url, { migrate: true })
      t.equal(await again.database.migrationsPending(), false)
      await again.close()
    })
  })
}

t.test('an address is one of three kinds; a refusal never repeats it', async (t) => {
  t.same(parseLocation('pglite:memory'), { dialect: 'pglite', folder: null })
  t.same(parseLocation('pglite:./data'), { dialect: 'pglite', folder: './data' })
  t.equal(parseLocation('postgres://u:p@h/d').dialect, 'postgres')
  t.equal(parseLocation('postgresql://u:p@h/d').dialect, 'postgres')
  for (const url of ['', 'pglite:', 'mysql://u:hush@h/d', 'postgres://u:hush@[h/d', './data']) {
    t.throws(() => parseLocation(url), { message: /^(?!.*hush).*postgres:\/\/…, pglite:memory/ }, url)
  }
})

t.test('in memory nothing is left behind', async (t) => {
  const app = await openDatabase(t, 'pglite:memory', { migrate: true })
  t.equal(await app.database.migrationsPending(), false)
})

t.test('a server that does not answer stops the start, in one line without the password', async (t) => {
  const url = 'postgres://somebody:hush@127.0.0.1:1/nowhere'
  await t.rejects(openDatabase(t, url, { acquireTimeoutMs: 500 }), {
    message: /^The database at 127\.0\.0\.1:1\/nowhere does not answer \(ECONNREFUSED\)$/,
  })
})

t.test('readiness: 503 while migrations are pending, 200 once they are applied', async (t) => {
  const { url } = await testDatabase(t)
  const app = Fastify({ pluginTimeout: 60_000 })
  t.teardown(() => app.close())
  app.register(errors)
  app.register(health)
  app.register(database, { url, poolMax: 2, statementTimeoutMs: 10_000, migrate: false })
  await app.ready()
  const pending = await app.inject('/health/ready')
  t.equal(pending.statusCode, 503)
  t.match(pending.json().checks, {
    database: { ok: true },
    migrations: { ok: false, detail: /20250101-plans/ },
  })
  await migrateToLatest(app.database.knex)
  await new Promise((resolve) => setTimeout(resolve, 600))
  const ready = await app.inject('/health/ready')
  t.equal(ready.statusCode, 200, 'after the half second for which a result is reused')
  t.match(ready.json().checks, { database: { ok: true }, migrations: { ok: true } })
})
