/** The exact search: prices, then options that cannot matter fixed away, then a depth-first search of what is left. */
import { Branching } from './branching.ts'
import { type Candidate, Incumbent } from './incumbent.ts'
import { MuscleSlack } from './muscle-slack.ts'
import { improveByParts } from './neighbourhood.ts'
import { firstPrices, minimiseBound, type Prices, secondsOf } from './prices.ts'
import type { SearchProblem, SearchResult } from './problem.ts'
import { Relaxation } from './relaxation.ts'
import { shrinkToFit } from './shrink.ts'

/** The bound hardly falls any more after this many; measured in `docs/search.md`. */
const pricingIterations = 20
/** Options fixed away lower the bound: prices are looked for again, from where they are, while many go. */
const repricingIterations = 8
const pricingRounds = 4
const worthRepricing = 0.8
/** Of the steps allowed: the rest is for branching. */
const pricingShare = 0.35
/** Of the steps allowed, where a session is too large for the subset table: for bettering it part by part. */
const partsShare = 0.15
/** Of the steps allowed, for one part. */
const partSteps = 0.01
const roundingSlack = 1e-12

/** What a search begins with. */
export interface SearchStart {
  /** Sessions (lists of option rows) to begin with; those over the budget are passed over. One must fit. */
  readonly sessions: readonly (readonly number[])[]
  /** A good session of a larger budget: what fits of it is one to begin with too. */
  readonly shrink?: readonly number[]
  /** From a neighbouring search of the same options under another budget. */
  readonly prices?: Prices
}

export interface PricedResult extends SearchResult {
  readonly prices: Prices
}

/**
 * The most valuable choice within the budget, ties as in section 5 of the model. `steps` bounds the work: options
 * looked at. Throws RangeError where no session of `start` fits.
 */
export const searchMostValue = (
  problem: SearchProblem,
  budgetSeconds: number,
  steps: number,
  start: SearchStart,
): PricedResult => {
  const incumbent = new Incumbent(problem, 'most_value')
  for (const rows of start.sessions) if (secondsOf(problem, rows) <= budgetSeconds) incumbent.offer(rows)
  const shrunk = start.shrink && shrinkToFit(problem, start.shrink, budgetSeconds)
  if (shrunk) incumbent.offer(shrunk)
  if (incumbent.best === null) throw new RangeError('no session to begin with fits the budget')
  const relaxation = new Relaxation(problem)
  const scale = firstPrices(problem, relaxation, budgetSeconds)
  const offer = (rows: readonly number[], seconds: number): number => {
    if (rows.length > 0 && seconds <= budgetSeconds) incumbent.offer(rows)
    return incumbent.score
  }
  let prices = start.prices ?? scale
  let upperBound = Number.POSITIVE_INFINITY
  const demand = new Float64Array(problem.muscleCount)
  for (let round = 0; round < pricingRounds; round += 1) {
    const limits = {
      iterations: round === 0 && start.prices === undefined ? pricingIterations : repricingIterations,
      steps: steps * pricingShare,
    }
    prices = minimiseBound(problem, relaxation, budgetSeconds, { scale, prices }, limits, offer).prices
    if (round === 0 && !relaxation.isExact) {
      relaxation.steps += improveByParts(
        problem,
        incumbent,
        budgetSeconds,
        steps * partsShare,
        (part, seconds, session) =>
          searchMostValue(part, seconds, steps * partSteps, { sessions: [session] }),
      )
    }
    upperBound = Math.min(
      upperBound,
      relaxation.evaluate(prices.second, prices.muscles, budgetSeconds, demand),
    )
    const before = relaxation.rows.length
    fixOptions(problem, relaxation, incumbent)
    if (relaxation.rows.length > before * worthRepricing || upperBound <= incumbent.threshold) break
  }
  relaxation.evaluate(prices.second, prices.muscles, budgetSeconds, demand)
  const branching = new Branching(problem, relaxation, incumbent, {
    budgetSeconds,
    steps: steps - relaxation.steps,
    slack: new MuscleSlack(problem, relaxation, prices.muscles, demand),
  })
  const complete = branching.run() && !leavesOptionsOut(problem, relaxation)
  return { ...resultOf(incumbent.best, complete, upperBound, relaxation.steps + branching.steps), prices }
}

/** Whether a group that the table leaves out could still be in a better session. */
const leavesOptionsOut = ({ options }: SearchProblem, { rows }: Relaxation): boolean =>
  rows.some((row) => options.beyond[row] === 1)

/** Drops every option that no session at least as good as the best known can use (reduced-cost fixing). */
const fixOptions = (problem: SearchProblem, relaxation: Relaxation, incumbent: Incumbent): void => {
  const everything = (1 << problem.options.itemCount) - 1
  const { masks } = problem.options
  const { base, weights } = relaxation
  relaxation.keepRows(
    relaxation.rows.filter(
      (row) =>
        base + weights[row]! + relaxation.bound(everything ^ masks[row]!) + roundingSlack >=
        incumbent.threshold,
    ),
  )
}

const resultOf = (best: Candidate, complete: boolean, upperBound: number, steps: number): SearchResult => {
  const proven = complete || upperBound <= best.value + 1e-9
  return {
    chosen: best.rows,
    value: best.value,
    seconds: best.seconds,
    upperBound: proven ? best.value : upperBound,
    proven,
    steps,
  }
}

/** The quickest choice, whatever its value; ties: more value, then as above. `start` is any session. */
export const searchLeastTime = (
  problem: SearchProblem,
  steps: number,
  start: readonly number[],
): SearchResult => {
  const incumbent = new Incumbent(problem, 'least_time')
  incumbent.offer(start)
  const relaxation = new Relaxation(problem)
  const bound = relaxation.evaluateWeights((row) => -problem.options.seconds[row]!)
  incumbent.offer(relaxation.bestRows())
  fixOptions(problem, relaxation, incumbent)
  const branching = new Branching(problem, relaxation, incumbent, {
    budgetSeconds: Number.POSITIVE_INFINITY,
    steps,
    slack: null,
  })
  const complete = branching.run()
  const { rows, value, seconds } = incumbent.best!
  return {
    chosen: rows,
    value,
    seconds,
    upperBound: value,
    proven: (complete && !leavesOptionsOut(problem, relaxation)) || -bound >= seconds - 0.5,
    steps: branching.steps,
  }
}
