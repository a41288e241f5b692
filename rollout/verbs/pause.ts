/** `pause` and `resume`: a tag on the flag, where everybody sees it. It stops promotions, never a rollback. */
import type { Result, Rollout } from '../rollout.ts'
import { exitCodes } from '../rollout-error.ts'
import { writePause } from './write.ts'

const sentences = {
  pause: {
    done: 'Paused: nothing is promoted until resume; a rollback still happens',
    already: 'paused already',
  },
  resume: { done: 'Resumed: promotions go on', already: 'not paused' },
} as const

const change = async (rollout: Rollout, step: 'pause' | 'resume'): Promise<Result> => {
  const { settings, launchDarkly, notify } = rollout
  const { paused } = await launchDarkly.readFlag()
  const { done, already } = sentences[step]
  if (paused === (step === 'pause')) {
    const lines = [`Nothing to do: the rollout is ${already}`]
    return { exitCode: exitCodes.done, lines, data: { paused, changed: false } }
  }
  await writePause(rollout, step, settings.reason === undefined ? 'by hand' : '')
  if (!settings.dryRun) await notify(done)
  return {
    exitCode: exitCodes.done,
    lines: [settings.dryRun ? `Dry run: LaunchDarkly would take the ${step}` : done],
    data: { paused: step === 'pause', changed: !settings.dryRun },
  }
}

export const pause = (rollout: Rollout): Promise<Result> => change(rollout, 'pause')
export const resume = (rollout: Rollout): Promise<Result> => change(rollout, 'resume')
