/** What only a real PostgreSQL server can show: racing migrations, dying sessions, timeouts, lost connections. */
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import t from 'tap'
import { migrations } from '../../../migrations/index.ts'
import { migrateToLatest, pendingMigrations, rollBackLastBatch } from '../../../plugins/database/migrate.ts'
import { postgresAnswers, testDatabase } from '../../database.ts'
import { openDatabase } from './open-database.ts'

const names = migrations.map(({ name }) => name)

if (!(await postgresAnswers())) t.pass('no PostgreSQL server answers here')
else {
  t.test('instances that start at once: one migrates, the others wait and find nothing to do', async (t) => {
    const { url } = await testDatabase(t, 'postgres')
    const apps = await Promise.all(Array.from({ length: 5 }, () => openDatabase(t, url)))
    const applied = await Promise.all(apps.map((app) => migrateToLatest(app.database.knex)))
    t.same(applied.flat(), names)
  })

  t.test('a migration whose process dies leaves no lock and no half of it', async (t) => {
    const { url } = await testDatabase(t, 'postgres')
    const app = await openDatabase(t, url)
    const { knex } = app.database
    const dying = knex.transaction(async (transaction) => {
      await transaction.raw('select pg_advisory_xact_lock(7305113031)')
      await transaction.migrate.latest({
        migrationSource: {
          getMigrations: async () => ['half'],
          getMigrationName: (name: string) => name,
          getMigration: async () => ({
            up: async (inside) => {
              await inside.raw('create table half_done (id int)')
              await inside.raw('select pg_terminate_backend(pg_backend_pid())')
            },
            down: async () => {},
          }),
        },
        tableName: 'schema_migrations',
      })
    })
    await t.rejects(dying)
    t.equal(await knex.schema.hasTable('half_done'), false)
    t.same(await migrateToLatest(knex), names)
  })

  t.test('forward, back, and forward again', async (t) => {
    const { url } = await testDatabase(t, 'postgres')
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    t.same(await rollBackLastBatch(knex), [...names].reverse())
    t.equal(await knex.schema.hasTable('plans'), false)
    t.same(await pendingMigrations(knex), names)
    t.same(await migrateToLatest(knex), names)
  })

  t.test('an older release starts on a newer schema', async (t) => {
    const { url } = await testDatabase(t, 'postgres')
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    await knex('schema_migrations').insert({ name: '29990101-of-the-future', batch: 2 })
    t.same(await migrateToLatest(knex), [])
    t.same(await pendingMigrations(knex), [])
  })

  t.test('a statement that runs too long is ended, and the connection goes on', async (t) => {
    const { url } = await testDatabase(t, 'postgres')
    const { knex, pool } = (await openDatabase(t, url, { statementTimeoutMs: 200, poolMax: 1 })).database
    await t.rejects(knex.raw('select pg_sleep(5)'), { code: '57014' })
    t.equal((await knex.raw('select 1 as one')).rows[0].one, 1)
    t.equal(pool().used, 0)
  })

  t.test('nobody waits for ever for a connection', async (t) => {
    const { url } = await testDatabase(t, 'postgres')
    const { knex, pool } = (await openDatabase(t, url, { poolMax: 1, acquireTimeoutMs: 200 })).database
    const busy = knex.raw('select pg_sleep(1)').then()
    await wait(50)
    const waiting = knex.raw('select 1').then()
    await wait(50)
    t.match(pool(), { used: 1, pending: 1, max: 1 })
    await t.rejects(waiting, { name: 'KnexTimeoutError' })
    await busy
  })

  t.test('lost connections, idle and busy, are replaced; the process lives on', async (t) => {
    const { url } = await testDatabase(t, 'postgres')
    const { knex, ping, pool } = (await openDatabase(t, url)).database
    const killer = new pg.Client({ connectionString: url })
    await killer.connect()
    t.teardown(() => killer.end())
    const killAll = () =>
      killer.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
    await Promise.all([ping(), ping(), ping()])
    t.ok(pool().free > 0)
    await killAll()
    await wait(100)
    await ping()
    const busy = t.rejects(knex.raw('select pg_sleep(5)').then())
    await wait(100)
    await killAll()
    await busy
    await wait(100)
    await Promise.all([ping(), ping(), ping()])
    t.equal(pool().used, 0)
  })
}
