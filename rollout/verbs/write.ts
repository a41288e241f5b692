/** Writes to the flag: with a comment that the next run can read, checked before and after, nothing by halves. */
import { commentOf, type Mark, type Step } from '../core/audit-trail.ts'
import { pauseTag } from '../core/flag-position.ts'
import { offPatch, percentagePatch, type SemanticPatch, tagPatch } from '../core/semantic-patches.ts'
import type { PatchOptions, SeenFlag } from '../launchdarkly/client.ts'
import { ConflictError } from '../launchdarkly/faults.ts'
import type { Rollout } from '../rollout.ts'
import { exitCodes, RolloutError } from '../rollout-error.ts'

const mostConflicts = 3
const afterConflictMs = 500

const comment = ({ runId, settings }: Rollout, mark: Omit<Mark, 'runId'>, reason: string): string =>
  commentOf({ ...mark, runId }, [settings.reason, reason].filter(Boolean).join('; '))

const spoken = ({ on, percent }: SeenFlag): string => (on ? `on for ${percent} %` : 'off')

/** Conflicts pass: somebody else's change is done in a moment. `prepare` is asked anew each time. */
const throughConflicts = async (
  { launchDarkly, settings, sleep }: Rollout,
  prepare: () => Promise<SemanticPatch>,
  options: PatchOptions = {},
): Promise<SeenFlag> => {
  for (let number = 1; ; number += 1) {
    const patch = await prepare()
    try {
      return await launchDarkly.patch(patch, { ...options, dryRun: settings.dryRun })
    } catch (error) {
      if (!(error instanceof ConflictError) || number >= mostConflicts) throw error
      await sleep(afterConflictMs * number)
    }
  }
}

/** Sets the percentage and switches on, provided that the flag still stands where the decision was made. */
export const writePercentage = async (
  rollout: Rollout,
  step: 'start' | 'promote',
  decidedOn: SeenFlag,
  percent: number,
  reason: string,
): Promise<SeenFlag> => {
  const { launchDarkly } = rollout
  const after = await throughConflicts(rollout, async () => {
    const now = await launchDarkly.readFlag()
    if (now.version !== decidedOn.version) {
      throw new RolloutError(
        exitCodes.held,
        `Somebody changed the flag meanwhile: it was ${spoken(decidedOn)} and is ${spoken(now)}; nothing was changed, look at it and run this again`,
      )
    }
    const text = comment(rollout, { step, percent }, reason)
    return percentagePatch(launchDarkly.place.environment, percent, now, text)
  })
  if (after.on && after.percent === percent) return after
  throw new RolloutError(
    exitCodes.launchDarkly,
    `LaunchDarkly took the change, but the flag is ${spoken(after)} instead of on for ${percent} %: look at it`,
  )
}

/** Off, whatever else is going on. */
export const writeOff = async (rollout: Rollout, reason: string): Promise<void> => {
  const text = comment(rollout, { step: 'rollback' }, reason)
  const patch = offPatch(rollout.launchDarkly.place.environment, text)
  const after = await throughConflicts(rollout, async () => patch, { ignoreConflicts: true })
  if (!after.on) return
  throw new RolloutError(exitCodes.launchDarkly, 'LaunchDarkly took the change, but the flag is still on')
}

export const writePause = async (
  rollout: Rollout,
  step: Extract<Step, 'pause' | 'resume'>,
  reason: string,
): Promise<void> => {
  const { environment } = rollout.launchDarkly.place
  const kind = step === 'pause' ? 'addTags' : 'removeTags'
  const patch = tagPatch(environment, kind, pauseTag(environment), comment(rollout, { step }, reason))
  await throughConflicts(rollout, async () => patch)
}
