/** The service is killed in the middle of writes to its embedded database: the next one takes the folder over, whole. */
import { readFile } from 'node:fs/promises'
import t from 'tap'
import { connect } from '../../../plugins/database/connect.ts'
import { testDatabase } from '../../database.ts'
import { killRounds } from './killed-service.ts'
import { tornRows } from './torn-rows.ts'

t.test('kill -9 of the service, on the embedded database', { timeout: 3_600_000 }, async (t) => {
  const database = await testDatabase(t, 'pglite')
  const folder = database.url.slice('pglite:'.length)
  const holder = async (): Promise<number> => JSON.parse(await readFile(`${folder}.lock`, 'utf8')).pid
  const holders: number[] = []
  await killRounds(t, database, async () => {
    holders.push(await holder())
  })
  t.equal(new Set(holders).size, holders.length, 'the lock of each that was killed went to the next')
  await t.rejects(holder(), { code: 'ENOENT' }, 'and was given back by the last')

  const options = { poolMax: 1, statementTimeoutMs: 0, acquireTimeoutMs: 5_000, log: {} }
  const { knex, close } = await connect({ dialect: 'pglite', folder }, options)
  t.teardown(close)
  for (const [what, statement] of Object.entries(tornRows)) {
    t.same((await knex.raw(statement)).rows, [], `no row is ${what}`)
  }
})
