/** A shortened session for a day, given back again; and the sheet that goes to the gym floor. */
import { demoPlans, demoUser } from '../../demo-plans/demo-plans.ts'
import { bearer } from '../helper.ts'
import { type Console, consoleTests } from './console.ts'

const test = await consoleTests()
const planId = demoPlans[0].id
const squat = `#/plans/${planId}/sessions/squat`
const visitor = { as: demoUser, hash: squat }

const dayOf = async ({ app }: Console, date: string) =>
  (
    await app.inject({
      url: `/api/v1/plans/${planId}/sessions/squat?date=${date}`,
      headers: bearer(demoUser),
    })
  ).json()

test('apply, see it there, another target in its place, revert', async (t, console) => {
  const date = '2026-12-07'
  const page = await console.visit(visitor)
  await page.getByRole('slider').fill('30')
  await page.getByLabel('Day').fill(date)
  await page.getByText('The programme counts on this day.').waitFor()
  await page.getByRole('button', { name: 'Apply 30 minutes' }).click()
  await page.getByText('30 minutes are set for Monday, 7 December 2026.').waitFor()
  const applied = await dayOf(console, date)
  t.ok(applied.applicationId)
  t.ok(applied.session.compressedDurationSeconds <= 1_800)
  await page.getByRole('slider').fill('40')
  await page.getByRole('button', { name: 'Apply 40 minutes' }).click()
  await page.getByText('40 minutes are set').waitFor()
  t.not((await dayOf(console, date)).applicationId, applied.applicationId)
  await page.getByRole('button', { name: 'Revert this day' }).click()
  await page.getByText('is as programmed again').waitFor()
  t.equal((await dayOf(console, date)).applicationId, null)
  await page.getByRole('button', { name: 'Revert this day' }).waitFor({ state: 'detached' })
})

test('the plan has moved on: said, shown anew, and then applied', async (t, { app, visit }) => {
  const page = await visit(visitor)
  await page.locator('.time-bars').waitFor()
  // Until then it asks for minutes nearby, and would notice by itself.
  await page.waitForLoadState('networkidle')
  const headers = bearer(demoUser)
  const plan = await app.inject({ url: `/api/v1/plans/${planId}`, headers })
  await app.inject({
    method: 'PUT',
    url: `/api/v1/plans/${planId}`,
    headers: { ...headers, 'if-match': String(plan.headers.etag) },
    payload: { ...plan.json<object>(), description: 'Changed by somebody.' },
  })
  await page.getByRole('button', { name: /^Apply/ }).click()
  await page.getByText('The plan has changed since you looked.').waitFor()
  await page.getByRole('button', { name: /^Apply/ }).click()
  await page.getByText('are set for').waitFor()
  t.pass('the second time it is applied')
})

test('the sheet: rounds and rests in order, boxes to tick, text to copy, a clean print', async (t, {
  visit,
}) => {
  const page = await visit({ ...visitor, width: 390 })
  await page.getByRole('slider').fill('45')
  await page.getByRole('link', { name: 'Sheet for the gym floor' }).click()
  await page.locator('.sheet-blocks').waitFor()
  t.match(
    await page.locator('.block-head').nth(1).textContent(),
    'Superset, 4 rounds rest 0:49 after each round',
  )
  const box = page.getByRole('checkbox', { name: 'Back squat, set 1: 5 × 100 kg' })
  await box.check()
  t.ok(await box.isChecked())
  await page.getByRole('button', { name: 'Copy as text' }).click()
  await page.getByText('Copied.').waitFor()
  const text = await page.evaluate<string>('navigator.clipboard.readText()')
  t.match(
    text,
    /^Squat, 44:57\nBarbell strength, four days, week 1, Monday\n\n1\. Core lift, rest 3:00 between sets\n {3}Back squat: 5 sets of 5 × 100 kg\n/,
  )
  t.match(
    text,
    /2\. Superset, 4 rounds, rest 0:49 after each round\n {3}A {2}Romanian deadlift: 4 sets of 8–10 × 80 kg\n {3}B {2}Hanging leg raise: 3 sets of 8–12\n/,
  )
  await page.emulateMedia({ media: 'print' })
  for (const gone of ['.masthead', '.crumbs', 'button'])
    t.equal(await page.locator(gone).first().isVisible(), false, gone)
  t.ok(await page.getByText('Hanging leg raise').first().isVisible())
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('link', { name: 'Back to the session' }).click()
  await page.locator('.time-bars').waitFor()
  t.equal(await page.getByRole('slider').inputValue(), '45', 'the slider stands where it stood')
})
