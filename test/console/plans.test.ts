/** Plans found by typing, their weeks and sessions, and names that look like markup. */
import { demoPlans, demoUser } from '../../demo-plans/demo-plans.ts'
import { bearer } from '../helper.ts'
import { smallPlan } from '../routes/time-crunch/crunch-client.ts'
import { consoleTests } from './console.ts'

const test = await consoleTests()

test('search: by parts of a name and by athlete, without accents', async (t, { app, visit }) => {
  for (const name of ['Élan vital', 'Second block']) {
    const payload = { ...smallPlan(), name }
    await app.inject({ method: 'POST', url: '/api/v1/plans', headers: bearer('athlete-2'), payload })
  }
  const page = await visit({ as: 'athlete-2' })
  const names = page.locator('.plan-name')
  await names.first().waitFor()
  t.equal(await names.count(), 2)
  await page.getByLabel('Search').fill('elan VIT')
  t.strictSame(await names.allTextContents(), ['Élan vital'])
  await page.getByLabel('Search').fill('nothing like it')
  t.equal(await names.count(), 0)
  t.match(await page.getByRole('status').textContent(), '0 plans')
})

test('a plan: weeks, sessions on their days, programmed times', async (t, { visit }) => {
  const page = await visit({ as: demoUser, hash: `#/plans/${demoPlans[0].id}` })
  await page.locator('.session-time', { hasText: ':' }).first().waitFor()
  t.strictSame(await page.locator('.session-name').allTextContents(), ['Squat', 'Bench', 'Deadlift', 'Press'])
  t.strictSame(await page.locator('.session-day').allTextContents(), [
    'Monday',
    'Tuesday',
    'Thursday',
    'Friday',
  ])
  t.equal(await page.locator('.session-time').first().textContent(), '68:01')
  await page.getByRole('link', { name: /Squat/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Squat' }).waitFor()
})

test('a plan that is not there, or not yours: said, with a way on', async (t, { visit }) => {
  const page = await visit({ as: 'athlete-9', hash: `#/plans/${demoPlans[0].id}` })
  await page.getByText('There is no such plan').waitFor()
  t.ok(await page.getByRole('button', { name: 'Try again' }).isVisible())
})

test('names with markup are text, everywhere', async (t, { app, visit }) => {
  const name = '<img src=x onerror="document.title=1"><b>Bold</b> & "plan"'
  const [week] = smallPlan().microcycles
  const [session] = week?.sessions ?? []
  const exercises = session?.exercises.map((exercise) => ({ ...exercise, name: `<i>${exercise.name}</i>` }))
  const payload = {
    name,
    description: name,
    microcycles: [{ ...week, name, sessions: [{ ...session, name, exercises }] }],
  }
  const created = await app.inject({
    method: 'POST',
    url: '/api/v1/plans',
    headers: bearer('athlete-3'),
    payload,
  })
  t.equal(created.statusCode, 201)
  const { id, microcycles } = created.json()
  const page = await visit({ as: 'athlete-3' })
  await page.getByText(name).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  const sessionId = microcycles[0].sessions[0].id
  for (const part of ['', '/sheet/30']) {
    await page.goto(`${page.url().split('#')[0]}#/plans/${id}/sessions/${sessionId}${part}`)
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByText('<i>').first().waitFor()
  }
  await page.goto(`${page.url().split('#')[0]}#/plans/${id}/amendment`)
  await page.locator('.exercise-name', { hasText: '<i>' }).first().waitFor()
  t.equal(await page.locator('main img, main b b, main i i').count(), 0)
})
