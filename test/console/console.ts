/** The console as a visitor meets it: the built page, served by the running service, in a real Chromium. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { seedDemoPlans } from '../../demo-plans/seed-demo-plans.ts'
import { findChromium, launchChromium } from '../../scripts/console/browser.ts'
import { buildConsole } from '../../scripts/console/build-console.ts'
import { type TestOverrides, testApp, tokenFor } from '../helper.ts'

export interface Visit {
  hash?: string
  /** Signs in with a token of this person; left out, the visitor stands at the door. */
  as?: string
  roles?: readonly string[]
  theme?: 'light' | 'dark'
  width?: number
}

interface Opened {
  readonly app: FastifyInstance
  readonly address: string
  readonly folder: string
  readonly browser: Browser
}

export interface Console extends Opened {
  /** A page of its own, closed with the test. What no page may do (errors, foreign requests, broken policy) fails it. */
  visit: (visit?: Visit) => Promise<Page>
}

const heights: Readonly<Record<number, number>> = { 390: 844, 1440: 1_000 }

/** Typed into the field where a person would paste it. */
export const signIn = async (page: Page, token: string): Promise<void> => {
  await page.getByLabel('Bearer token').fill(token)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).waitFor()
}

const watch = (page: Page, address: string, complaints: string[]): void => {
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML/i.test(message.text())) complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(`${address}/`)) complaints.push(`request to ${request.url()}`)
  })
}

const open = async (overrides: TestOverrides, executable: string): Promise<Opened> => {
  const folder = await mkdtemp(join(tmpdir(), 'planning-console-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  await buildConsole(folder)
  // A build and a browser on the same few cores hold the event loop up for seconds; it is no test's business here that it sheds.
  const config = { eventLoopDelayMaxMs: 0, ...overrides.config }
  const app = await testApp(t, { ...overrides, config, consoleFolder: folder })
  await seedDemoPlans(app)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launchChromium(executable)
  t.teardown(() => browser.close())
  return { app, address, folder, browser }
}

const visitWith = async (
  { browser, address }: Opened,
  complaints: string[],
  { hash = '', as, roles, theme = 'light', width = 1_440 }: Visit = {},
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width, height: heights[width] ?? 1_000 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  watch(page, address, complaints)
  await page.goto(`${address}/console/${hash}`)
  if (as !== undefined) await signIn(page, tokenFor(as, roles))
  return page
}

/** The tests of a file share one service and one browser, started with the first of them. */
export const consoleTests = async (overrides: TestOverrides = {}) => {
  const executable = await findChromium()
  let opening: Promise<Opened> | undefined
  return (name: string, run: (t: Test, console: Console) => Promise<void>) =>
    t.test(name, { skip: executable ? false : 'there is no Chromium here' }, async (t) => {
      opening ??= open(overrides, executable as string)
      const opened = await opening
      const pages: Page[] = []
      const complaints: string[] = []
      const visit = async (asked?: Visit): Promise<Page> => {
        const page = await visitWith(opened, complaints, asked)
        pages.push(page)
        return page
      }
      await run(t, { ...opened, visit })
      await Promise.all(pages.map((page) => page.context().close()))
      t.strictSame(complaints, [], 'no error, no foreign request, no broken policy')
    })
}

interface AxeFault {
  id: string
  nodes: { target: string[]; failureSummary: string }[]
}

/** What axe-core finds wrong, one line each. Scripts for the page are text: these files know no DOM. */
export const axeFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source)
  const { violations, passes } = await page.evaluate<{ violations: AxeFault[]; passes: unknown[] }>(
    'axe.run(document)',
  )
  if (passes.length === 0) return ['axe-core found nothing to look at']
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** How far the page could be scrolled sideways. */
export const overflowPixels = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
