/** `rollback`: off for everybody, now. Asks nothing first that could fail. */
import type { Result, Rollout } from '../rollout.ts'
import { exitCodes } from '../rollout-error.ts'
import { writeOff } from './write.ts'

export const takeRollback = async (rollout: Rollout, reason: string): Promise<string> => {
  const { settings, notify } = rollout
  await writeOff(rollout, reason)
  const done = settings.dryRun
    ? 'Dry run: LaunchDarkly would switch the flag off'
    : `Rolled back: the flag is off for everybody. Why: ${reason}`
  if (!settings.dryRun) await notify(done)
  return done
}

export const rollback = async (rollout: Rollout): Promise<Result> => {
  const before = await rollout.launchDarkly.readFlag().catch(() => undefined)
  if (before?.on === false) {
    const lines = ['Nothing to do: the flag is off already']
    return { exitCode: exitCodes.done, lines, data: { changed: false } }
  }
  const done = await takeRollback(rollout, rollout.settings.reason ?? 'asked for by hand')
  return { exitCode: exitCodes.done, lines: [done], data: { changed: !rollout.settings.dryRun } }
}
