/** The answers for every whole minute from the longest target to the shortest, as steps: only where they change. */
import type { Amendment } from '../amendment/amendment.ts'
import { compressorParameters } from '../parameters.ts'
import type { Draft, SessionCompressor } from './session-compressor.ts'

const shortest = compressorParameters.shortestTargetMinutes.value
const longest = compressorParameters.longestTargetMinutes.value

export interface FrontierStep {
  /** The draft holds from this target on, up to the next step. */
  readonly fromMinutes: number
  readonly draft: Draft
}

/** Seconds that a target leaves for a session. */
export const budgetSecondsOf = (targetMinutes: number, amendment: Amendment): number =>
  targetMinutes * 60 - amendment.bufferSeconds

/**
 * Steps by rising target; the first starts at the shortest. Worked out from the longest target down, so that each
 * search starts from its neighbour's prices and sessions.
 */
export const frontierOf = (compressor: SessionCompressor): FrontierStep[] => {
  const steps: FrontierStep[] = []
  let written = ''
  for (let minutes = longest; minutes >= shortest; minutes -= 1) {
    const draft = compressor.answer(budgetSecondsOf(minutes, compressor.rules.amendment))
    const now = writtenOut(draft)
    if (now === written) steps[steps.length - 1] = { ...steps.at(-1)!, fromMinutes: minutes }
    else steps.push({ fromMinutes: minutes, draft })
    written = now
  }
  return steps.reverse()
}

const writtenOut = ({ outcome, layout }: Draft): string =>
  `${outcome} ${layout
    .map(({ doses }) => doses.map((d) => `${d.exercise.id} ${d.retained} ${d.level} ${d.rampSets}`).join('+'))
    .join('|')}`
