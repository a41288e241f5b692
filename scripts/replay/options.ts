/** What the replay is told: a line of a log, or ids. */
import { parseArgs } from 'node:util'
import { CommandError } from '../command-error.ts'
import type { LoggedFailure } from './logged-failure.ts'

export const help = `npm run replay -- [--log FILE] [--request ID]
npm run replay -- --plan ID [--target MINUTES] [--session ID]… [--week N] [--without WORD]… [--digest DIGEST]

Does again what a request failed at (500, or an answer that broke an article), with the plan of DATABASE_URL, which is
only read: the same computation of the same versions, searched for as many steps. Use the release that failed: it stands
in the log as modelVersion. Old versions of a plan are not kept: where it has moved on, this says so.

  --log      the service's log, as JSON lines (default: standard input)
  --request  id of the request (default: the last that failed)

Without a log, what is asked is given by ids, and searched as SOLVER_BUDGET_MS says:

  --plan     id of the plan
  --target   minutes, 15 to 180 (default: none, every target of one session, as the frontier has them)
  --session  id of a session, several times for several (default: all of the plan)
  --week     all sessions of this week
  --without  equipment that is not there, a word of the vocabulary, several times for several
  --digest   of the answer that broke an article, out of the log: has to come out again

Exit code 0: it fails in the same way (by ids: it fails, and with this digest where one is given); 1: it does not, or the
plan is gone; 2: wrong usage, no such failure in the log, or no database.
What only its sender can repeat, such as a write, is printed as a curl command, with exit code 1.
`

export type ReplayOptions =
  | { readonly of: 'log'; readonly file: string | undefined; readonly requestId: string | undefined }
  | { readonly of: 'ids'; readonly failure: LoggedFailure }

const misused = (message: string): CommandError =>
  new CommandError(2, `${message}\nTry npm run replay -- --help`)

const parse = (words: readonly string[]) => {
  try {
    return parseArgs({
      args: [...words],
      options: {
        log: { type: 'string' },
        request: { type: 'string' },
        plan: { type: 'string' },
        target: { type: 'string' },
        session: { type: 'string', multiple: true },
        week: { type: 'string' },
        without: { type: 'string', multiple: true },
        digest: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    throw misused((error as Error).message)
  }
}

const wholeNumber = (option: string, word: string | undefined, least: number, most: number) => {
  if (word === undefined) return undefined
  const number = /^\d{1,4}$/.test(word) ? Number(word) : Number.NaN
  if (number >= least && number <= most) return number
  throw misused(`--${option}: found ${JSON.stringify(word)}, expected ${least} to ${most}`)
}

type Ids = Omit<ReturnType<typeof parse>, 'help' | 'plan' | 'log' | 'request'>

const byIds = (planId: string, values: Ids): LoggedFailure => {
  const { session: sessionIds, without: unavailableEquipment, digest } = values
  const targetMinutes = wholeNumber('target', values.target, 15, 180)
  const week = wholeNumber('week', values.week, 1, 1_000)
  if (sessionIds && week !== undefined) throw misused('--session and --week exclude each other')
  if (targetMinutes === undefined && sessionIds?.length !== 1) {
    throw misused('--target: found nothing; without it, one --session is expected')
  }
  return {
    requestId: 'by ids',
    operationId: targetMinutes === undefined ? 'readTimeCrunchFrontier' : 'previewTimeCrunch',
    params: {},
    query: {},
    asked: {
      planId,
      ...(targetMinutes !== undefined && { targetMinutes }),
      ...(sessionIds && { sessionIds }),
      ...(week !== undefined && { week }),
      ...(unavailableEquipment && { unavailableEquipment }),
    },
    omitted: [],
    ...(digest !== undefined && { digest }),
  }
}

/** Undefined when help is asked for. Throws CommandError 2. */
export const readOptions = (words: readonly string[]): ReplayOptions | undefined => {
  const { help: isAsked, plan, log, request, ...ids } = parse(words)
  if (isAsked) return undefined
  if (plan !== undefined) {
    if (log !== undefined || request !== undefined) throw misused('--plan and --log exclude each other')
    return { of: 'ids', failure: byIds(plan, ids) }
  }
  const idle = Object.keys(ids)[0]
  if (idle !== undefined) throw misused(`--${idle}: found without --plan`)
  return { of: 'log', file: log, requestId: request }
}
