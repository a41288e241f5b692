/** What goes wrong in mid-work: a token runs out, the service goes, the feature is switched off. Nothing typed is lost. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { buildApp } from '../../app.ts'
import { demoPlans, demoUser } from '../../demo-plans/demo-plans.ts'
import { signToken } from '../../plugins/auth/sign-token.ts'
import { testDatabaseUrl } from '../database.ts'
import { bearer, testConfig, testSecret, tokenFor } from '../helper.ts'
import { axeFaults, consoleTests, signIn } from './console.ts'

const databaseUrl = await testDatabaseUrl(t)
const folder = await mkdtemp(join(tmpdir(), 'planning-flags-'))
t.teardown(() => rm(folder, { recursive: true, force: true }))
const flagsFile = join(folder, 'flags.json')
const setFlag = (isOn: boolean) =>
  writeFile(flagsFile, JSON.stringify({ flagValues: { 'feature.stream5_time_crunch_mode': isOn } }))
await setFlag(true)

const test = await consoleTests({ config: { databaseUrl, flagsFile } })
const planId = demoPlans[0].id
const squat = `#/plans/${planId}/sessions/squat`

/** Verified with a tolerance of 30 s: this one is good for the next few seconds only. */
const shortLived = (seconds: number): string =>
  signToken({
    secret: testSecret,
    issuer: 'planning-engine',
    audience: 'planning-engine',
    subject: demoUser,
    roles: ['athlete'],
    issuedAtSeconds: Math.floor(Date.now() / 1_000) - 3_600,
    lifetimeSeconds: 3_600 - 30 + seconds,
  })

test('a token runs out: a dialog asks for another, and what was asked for is done', async (t, {
  app,
  visit,
}) => {
  const page = await visit({ hash: `#/plans/${planId}/amendment` })
  const token = shortLived(8)
  await signIn(page, token)
  await page.getByLabel('Seconds kept free at the end').fill('90')
  const isRefused = async () =>
    (await app.inject({ url: '/api/v1/plans', headers: { authorization: `Bearer ${token}` } })).statusCode ===
    401
  while (!(await isRefused())) await sleep(250)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Your token has run out').waitFor()
  t.equal(await page.getByLabel('Seconds kept free at the end').inputValue(), '90')
  t.strictSame(await axeFaults(page), [], 'axe-core finds nothing')
  await page.keyboard.press('Escape')
  t.ok(await dialog.isVisible(), 'it does not go away by itself')
  await dialog.getByLabel('Bearer token').fill(tokenFor(demoUser))
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('Version 2. Nothing is changed.').waitFor()
  t.equal(await dialog.count(), 0)
  const stored = await app.inject({ url: `/api/v1/plans/${planId}/amendment`, headers: bearer(demoUser) })
  t.equal(stored.json().amendment.bufferSeconds, 90)
})

test('the feature is switched off in use: said, the last answer stays, and back on it goes on', async (t, {
  app,
  address,
  visit,
}) => {
  const page = await visit({ as: demoUser, hash: squat })
  await page.locator('.time-bars').waitFor()
  await setFlag(false)
  while ((await app.inject({ url: '/console/' })).statusCode !== 404) await sleep(50)
  await page.getByRole('button', { name: /^Apply/ }).click()
  await page.getByText('Time Crunch Mode is switched off').first().waitFor()
  t.ok(await page.locator('.time-bars').isVisible(), 'what was drawn stays')
  t.strictSame(await axeFaults(page), [], 'axe-core finds nothing')
  t.equal((await fetch(`${address}/console/`)).status, 404, 'nobody new gets in')
  await setFlag(true)
  while ((await app.inject({ url: '/console/' })).statusCode !== 200) await sleep(50)
  await page.getByRole('button', { name: /^Apply/ }).click()
  await page.getByText('are set for').waitFor()
})

test('the service goes and comes back: said, nothing typed is lost, and the same button works again', async (t, console) => {
  const { app, address, folder: consoleFolder } = console
  const page = await console.visit({ as: demoUser, hash: `#/plans/${planId}/amendment` })
  await page.locator('.effects li').first().waitFor()
  await page.getByLabel('Accessories keep at least').selectOption('3')
  await app.close()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('The service does not answer').first().waitFor()
  t.equal(await page.getByLabel('Accessories keep at least').inputValue(), '3')

  const again = await buildApp(testConfig(databaseUrl, { flagsFile }), { consoleFolder })
  t.teardown(() => again.close())
  await again.listen({ host: '127.0.0.1', port: Number(new URL(address).port) })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Version 3. Nothing is changed.').waitFor()
  const stored = await again.inject({ url: `/api/v1/plans/${planId}/amendment`, headers: bearer(demoUser) })
  t.match(stored.json().amendment, { accessorySetFloor: 3, bufferSeconds: 90 })
})
