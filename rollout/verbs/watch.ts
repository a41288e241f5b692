/** `watch`: looks at the gates again and again, takes the feature back when they say so, and ends with the phase. */
import type { Result, Rollout } from '../rollout.ts'
import { type ExitCode, exitCodes, RolloutError, sentenceOf } from '../rollout-error.ts'
import { type Look, look } from './look.ts'
import { takePromotion } from './promote.ts'
import { takeRollback } from './rollback.ts'
import { report, statusData } from './status.ts'

export interface WatchOptions {
  /** Takes the next phase by itself, to the last. */
  readonly promote: boolean
  /** One look, and out: for a scheduler. */
  readonly once: boolean
  /** Does not end with a phase or a rollback: for a pod. */
  readonly forever: boolean
  readonly reportEverySeconds: number
  readonly isInterrupted: () => boolean
  /** Hears of each look. */
  readonly onLook: (seen: Look) => void
  /** Hears of what was done or failed. */
  readonly onEvent: (sentence: string) => void
}

/** What a look led to. */
interface Turn {
  readonly exitCode: ExitCode
  /** There is nothing more to watch for. */
  readonly ending?: string
  /** How the flag stands now. */
  readonly stands: string
}

const spokenFlag = ({ flag }: Look): string => {
  if (flag === undefined) return 'as it is'
  return flag.on ? `on for ${flag.percent} %` : 'off'
}

const takeTurn = async (rollout: Rollout, seen: Look, options: WatchOptions): Promise<Turn> => {
  const { flag, decision } = seen
  const { done, rolledBack } = exitCodes
  const stands = spokenFlag(seen)
  switch (decision.action) {
    case 'roll_back': {
      options.onEvent(await takeRollback(rollout, decision.reasons.join('; ')))
      return { exitCode: rolledBack, ending: 'the rollout was taken back', stands: 'off' }
    }
    case 'promote': {
      const to = `${decision.next.percent} %`
      if (!options.promote || !flag) {
        return { exitCode: done, ending: `the phase is over, promote to ${to} when you like`, stands }
      }
      options.onEvent(await takePromotion(rollout, flag, decision))
      return { exitCode: done, stands: `on for ${to}` }
    }
    case 'done':
      return { exitCode: done, ending: 'the rollout is complete', stands }
    case 'none':
      return { exitCode: done, ending: 'the flag is off, there is nothing to watch', stands }
    default:
      return { exitCode: done, stands }
  }
}

/** A step that failed is tried again at the next look, if it is still asked for. */
const tryTurn = async (rollout: Rollout, seen: Look, options: WatchOptions): Promise<Turn> => {
  try {
    return await takeTurn(rollout, seen, options)
  } catch (error) {
    const failed = seen.decision.action === 'roll_back' ? 'NOT ROLLED BACK' : 'Not promoted'
    options.onEvent(`${failed}: ${sentenceOf(error)}`)
    if (seen.decision.action === 'roll_back') {
      await rollout.notify(
        `${failed}: ${sentenceOf(error)}. Why it should be: ${seen.decision.reasons.join('; ')}`,
      )
    }
    const exitCode = error instanceof RolloutError ? error.exitCode : exitCodes.failed
    return { exitCode, stands: spokenFlag(seen) }
  }
}

export const watch = async (rollout: Rollout, options: WatchOptions): Promise<Result> => {
  const { settings, sleep, nowMs, notify } = rollout
  const { once, forever, reportEverySeconds, isInterrupted, onLook, onEvent } = options
  let reportedMs = nowMs()
  let lastEnding: string | undefined

  for (;;) {
    const startedMs = nowMs()
    const seen = await look(rollout)
    onLook(seen)
    const { exitCode, ending, stands } = await tryTurn(rollout, seen, options)
    const result = (code: ExitCode, sentence: string): Result => ({
      exitCode: code,
      lines: [sentence],
      data: { ...statusData(seen), sentence },
    })

    const news = ending !== lastEnding && exitCode === exitCodes.done && seen.decision.action !== 'none'
    if (ending && news) await notify(`Rollout: ${ending}`)
    if (ending && forever && ending !== lastEnding) onEvent(`Still watching: ${ending}`)
    lastEnding = ending
    if (once) return result(exitCode, `One look: ${ending ?? seen.decision.action}`)
    if (ending && !forever) return result(exitCode, `Ended: ${ending}`)

    if (seen.flag?.on && nowMs() - reportedMs >= reportEverySeconds * 1_000) {
      reportedMs = nowMs()
      await report(rollout).then(notify, (error) => onEvent(`No report: ${sentenceOf(error)}`))
    }
    if (!isInterrupted()) {
      await sleep(Math.max(0, settings.intervalSeconds * 1_000 - (nowMs() - startedMs)))
    }
    if (isInterrupted()) {
      return result(exitCodes.interrupted, `Interrupted: the flag stays ${stands}; nobody watches now`)
    }
  }
}
