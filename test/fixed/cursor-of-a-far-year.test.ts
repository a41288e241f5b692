/** A made-up cursor of the year 33658 was a 500: no database takes that for a moment as it is written. */
import { randomUUID } from 'node:crypto'
import t from 'tap'
import { bearer, testApp } from '../helper.ts'

t.test('a cursor beyond the calendar: 400, at its last year 200', async (t) => {
  const app = await testApp(t)
  const list = async (ms: string) => {
    const cursor = Buffer.from(`${ms}:${randomUUID()}`).toString('base64url')
    const { statusCode } = await app.inject({
      url: `/api/v1/plans?cursor=${cursor}`,
      headers: bearer('athlete-1'),
    })
    return statusCode
  }
  t.equal(await list('999999999999999'), 400)
  t.equal(await list('99999999999999'), 200)
})
