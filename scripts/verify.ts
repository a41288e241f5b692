/** `npm run verify -- --url URL --plan ID`: nine targets against a live service, nothing of what it says believed. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CommandError } from './command-error.ts'
import { shareBar } from './demo/bars.ts'
import { paintFor } from './demo/paint.ts'
import { createAsk } from './verify/ask.ts'
import { exitCodes, readOptions, usage, type VerifyOptions } from './verify/options.ts'
import { readPlan } from './verify/read-plan.ts'
import { isFaultless, type Results, resultsOf, resultsPage, stampOf } from './verify/results.ts'
import { verifyTargets } from './verify/verify-targets.ts'

const barColumns = 18

/** On standard error and on a terminal only, so that the page on standard output can be piped on. */
const showProgress = (done: number, total: number): void => {
  if (!process.stderr.isTTY) return
  const bar = shareBar(done / total, barColumns, paintFor(true, process.env.NO_COLOR))
  process.stderr.write(done === total ? '\r\u001b[2K' : `\r${bar} ${done} of ${total} targets`)
}

const writeResults = async (results: Results, output: string): Promise<string> => {
  const file = join(output, `test-results-timecrunch-${stampOf(results.startedAt)}`)
  await mkdir(output, { recursive: true })
  await writeFile(`${file}.json`, `${JSON.stringify(results, null, 2)}\n`)
  await writeFile(`${file}.md`, resultsPage(results))
  return file
}

const run = async (options: VerifyOptions): Promise<number> => {
  const startedAt = new Date()
  const ask = createAsk(options)
  const plan = await readPlan(ask, options.planId)
  const results = resultsOf(options.url, plan, startedAt, await verifyTargets(ask, plan, showProgress))
  console.log(resultsPage(results))
  console.log(`Written to ${await writeResults(results, options.output)}.json and .md`)
  return isFaultless(results) ? exitCodes.passed : exitCodes.faults
}

try {
  const options = readOptions(process.argv.slice(2), process.env.VERIFY_TOKEN)
  if (options) process.exitCode = await run(options)
  else console.log(usage)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = error instanceof CommandError ? error.exitCode : exitCodes.faults
}
