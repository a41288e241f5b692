/** The exact search: prices, then options that cannot matter fixed away, then a depth-first search of what is left. */
import { Branching } from './branching.ts'
import { type Candidate, Incumbent } from './incumbent.ts'
import { firstPrices, minimiseBound, type Prices } from './prices.ts'
import type { SearchLimits, SearchProblem, SearchResult } from './problem.ts'
import { Relaxation } from './relaxation.ts'

const pricingIterations = 40
const roundingSlack = 1e-12

/** What a neighbouring search (another budget, the same options) can hand on. */
export interface WarmStart {
  readonly prices?: Prices
  /** Sessions to begin with; those over the budget are passed over. */
  readonly sessions?: readonly (readonly number[])[]
}

export interface PricedResult extends SearchResult {
  readonly prices: Prices
}

/**
 * The most valuable choice within the budget, or null where nothing fits (pinned exercises alone take longer).
 * Ties as in section 5 of the model.
 */
export const searchMostValue = (
  problem: SearchProblem,
  budgetSeconds: number,
  limits: SearchLimits,
  warm: WarmStart = {},
): PricedResult | null => {
  const incumbent = new Incumbent(problem, 'most_value')
  for (const rows of warm.sessions ?? []) {
    if (secondsOfRows(problem, rows) <= budgetSeconds) incumbent.offer(rows)
  }
  const relaxation = new Relaxation(problem)
  const start = warm.prices ?? firstPrices(problem, relaxation, budgetSeconds)
  const priced = minimiseBound(
    problem,
    relaxation,
    budgetSeconds,
    start,
    pricingIterations,
    (rows, seconds) => {
      if (rows.length > 0 && seconds <= budgetSeconds) incumbent.offer(rows)
      return incumbent.score
    },
  )
  const upperBound = relaxation.evaluate(
    priced.prices.second,
    priced.prices.muscles,
    budgetSeconds,
    new Float64Array(problem.muscleCount),
  )
  fixOptions(problem, relaxation, incumbent)
  const branching = new Branching(
    problem,
    relaxation,
    incumbent,
    budgetSeconds,
    limits.steps - relaxation.steps,
  )
  const complete = branching.run()
  return resultOf(incumbent.best, complete, upperBound, relaxation.steps + branching.steps, priced.prices)
}

const secondsOfRows = (problem: SearchProblem, rows: readonly number[]): number =>
  rows.reduce((sum, row) => sum + problem.options.seconds[row]!, 0)

/** Drops every option that no session at least as good as the best known can use (reduced-cost fixing). */
const fixOptions = (problem: SearchProblem, relaxation: Relaxation, incumbent: Incumbent): void => {
  const everything = (1 << problem.options.itemCount) - 1
  const { masks } = problem.options
  relaxation.keepRows(
    relaxation.rows.filter(
      (row) =>
        relaxation.base +
          relaxation.weights[row]! +
          relaxation.bound(everything ^ masks[row]!) +
          roundingSlack >=
        incumbent.threshold,
    ),
  )
}

const resultOf = (
  best: Candidate | null,
  complete: boolean,
  upperBound: number,
  steps: number,
  prices: Prices,
): PricedResult | null => {
  if (best === null) return null
  return {
    chosen: best.rows,
    value: best.value,
    seconds: best.seconds,
    upperBound: complete ? best.value : Math.max(best.value, upperBound),
    proven: complete || upperBound <= best.value + 1e-9,
    steps,
    prices,
  }
}

/** The quickest choice, whatever its value; ties: more value, then as above. */
export const searchLeastTime = (problem: SearchProblem, limits: SearchLimits): SearchResult | null => {
  const incumbent = new Incumbent(problem, 'least_time')
  const relaxation = new Relaxation(problem)
  const bound = relaxation.evaluateWeights((row) => -problem.options.seconds[row]!)
  incumbent.offer(relaxation.bestRows())
  fixOptions(problem, relaxation, incumbent)
  const branching = new Branching(problem, relaxation, incumbent, Number.POSITIVE_INFINITY, limits.steps)
  const complete = branching.run()
  const { best } = incumbent
  if (best === null) return null
  return {
    chosen: best.rows,
    value: best.value,
    seconds: best.seconds,
    upperBound: best.value,
    proven: complete || -bound >= best.seconds,
    steps: branching.steps,
  }
}
