/** Three instances migrate at once, and one of them is killed in the middle: one applies, all succeed, the same schema. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import knexFactory, { type Knex } from 'knex'
import pg from 'pg'
import t, { type Test } from 'tap'
import { migrations } from '../../../migrations/index.ts'
import { movementsOfRelease } from '../../../movements/movements-of-release.ts'
import { noServerHere, runProgram } from '../postgres-binaries.ts'
import { databaseUser, PostgresServer } from '../postgres-server.ts'
import { plans, serve } from './served.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const instances = 3
const all = migrations.map(({ name }) => name)

const withKnex = async (url: string, work: (knex: Knex) => Promise<void>): Promise<void> => {
  const knex = knexFactory({ client: 'pg', connection: url })
  await work(knex).finally(() => knex.destroy())
}

interface Run {
  readonly child: ChildProcess
  readonly ended: Promise<{ code: number | null; said: string }>
}

const migrate = (url: string): Run => {
  const child = spawn(process.execPath, ['--import=tsx', 'scripts/migrate.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part) => {
      said += part
    })
  }
  return { child, ended: once(child, 'close').then(([code]) => ({ code, said })) }
}

t.test('migrations by several at once', { skip: noServerHere }, async (t) => {
  const server = await PostgresServer.create(t)
  /** A database of this name, empty. */
  const database = async (name: string): Promise<string> => {
    await server.ask(`create database ${name} owner ${databaseUser}`)
    return server.url(server.port, name)
  }
  /** As the release before left it, with a plan in it. */
  const oldDatabase = async (name: string): Promise<string> => {
    const url = await database(name)
    await server.ask(
      `set role ${databaseUser}; create table schema_migrations (
      id serial primary key, name varchar(255), batch integer, migration_time timestamptz)`,
      name,
    )
    for (const { name: migration, up } of migrations.slice(0, 2)) {
      await withKnex(url, (knex) => up(knex))
      await server.ask(`insert into schema_migrations (name, batch) values ('${migration}', 1)`, name)
    }
    await server.ask(
      `insert into plans values ('7f3b7a52-7f63-4b3c-9a3e-0f2b8f6f7c11', 'athlete-1', null, 'Old plan', 7,
      '{"name":"Old plan","microcycles":[]}', '{}', 1, now(), now())`,
      name,
    )
    return url
  }
  const schemaOf = async (name: string): Promise<string> => {
    const words = [
      '--schema-only',
      '--no-owner',
      '-h',
      '127.0.0.1',
      '-p',
      String(server.port),
      '-U',
      'postgres',
      name,
    ]
    const dump = await runProgram('pg_dump', words)
    // knex names the sequence's owner; a key that changes with every run stands in the newer tools' first line.
    return dump.replace(/^\\(?:un)?restrict .*$/gm, '')
  }
  const applied = async (name: string): Promise<string[]> =>
    (await server.ask('select name from schema_migrations order by id', name)).map((row) => row.name)
  const oldPlan = async (name: string) => server.ask('select name, version from plans', name)

  const single = migrate(await database('single'))
  t.match(await single.ended, { code: 0, said: /^applied: / })
  const schema = await schemaOf('single')
  t.match(schema, /CREATE TABLE public\.plans/)

  const whole = async (t: Test, name: string): Promise<void> => {
    t.same(await applied(name), all, 'each migration once')
    t.equal(await schemaOf(name), schema, 'the schema of a single run')
    const [{ count }] = await server.ask('select count(*)::int from movements', name)
    t.equal(count, movementsOfRelease.length)
  }

  for (const [kind, make] of [
    ['empty', database],
    ['old', oldDatabase],
  ] as const) {
    await t.test(`three commands on an ${kind} database: all exit 0, one of them applied`, async (t) => {
      const name = `commands_${kind}`
      const url = await make(name)
      const runs = await Promise.all(Array.from({ length: instances }, () => migrate(url).ended))
      t.same(
        runs.map(({ code }) => code),
        [0, 0, 0],
        runs.map(({ said }) => said).join(),
      )
      t.equal(runs.filter(({ said }) => said.includes('applied: ')).length, 1)
      t.equal(runs.filter(({ said }) => said.includes(' added, ')).length, 1, 'one brought the movements')
      await whole(t, name)
      if (kind === 'old') t.same(await oldPlan(name), [{ name: 'Old plan', version: 7 }])
    })

    await t.test(
      `one is killed in the middle, on an ${kind} database: the next one does all of it`,
      async (t) => {
        const name = `killed_${kind}`
        const url = await make(name)
        // A table of that name is on its way: the fourth migration waits to hear whether it will be there.
        const rival = new pg.Client({ connectionString: url })
        await rival.connect()
        t.teardown(() => rival.end())
        await rival.query('begin; create table movement_drafts (id int)')
        const victim = migrate(url)
        const waiting = `select 1 from pg_stat_activity where datname = '${name}' and wait_event_type = 'Lock'
        and query like 'create table "movement_drafts"%'`
        while ((await server.ask(waiting)).length === 0)
          await new Promise((resolve) => setTimeout(resolve, 20))
        victim.child.kill('SIGKILL')
        t.equal((await victim.ended).code, null)
        const next = migrate(url)
        await rival.query('rollback')
        t.match(await next.ended, { code: 0, said: /^applied: / })
        await whole(t, name)
        if (kind === 'old') t.same(await oldPlan(name), [{ name: 'Old plan', version: 7 }])
      },
    )
  }

  await t.test('three services that migrate an old database as they start: all of them serve', async (t) => {
    const url = await oldDatabase('services')
    const services = await Promise.all(
      Array.from({ length: instances }, () => serve(t, url, { DATABASE_MIGRATE: 'true' })),
    )
    await whole(t, 'services')
    for (const { call } of services) {
      t.equal((await call('GET', '/health/ready')).status, 200)
      t.match(await call('GET', plans), { status: 200, body: { items: [{ name: 'Old plan', version: 7 }] } })
    }
    for (const { process } of services) t.equal(await process.end(), 0)
    t.equal(
      services.filter(({ process }) => process.output().includes('schema brought up to date')).length,
      1,
      'one of them did it',
    )
  })
})
