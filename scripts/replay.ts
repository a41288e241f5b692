/** `npm run replay`: does again what failed, by the line that the service logged, and says whether it fails again. */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { CommandError } from './command-error.ts'
import { asCurl } from './replay/as-curl.ts'
import { computeAgain, recomputable } from './replay/compute-again.ts'
import { type LoggedFailure, loggedFailure } from './replay/logged-failure.ts'
import { help, type ReplayOptions, readOptions } from './replay/options.ts'
import { readOnlyApp } from './replay/read-only-app.ts'
import { verdictOn } from './replay/verdict.ts'

const failureOf = async (options: ReplayOptions): Promise<LoggedFailure> => {
  if (options.of === 'ids') return options.failure
  const { file, requestId } = options
  const lines = file === undefined ? await text(process.stdin) : await readFile(file, 'utf8')
  return loggedFailure(lines, requestId)
}

const run = async (options: ReplayOptions): Promise<number> => {
  const failure = await failureOf(options)
  const app = await readOnlyApp(process.env, failure.computation?.limits)
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
    const options = readOptions(process.argv.slice(2))
    if (options !== undefined) return await run(options)
    process.stdout.write(help)
    return 0
  } catch (error) {
    console.error((error as Error).message)
    return error instanceof CommandError ? error.exitCode : 2
  }
}

process.exitCode = await main()
