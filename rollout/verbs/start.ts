/** `start`: the first phase, provided that the flag is fit, somebody watches, and nothing is broken already. */
import { isRolledOut } from '../core/decide.ts'
import type { Phase } from '../core/phases.ts'
import type { GateState } from '../core/readings.ts'
import type { Result, Rollout } from '../rollout.ts'
import { exitCodes, RolloutError } from '../rollout-error.ts'
import { lookAtFlag } from './look.ts'
import { writePercentage } from './write.ts'

/** This gate has data from the service's first scrape on: without them nobody would see what comes. */
const isWatched = (states: readonly GateState[]): string | undefined => {
  const state = states.find(({ gate }) => gate.id === 'amendment_violations')
  return state && 'unknown' in state.measurement ? state.measurement.unknown : undefined
}

const held = (sentence: string): RolloutError => new RolloutError(exitCodes.held, `Not started: ${sentence}`)

export const start = async (rollout: Rollout): Promise<Result> => {
  const { settings, notify } = rollout
  const [first] = settings.phases as [Phase, ...Phase[]]
  const { flag, states, notes } = await lookAtFlag(rollout)
  if (flag.on && flag.percent === first.percent) {
    const lines = [`Nothing to do: the flag is on for ${flag.percent} % already`]
    return { exitCode: exitCodes.done, lines, data: { percent: flag.percent, changed: false } }
  }
  if (isRolledOut(flag)) {
    throw held(`the flag is on for ${flag.percent} % already; use promote or rollback`)
  }
  if (flag.paused) throw held('the rollout is paused; use resume')
  const blind = isWatched(states)
  if (blind) throw held(`nobody would see what happens, ${blind}`)
  const broken = states.filter(({ verdict }) => verdict === 'rollback').map(({ gate }) => gate.title)
  if (broken.length > 0) {
    throw held(
      `${broken.join(', ')} would take it back at once; mend that, or wait until the window has passed`,
    )
  }
  await writePercentage(rollout, 'start', flag, first.percent, 'first phase')
  const done = `${settings.dryRun ? 'Dry run: LaunchDarkly would take it, the flag would be' : 'Started: the flag is'} on for ${first.percent} % of the users`
  if (!settings.dryRun) await notify(done)
  return {
    exitCode: exitCodes.done,
    lines: [...notes.map((note) => `Note: ${note}`), done],
    data: { percent: first.percent, changed: !settings.dryRun, notes },
  }
}
