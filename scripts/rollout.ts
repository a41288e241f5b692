/** `npm run rollout -- VERB`: the way of the flag from 10 to 100 % of the users, and back. */
import { writeFile } from 'node:fs/promises'
import type { Result, Rollout } from '../rollout/rollout.ts'
import { exitCodes, RolloutError, sentenceOf } from '../rollout/rollout-error.ts'
import { pause, resume } from '../rollout/verbs/pause.ts'
import { plan } from '../rollout/verbs/plan.ts'
import { promote } from '../rollout/verbs/promote.ts'
import { rollback } from '../rollout/verbs/rollback.ts'
import { start } from '../rollout/verbs/start.ts'
import { report, status } from '../rollout/verbs/status.ts'
import { watch } from '../rollout/verbs/watch.ts'
import { createInterruption, type Interruption } from './rollout/interruption.ts'
import { openRollout } from './rollout/open-rollout.ts'
import { type RolloutOptions, readOptions } from './rollout/options.ts'
import { usage } from './rollout/usage.ts'
import { createWatchScreen } from './rollout/watch-screen.ts'

const runWatch = async (
  rollout: Rollout,
  options: RolloutOptions,
  { isInterrupted }: Interruption,
): Promise<Result> => {
  const screen = createWatchScreen(process.stdout, {
    phases: options.settings.phases,
    json: options.json,
    noColor: process.env.NO_COLOR,
  })
  try {
    return await watch(rollout, { ...options, isInterrupted, onLook: screen.onLook, onEvent: screen.onEvent })
  } finally {
    screen.end()
  }
}

const runReport = async (rollout: Rollout, { output, webhook, json }: RolloutOptions): Promise<Result> => {
  const markdown = await report(rollout)
  if (output !== undefined) await writeFile(output, markdown)
  if (webhook) await rollout.notify(markdown)
  const lines = output === undefined || json ? [markdown.trimEnd()] : [`Written to ${output}`]
  return { exitCode: exitCodes.done, lines, data: { markdown } }
}

const simple = { plan, status, start, promote, rollback, pause, resume } as const

const run = async (options: RolloutOptions): Promise<Result> => {
  const interruption = createInterruption()
  const rollout = openRollout(process.env, options, interruption, (sentence) => console.error(sentence))
  const { verb } = options
  if (verb === 'watch') return runWatch(rollout, options, interruption)
  return verb === 'report' ? runReport(rollout, options) : simple[verb](rollout)
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options === undefined) console.log(usage)
  else {
    const { exitCode, lines, data } = await run(options)
    console.log(options.json ? JSON.stringify(data) : lines.join('\n'))
    process.exitCode = exitCode
  }
} catch (error) {
  console.error(sentenceOf(error))
  process.exitCode = error instanceof RolloutError ? error.exitCode : exitCodes.failed
}
