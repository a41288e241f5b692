/** The service is killed in the middle of writes to PostgreSQL: nothing acknowledged is lost, nothing is half done. */
import pg from 'pg'
import t from 'tap'
import { postgresAnswers, testDatabase } from '../../database.ts'
import { killRounds } from './killed-service.ts'
import { tornRows } from './torn-rows.ts'

const skip = !(await postgresAnswers()) && 'no PostgreSQL server answers here'

t.test('kill -9 of the service, on PostgreSQL', { skip, timeout: 3_600_000 }, async (t) => {
  const database = await testDatabase(t, 'postgres')
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  t.teardown(() => client.end())
  await killRounds(t, database, async () => {
    for (const [what, statement] of Object.entries(tornRows)) {
      t.same((await client.query(statement)).rows, [], `no row is ${what}`)
    }
  })
})
