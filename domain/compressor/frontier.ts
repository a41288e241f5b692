/** The answers for every whole minute from the longest target to the shortest, as steps: only where they change. */
import type { Amendment } from '../amendment/amendment.ts'
import { compressorParameters } from '../parameters.ts'
import type { SearchLimits } from './search/problem.ts'
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

/** Of a session's steps, for the first look at every target; the rest goes to those that are not proven then. */
const firstLookShare = 0.6

/**
 * Steps by rising target; the first starts at the shortest. Worked out from the longest target down, so that each
 * search starts from its neighbour's prices and sessions, every target having an even share of the steps left. Then from
 * the shortest up, for what is not proven: also from the sessions found since, so that value never falls as the target
 * grows.
 */
export const frontierOf = (compressor: SessionCompressor, limits: SearchLimits): FrontierStep[] => {
  const drafts: Draft[] = []
  const answer = (minutes: number, steps: number): Draft => {
    const budgetSeconds = budgetSecondsOf(minutes, compressor.rules.amendment)
    return compressor.answer(budgetSeconds, Math.min(limits.targetSteps, Math.max(0, steps)))
  }
  for (let minutes = longest; minutes >= shortest; minutes -= 1) {
    const stepsLeft = limits.sessionSteps * firstLookShare - compressor.stepsTaken
    drafts[minutes] = answer(minutes, stepsLeft / (minutes - shortest + 1))
  }
  const unproven = drafts.flatMap(({ optimality }, minutes) => (optimality.proven ? [] : [minutes]))
  for (const [done, minutes] of unproven.entries()) {
    const stepsLeft = limits.sessionSteps - compressor.stepsTaken
    drafts[minutes] = answer(minutes, stepsLeft / (unproven.length - done))
  }
  return stepsOf(drafts)
}

/** `drafts` by target minutes. */
const stepsOf = (drafts: readonly Draft[]): FrontierStep[] => {
  const steps: FrontierStep[] = []
  let written = ''
  for (let minutes = shortest; minutes <= longest; minutes += 1) {
    const draft = drafts[minutes]!
    const now = writtenOut(draft)
    if (now !== written) steps.push({ fromMinutes: minutes, draft })
    written = now
  }
  return steps
}

const writtenOut = ({ outcome, layout }: Draft): string =>
  `${outcome} ${layout
    .map(({ doses }) => doses.map((d) => `${d.exercise.id} ${d.retained} ${d.level} ${d.rampSets}`).join('+'))
    .join('|')}`
