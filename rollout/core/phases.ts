/** The steps of a rollout: which share of the users, and how long it is held before the next. */

export interface Phase {
  /** 1 is the first. */
  readonly number: number
  readonly percent: number
  readonly dwellSeconds: number
}

const hours = 3_600

/** Of the launch plan: four hours at 10 %, and as long at each step after it. */
export const defaultPhases: readonly Phase[] = Object.freeze([
  { number: 1, percent: 10, dwellSeconds: 4 * hours },
  { number: 2, percent: 25, dwellSeconds: 4 * hours },
  { number: 3, percent: 50, dwellSeconds: 4 * hours },
  { number: 4, percent: 100, dwellSeconds: 4 * hours },
])

export const phaseAt = (phases: readonly Phase[], percent: number): Phase | undefined =>
  phases.find((phase) => phase.percent === percent)

/** The first that is above `percent`; undefined above the last. */
export const phaseAbove = (phases: readonly Phase[], percent: number): Phase | undefined =>
  phases.find((phase) => phase.percent > percent)

/** LaunchDarkly counts in thousandths of a percent. */
export const wholeRollout = 100_000

/** Weights that sum to the whole, by the ids of the variations. */
export const rolloutWeights = (percent: number, trueId: string, falseId: string): Record<string, number> => {
  const weight = Math.round((percent * wholeRollout) / 100)
  return { [trueId]: weight, [falseId]: wholeRollout - weight }
}
