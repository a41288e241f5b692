/** The example of docs/applications.md, done again: what the page shows is what the service answers. */
import { readFile } from 'node:fs/promises'
import t from 'tap'
import { demoUser } from '../../demo-plans/demo-plans.ts'
import { seedDemoPlans } from '../../demo-plans/seed-demo-plans.ts'
import { bearer, testApp } from '../helper.ts'
import { differences, examplesIn } from './differences.ts'

const page = await readFile(new URL('../../docs/applications.md', import.meta.url), 'utf8')

t.test('201 and 200: apply, another day, the balance', async (t) => {
  const [request, applied, otherDay, balance, ...others] = examplesIn(page)
  t.same(others, [])
  const app = await testApp(t)
  await seedDemoPlans(app)
  const headers = bearer(demoUser)
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/time-crunch/apply',
    headers,
    payload: request,
  })
  t.equal(answer.statusCode, 201)
  t.same(differences(applied, answer.json()), [])
  const { planId, sessionId } = request
  const read = async (path: string): Promise<unknown> => {
    const { statusCode, json } = await app.inject({ url: `/api/v1/plans/${planId}/${path}`, headers })
    t.equal(statusCode, 200, path)
    return json()
  }
  t.same(differences(otherDay, await read(`sessions/${sessionId}?date=${otherDay.date}`)), [])
  t.same(differences(balance, await read(`weeks/${balance.week}/balance?from=${balance.from}`)), [])
})
