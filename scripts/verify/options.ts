/** What the verification is told. */
import { parseArgs } from 'node:util'
import { CommandError } from '../command-error.ts'

export const exitCodes = { passed: 0, faults: 1, usage: 2, unreachable: 3 } as const

export const usage = `Usage: npm run verify -- --plan ID [OPTIONS]

Asks a live service for one plan at nine targets from 15 to 180 minutes. Every answer is checked against the schema,
rebuilt from the plan with the service's own clock, and audited by the articles of the Coach's Amendment.
  --plan ID      the plan; the token has to be of somebody who sees it
  --url URL      the service (default http://127.0.0.1:3000)
  --token TOKEN  a bearer token; better in VERIFY_TOKEN, where no list of processes shows it
  --output DIR   where the two result files go (default test-results)
  --help         this text

Writes test-results-timecrunch-STAMP.json and .md; neither holds the token.
Exit codes: 0 no fault, 1 at least one, 2 wrong usage, 3 the service can't be asked.`

export interface VerifyOptions {
  readonly url: string
  readonly token: string
  readonly planId: string
  readonly output: string
}

const misused = (message: string): CommandError =>
  new CommandError(exitCodes.usage, `${message}\nTry npm run verify -- --help`)

const parse = (words: readonly string[]) => {
  try {
    return parseArgs({
      args: [...words],
      options: {
        plan: { type: 'string' },
        url: { type: 'string', default: 'http://127.0.0.1:3000' },
        token: { type: 'string' },
        output: { type: 'string', default: 'test-results' },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw misused((error as Error).message)
  }
}

/** Undefined when help is asked for. `tokenAtHand` is the one of the environment. */
export const readOptions = (
  words: readonly string[],
  tokenAtHand: string | undefined,
): VerifyOptions | undefined => {
  const { plan, url, token = tokenAtHand, output, help } = parse(words)
  if (help) return undefined
  if (!plan) throw misused('--plan: found nothing, expected the id of a plan')
  if (!token) throw misused('--token: found nothing, nor a VERIFY_TOKEN')
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    throw misused(`--url: found ${JSON.stringify(url)}, expected an http or https URL`)
  }
  return { url: url.replace(/\/+$/, ''), token: token.trim(), planId: plan, output }
}
