/** What is seen of `watch`: a line a look; on a terminal one that stays in place, with how far the phase has come. */
import { type Phase, phaseAt } from '../../rollout/core/phases.ts'
import { spokenSeconds } from '../../rollout/core/spoken.ts'
import { gateRows, spokenDecision, spokenPlace, tableLines } from '../../rollout/core/status-lines.ts'
import type { Look } from '../../rollout/verbs/look.ts'
import { statusData } from '../../rollout/verbs/status.ts'
import { shareBar } from '../demo/bars.ts'
import { paintFor } from '../demo/paint.ts'

export interface WatchScreen {
  readonly onLook: (seen: Look) => void
  readonly onEvent: (sentence: string) => void
  /** Takes the line in place away, so that what follows stands alone. */
  readonly end: () => void
}

interface Screen {
  readonly isTTY?: boolean
  write(text: string): unknown
}

const barColumns = 20
const clearLine = '\r\u001b[2K'

const clock = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 19)}Z`

const place = ({ flag, fault }: Look, phases: readonly Phase[]): string =>
  flag === undefined ? (fault?.message ?? '') : `${spokenPlace(flag, phases)}${flag.paused ? ', paused' : ''}`

const lookLine = (seen: Look, phases: readonly Phase[]): string => {
  const { decision } = seen
  return `${clock(seen.atMs)}  ${place(seen, phases)}: ${spokenDecision(seen)}; ${decision.reasons.join('; ')}`
}

/** Once when the watch begins, and whenever the decision changes, the whole table; each minute would drown it. */
const createTerminalScreen = (
  screen: Screen,
  phases: readonly Phase[],
  noColor: string | undefined,
): WatchScreen => {
  const paint = paintFor(true, noColor)
  let shown = ''
  return {
    onLook: (seen) => {
      const { flag, elapsedSeconds = 0, decision, states } = seen
      screen.write(clearLine)
      if (shown !== `${decision.action} ${flag?.percent}`) {
        screen.write(`${[lookLine(seen, phases), ...tableLines(gateRows(states))].join('\n')}\n`)
        shown = `${decision.action} ${flag?.percent}`
      }
      const phase = flag?.on ? phaseAt(phases, flag.percent) : undefined
      if (!phase) return
      const share = phase.dwellSeconds === 0 ? 1 : elapsedSeconds / phase.dwellSeconds
      const held = `${spokenSeconds(elapsedSeconds)} of ${spokenSeconds(phase.dwellSeconds)}`
      screen.write(
        `${phase.percent} %  ${shareBar(share, barColumns, paint)} ${held}, ${spokenDecision(seen)}`,
      )
    },
    onEvent: (sentence) => screen.write(`${clearLine}${sentence}\n`),
    end: () => screen.write(clearLine),
  }
}

export interface WatchScreenOptions {
  readonly phases: readonly Phase[]
  readonly json: boolean
  readonly noColor: string | undefined
}

export const createWatchScreen = (screen: Screen, options: WatchScreenOptions): WatchScreen => {
  const { phases, json, noColor } = options
  const line = (text: string): void => {
    screen.write(`${text}\n`)
  }
  const end = (): void => {}
  if (json) {
    return {
      onLook: (seen) => line(JSON.stringify({ at: clock(seen.atMs), ...statusData(seen) })),
      onEvent: (event) => line(JSON.stringify({ event })),
      end,
    }
  }
  if (screen.isTTY === true) return createTerminalScreen(screen, phases, noColor)
  return { onLook: (seen) => line(lookLine(seen, phases)), onEvent: line, end }
}
