/** The embedded database never wrote a checkpoint: its log grew for as long as the service ran, until the disk was full. */
import { readdir } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Knex } from 'knex'
import t from 'tap'
import { keepHouse, startHousekeeping } from '../../plugins/database/embedded/housekeeping.ts'
import { testDatabase } from '../database.ts'
import { openDatabase } from '../plugins/database/open-database.ts'

/** So many more files of the log, of 16 MiB each. */
const growBy = async (knex: Knex, files: number): Promise<void> => {
  for (let file = 0; file < files; file += 1) {
    await knex('kept').insert({ word: 'yes' })
    await knex.raw('select pg_switch_wal()')
  }
}

t.test('a log that has grown is begun anew in the same files, a short one is left alone', async (t) => {
  const { url } = await testDatabase(t, 'pglite')
  const { knex } = (await openDatabase(t, url)).database
  const files = async (): Promise<number> =>
    (await readdir(`${url.slice('pglite:'.length)}/pg_wal`)).filter((name) => name.length === 24).length
  await knex.raw('create table kept (word text)')
  t.equal(await keepHouse(knex), false)
  await growBy(knex, 8)
  t.ok((await files()) >= 8, 'nothing else shortens it')
  t.equal(await keepHouse(knex), true)
  t.equal(await keepHouse(knex), false, 'once')
  for (let time = 0; time < 3; time += 1) {
    await growBy(knex, 6)
    t.equal(await keepHouse(knex), true)
  }
  const left = await files()
  t.ok(left < 8 + 3 * 6 - 6, `of 26 files that were written ${left} are left: the others were used again`)

  const begun = async (): Promise<string> =>
    (await knex.raw('select redo_lsn::text as begun from pg_control_checkpoint()')).rows[0].begun
  const before = await begun()
  await growBy(knex, 6)
  t.teardown(startHousekeeping(knex, 20))
  for (let attempt = 0; (await begun()) === before && attempt < 100; attempt += 1) await sleep(20)
  t.not(await begun(), before, 'by itself, from time to time')
  t.equal((await knex('kept').pluck('word')).length, 32, 'and what was written is there')
})
