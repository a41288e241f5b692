/** A real Chromium for the console's tests and pictures: the one of the system, or CHROMIUM_PATH. */
import { access, constants } from 'node:fs/promises'
import { type Browser, chromium } from 'playwright-core'

/** Debian's own file before its wrapper, which only adds settings. */
const usualPaths = [
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/** Undefined where there is none; a configured one that is not there is an error, not a reason to look elsewhere. */
export const findChromium = async (): Promise<string | undefined> => {
  const configured = process.env.CHROMIUM_PATH
  if (configured) {
    if (await isExecutable(configured)) return configured
    throw new Error(`CHROMIUM_PATH: nothing to run at ${configured}`)
  }
  for (const path of usualPaths) if (await isExecutable(path)) return path
  return undefined
}

/** No network of its own: no updates, no sync, nothing in the background. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const launchChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, chromiumSandbox: false, args: quiet })
