/** `npm run console:screenshots`: the pictures of docs/console/, taken from the real service with the demo plans. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { buildApp } from '../app.ts'
import { loadConfig } from '../config.ts'
import { demoPlans } from '../demo-plans/demo-plans.ts'
import { seedDemoPlans } from '../demo-plans/seed-demo-plans.ts'
import { findChromium, launchChromium } from './console/browser.ts'
import { buildConsole } from './console/build-console.ts'

interface Picture {
  file: string
  theme: 'light' | 'dark'
  width: number
  height: number
  person: string
  hash: string
  ready: string
  minutes?: number
  act?: (page: Page) => Promise<unknown>
}

const [barbell, , upperLower] = demoPlans
const squat = `#/plans/${barbell.id}/sessions/squat`
/** A rule saved, whose effect is shown, and another one typed. */
const amend = async (page: Page): Promise<void> => {
  await page.getByLabel('Core lifts, when shortened, at most').selectOption('')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.locator('.effects li[data-changed="true"]').first().waitFor()
  await page.getByLabel('Rule for Lat pull-down').selectOption('pinned')
  await page.getByLabel('Seconds kept free at the end').fill('120')
  await page.evaluate('document.activeElement.blur()')
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
]

const take = async (browser: Browser, address: string, folder: string, picture: Picture): Promise<void> => {
  const { file, theme, width, height, person, hash, ready, minutes, act } = picture
  const page: Page = await browser.newPage({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  await page.goto(`${address}/console/${hash}`)
  await page.getByRole('button', { name: person }).click()
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
  JWT_SECRET: 'only-for-pictures-at-least-32-bytes',
  RATE_LIMIT_MAX: '100000',
})
const app = await buildApp(config, { consoleFolder })
try {
  await app.ready()
  await seedDemoPlans(app)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launchChromium(executable)
  const folder = process.argv[2] ?? fileURLToPath(new URL('../docs/console/', import.meta.url))
  for (const picture of pictures) await take(browser, address, folder, picture)
  await browser.close()
} finally {
  await app.close()
  await rm(consoleFolder, { recursive: true, force: true })
}
