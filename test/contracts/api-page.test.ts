/** docs/api.md: its request gets the answer that stands below it. */
import { readFile } from 'node:fs/promises'
import t from 'tap'
import { differences, examplesIn } from '../docs/differences.ts'
import { bearer, testApp } from '../helper.ts'

t.test('400: the page’s answer is the service’s', async (t) => {
  const page = await readFile(new URL('../../docs/api.md', import.meta.url), 'utf8')
  const [request, { requestId, ...answer }] = examplesIn(page)
  t.type(requestId, 'string')
  const app = await testApp(t)
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/plans',
    headers: bearer('athlete-1'),
    payload: request,
  })
  t.equal(response.statusCode, 400)
  t.strictSame(differences(answer, response.json()), [])
  t.equal(response.json().errors.length, answer.errors.length)
})
