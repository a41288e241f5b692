/** `npm run replay`: does again what failed, by the line that the service logged, and says whether it fails again. */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { CommandError } from './command-error.ts'
import { asCurl } from './replay/as-curl.ts'
import { computeAgain, recomputable } from './replay/compute-again.ts'
import { loggedFailure } from './replay/logged-failure.ts'
import { readOnlyApp } from './replay/read-only-app.ts'
import { verdictOn } from './replay/verdict.ts'

const help = `npm run replay -- [--log FILE] [--request ID]

Does again what a request failed at (500, or an answer that broke an article), with the plan of DATABASE_URL, which is
only read, and the SOLVER_BUDGET_MS of the environment. Use the release that failed: it stands in the log as modelVersion.

  --log      the service's log, as JSON lines (default: standard input)
  --request  id of the request (default: the last that failed)

Exit code 0: it fails in the same way; 1: it does not, or the plan is gone; 2: the log has no such failure.
What only its sender can repeat, such as a write, is printed as a curl command, with exit code 1.
`

const run = async (log: string | undefined, requestId: string | undefined): Promise<number> => {
  const lines = log === undefined ? await text(process.stdin) : await readFile(log, 'utf8')
  const failure = loggedFailure(lines, requestId)
  const app = await readOnlyApp(process.env)
  try {
    if (!recomputable.includes(failure.operationId)) {
      console.log(asCurl(failure, app.swagger()))
      return 1
    }
    const verdict = verdictOn(failure, await computeAgain(app, failure))
    console.log(verdict.lines.join('\n'))
    return verdict.exitCode
  } finally {
    await app.close()
  }
}

const main = async (): Promise<number> => {
  try {
    const { values } = parseArgs({
      options: {
        log: { type: 'string' },
        request: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (!values.help) return await run(values.log, values.request)
    process.stdout.write(help)
    return 0
  } catch (error) {
    console.error((error as Error).message)
    return error instanceof CommandError ? error.exitCode : 2
  }
}

process.exitCode = await main()
