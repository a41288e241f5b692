/** `promote`: the next phase, if every gate is green and the phase has been held long enough. */
import type { Decision } from '../core/decide.ts'
import type { SeenFlag } from '../launchdarkly/client.ts'
import type { Result, Rollout } from '../rollout.ts'
import { exitCodes } from '../rollout-error.ts'
import { lookAtFlag } from './look.ts'
import { writePercentage } from './write.ts'

export const takePromotion = async (
  rollout: Rollout,
  flag: SeenFlag,
  decision: Extract<Decision, { action: 'promote' }>,
): Promise<string> => {
  const { settings, notify } = rollout
  const { percent, number } = decision.next
  await writePercentage(rollout, 'promote', flag, percent, decision.reasons.join('; '))
  const verb = settings.dryRun ? 'Dry run: LaunchDarkly would take it,' : 'Promoted:'
  const done = `${verb} ${flag.percent} % → ${percent} % of the users (phase ${number} of ${settings.phases.length})`
  if (!settings.dryRun) await notify(done)
  return done
}

const refusals: Record<Exclude<Decision['action'], 'promote'>, string> = {
  none: 'Not promoted',
  hold: 'Not promoted',
  roll_back: 'Not promoted, and it should go back (use rollback)',
  done: 'Nothing to promote',
}

export const promote = async (rollout: Rollout): Promise<Result> => {
  const { flag, decision, notes } = await lookAtFlag(rollout)
  if (decision.action === 'promote') {
    const done = await takePromotion(rollout, flag, decision)
    return {
      exitCode: exitCodes.done,
      lines: [...notes.map((note) => `Note: ${note}`), done],
      data: { from: flag.percent, percent: decision.next.percent, changed: !rollout.settings.dryRun, notes },
    }
  }
  return {
    exitCode: decision.action === 'done' ? exitCodes.done : exitCodes.held,
    lines: [`${refusals[decision.action]}:`, ...decision.reasons.map((reason) => `  ${reason}`)],
    data: { percent: flag.percent, changed: false, action: decision.action, reasons: decision.reasons },
  }
}
