/** Steps 6 to 8: the flag, the first request, the watch. All through the rollout command. */
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createAsk, problemOf } from '../verify/ask.ts'
import { flagHasArrived } from './look.ts'
import { type Step, StepFailure, type Tools } from './step.ts'

const rollout = fileURLToPath(new URL('../rollout.ts', import.meta.url))
const rolloutCommand = (...words: string[]): [string, string[]] => [
  process.execPath,
  ['--import=tsx', rollout, ...words],
]
const undo = (): string => 'npm run rollout -- rollback'

export const startFlag: Step = {
  title: 'Start the flag at 10 %',
  undo,
  take: async (tools) => {
    const may = await tools.mayWrite('npm run rollout -- start')
    const words = may ? ['start', '--reason', 'deploy-phase1'] : ['start', '--dry-run']
    const { ok } = await tools.show(...rolloutCommand(...words))
    if (!ok && may) throw new StepFailure('the flag was not started')
  },
}

const arrivalMs = 30_000
const pauseMs = 500

const waitForFlag = async ({ options, print }: Tools): Promise<void> => {
  const endMs = performance.now() + arrivalMs
  while (!(await flagHasArrived(options.url))) {
    if (performance.now() > endMs) {
      throw new StepFailure(
        `the service has not heard of the flag within ${arrivalMs / 1_000} s; see docs/flags.md`,
      )
    }
    await wait(pauseMs)
  }
  print('  ok  the flag has arrived: without a token the endpoint says 401')
}

const firstPreview = async ({ options, env, print }: Tools): Promise<void> => {
  const { url, planId } = options
  const token = env.VERIFY_TOKEN?.trim()
  if (!planId || !token) {
    print('  --  no preview: give --plan and VERIFY_TOKEN for one')
    return
  }
  const answered = await createAsk({ url, token })('POST', 'time-crunch/preview', {
    planId,
    targetMinutes: 30,
  })
  const { error } = (answered.body ?? {}) as { error?: unknown }
  if (answered.status === 200) {
    const { compressedDurationSeconds } = answered.body as { compressedDurationSeconds: number }
    print(`  ok  the first preview: ${compressedDurationSeconds} s, in ${answered.tookMs} ms`)
  } else if (error === 'feature_not_available') {
    print('  ok  this user is not among the 10 %, and gets 404; another may be')
  } else throw new StepFailure(`the first preview answered ${problemOf(answered)}`)
}

export const firstRequest: Step = {
  title: 'First request',
  undo,
  take: async (tools) => {
    if (tools.options.dryRun) {
      tools.print('  dry run, not done: the flag is still off')
      return
    }
    await waitForFlag(tools)
    await firstPreview(tools)
  },
}

/** Its exit code is what the watch ends with. */
export const watch = async (tools: Tools): Promise<number> => {
  if (tools.options.dryRun) {
    tools.print('  dry run, not done: npm run rollout -- watch')
    return 0
  }
  return (await tools.show(...rolloutCommand('watch'))).code
}

export const watchStep: Pick<Step, 'title' | 'undo'> = { title: 'Watch', undo }
