/** The embedded database acknowledged what was in the system's memory only: a power cut could take it, or the whole folder. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import t from 'tap'
import { testDatabase } from '../database.ts'
import { openDatabase } from '../plugins/database/open-database.ts'

t.test('each write is on the disk before it is acknowledged; reading syncs nothing', async (t) => {
  const { url } = await testDatabase(t, 'pglite')
  const { fsyncSync } = fs
  let syncs = 0
  fs.fsyncSync = (descriptor) => {
    syncs += 1
    fsyncSync(descriptor)
  }
  syncBuiltinESMExports()
  t.teardown(() => {
    fs.fsyncSync = fsyncSync
    syncBuiltinESMExports()
  })
  const { knex } = (await openDatabase(t, url)).database
  t.equal((await knex.raw('show fsync')).rows[0].fsync, 'on')
  t.equal((await knex.raw('show synchronous_commit')).rows[0].synchronous_commit, 'on')
  await knex.raw('create table kept (word text)')
  await knex('kept').count()
  syncs = 0
  await knex('kept').count()
  t.equal(syncs, 0)
  for (const word of ['one', 'two', 'three']) {
    syncs = 0
    await knex('kept').insert({ word })
    t.ok(syncs > 0, word)
  }
})
