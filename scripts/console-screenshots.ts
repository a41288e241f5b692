/** `npm run console:screenshots`: the pictures of docs/console/, taken from the real service with the demo plans. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { buildApp } from '../app.ts'
import { loadConfig } from '../config.ts'
import { demoPlans } from '../demo-plans/demo-plans.ts'
import { seedDemoPlans } from '../demo-plans/seed-demo-plans.ts'
import { signToken } from '../plugins/auth/sign-token.ts'
import { findChromium, launchChromium } from './console/browser.ts'
import { buildConsole } from './console/build-console.ts'

interface Picture {
  file: string
  theme: 'light' | 'dark'
  width: number
  height: number
  /** Somebody who comes in by one click; others, by a token. */
  person: string
  hash: string
  ready: string
  minutes?: number
  act?: (page: Page) => Promise<unknown>
}

const [barbell, , upperLower] = demoPlans
const curator = 'curator'
const secret = 'only-for-pictures-at-least-32-bytes'

const curatorToken = (): string =>
  signToken({
    secret,
    issuer: 'planning-engine',
    audience: 'planning-engine',
    subject: curator,
    roles: ['curator'],
    issuedAtSeconds: Math.floor(Date.now() / 1_000),
    lifetimeSeconds: 600,
  })

const signIn = async (page: Page, person: string): Promise<void> => {
  if (person !== curator) return page.getByRole('button', { name: person }).click()
  await page.getByLabel('Bearer token').fill(curatorToken())
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const squat = `#/plans/${barbell.id}/sessions/squat`
/** Rules typed, not saved: what each does alone, and what all of them do. */
const amend = async (page: Page): Promise<void> => {
  await page.getByLabel('Supersets').uncheck()
  await page.getByLabel('Rule for Lat pull-down').selectOption('pinned')
  await page.getByLabel('Seconds kept free at the end').fill('120')
  await page.locator('.saving .alone:not(:empty)').nth(2).waitFor()
  await page.locator('.effects[aria-busy="false"] li[data-changed="true"]').first().waitFor()
  await page.evaluate('document.activeElement.blur()')
}

/** A movement on the board, being written. */
const curate = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'New movement' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Sandbag carry')
  await page.getByLabel('Pattern').selectOption('carry')
  await page.getByLabel('Primary muscles').fill('forearms\ntraps')
  await page.evaluate('document.activeElement.blur(); scrollTo(0, 0)')
}

const wide = { width: 1200, height: 960 }
const phone = { width: 390, height: 844 }

const pictures: Picture[] = [
  {
    file: 'crunch-light.png',
    theme: 'light',
    ...wide,
    person: 'Demo athlete',
    hash: squat,
    ready: '.time-bars',
    minutes: 45,
  },
  {
    file: 'crunch-dark.png',
    theme: 'dark',
    ...wide,
    person: 'Demo athlete',
    hash: squat,
    ready: '.time-bars',
    minutes: 30,
  },
  {
    file: 'crunch-phone.png',
    theme: 'light',
    ...phone,
    person: 'Demo athlete',
    hash: squat,
    ready: '.time-bars',
    minutes: 45,
  },
  {
    file: 'sheet-phone.png',
    theme: 'dark',
    ...phone,
    person: 'Demo athlete',
    hash: `${squat}/sheet/45`,
    ready: '.sheet-blocks',
  },
  {
    file: 'amendment.png',
    theme: 'light',
    ...wide,
    person: 'Demo coach',
    hash: `#/plans/${upperLower?.id}/amendment`,
    ready: '.effects li',
    act: amend,
  },
  {
    file: 'amendment-phone.png',
    theme: 'dark',
    ...phone,
    person: 'Demo coach',
    hash: `#/plans/${upperLower?.id}/amendment`,
    ready: '.effects li',
    act: async (page) => {
      await amend(page)
      await page.locator('.saving').scrollIntoViewIfNeeded()
    },
  },
  {
    file: 'curation.png',
    theme: 'light',
    ...wide,
    person: curator,
    hash: '#/curation',
    ready: '.board-column li',
    act: curate,
  },
]

/** Only so that the board is not empty. */
const beginDrafts = async (app: FastifyInstance): Promise<void> => {
  const headers = { authorization: `Bearer ${curatorToken()}` }
  const names = ['Stone over a bar', 'Keg carry uphill', 'Beam walk', 'Barrel load to a shelf']
  for (const [index, name] of names.entries()) {
    const payload = { name, pattern: 'carry', mechanic: 'compound', level: 'advanced', equipment: 'other' }
    const url = '/api/internal/curation/movements'
    const { statusCode, json } = await app.inject({
      method: 'POST',
      url,
      headers,
      payload: { ...payload, primaryMuscles: ['forearms'] },
    })
    if (statusCode !== 201) throw new Error(`the draft "${name}" was refused`)
    if (index > 1) await app.inject({ method: 'POST', url: `${url}/${json().id}/submit`, headers })
  }
}

const take = async (browser: Browser, address: string, folder: string, picture: Picture): Promise<void> => {
  const { file, theme, width, height, person, hash, ready, minutes, act } = picture
  const page: Page = await browser.newPage({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  await page.goto(`${address}/console/${hash}`)
  await signIn(page, person)
  await page.waitForSelector(ready)
  if (minutes !== undefined) {
    await page.getByRole('slider').fill(String(minutes))
    await page.waitForSelector('.time-bars[data-stale="false"]')
  }
  await act?.(page)
  await page.evaluate('document.fonts.ready')
  await page.screenshot({ path: join(folder, file) })
  await page.close()
  console.log(`wrote docs/console/${file}`)
}

const executable = await findChromium()
if (executable === undefined)
  throw new Error('There is no Chromium here; install one, or name it in CHROMIUM_PATH')
const consoleFolder = await mkdtemp(join(tmpdir(), 'planning-console-'))
await buildConsole(consoleFolder)
const config = loadConfig({
  DATABASE_URL: 'pglite:memory',
  JWT_SECRET: secret,
  RATE_LIMIT_MAX: '100000',
  EVENT_LOOP_DELAY_MAX_MS: '0',
})
const app = await buildApp(config, { consoleFolder })
try {
  await app.ready()
  await seedDemoPlans(app)
  await beginDrafts(app)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launchChromium(executable)
  const folder = process.argv[2] ?? fileURLToPath(new URL('../docs/console/', import.meta.url))
  for (const picture of pictures) await take(browser, address, folder, picture)
  await browser.close()
} finally {
  await app.close()
  await rm(consoleFolder, { recursive: true, force: true })
}
