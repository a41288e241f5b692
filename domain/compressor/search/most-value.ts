/**
 * The exact search: prices, then options that cannot matter fixed away, then depth-first searches of what is left. One
 * that runs out of its share of the steps is split in two (`split.ts`), each half with prices of its own; the half that
 * promises most is searched next.
 */
import { Branching } from './branching.ts'
import { fixOptions, leavesOptionsOut } from './fixing.ts'
import { type Candidate, Incumbent } from './incumbent.ts'
import { MuscleSlack } from './muscle-slack.ts'
import { improveByParts } from './neighbourhood.ts'
import { tableItems } from './partition-table.ts'
import { firstPrices, minimiseBound, type Prices, secondsOf } from './prices.ts'
import type { SearchProblem, SearchResult } from './problem.ts'
import { Relaxation } from './relaxation.ts'
import { shrinkToFit } from './shrink.ts'
import { DroppedShare, splitAt } from './split.ts'

/** A smaller subset table while prices are looked for, where the whole does not fit: hardly a worse bound, for a fifth. */
const pricingTableItems = 8
/** The bound hardly falls any more after so many steps; measured in `docs/search.md`. */
const pricingIterations = { small: 20, large: 60, again: 8 }
/** Options fixed away lower the bound: prices are looked for again, from where they are, while many go. */
const pricingRounds = { first: 4, afterSplit: 2 }
const worthRepricing = 0.8
/** Of the steps allowed: for the first prices; the rest is for branching. */
const pricingShare = 0.35
/** Of the steps allowed, where a session is too large for the subset table: for bettering it part by part. */
const partsShare = 0.15
/** Of the steps allowed, for one part. */
const partSteps = 0.01
/** Of the steps allowed, for one depth-first search. */
const diveShare = { first: 0.2, afterSplit: 0.04 }

/** What a search begins with. */
export interface SearchStart {
  /** Sessions (lists of option rows) to begin with; those over the budget are passed over. One must fit. */
  readonly sessions: readonly (readonly number[])[]
  /** A good session of a larger budget: what fits of it is one to begin with too. */
  readonly shrink?: readonly number[]
  /** From another search of the same options, under a near budget. */
  readonly prices?: Prices
  /** No session within the budget is worth more, by what is known already. */
  readonly upperBound?: number
}

export interface PricedResult extends SearchResult {
  readonly prices: Prices
}

/** What is still to be searched: options that may be chosen, and the most that any session of them is worth. */
interface Open {
  readonly rows: Int32Array
  readonly prices: Prices
  readonly bound: number
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
  const { prices, upperBound } = start
  if (steps <= 0 && prices !== undefined && upperBound !== undefined) {
    // Without a step to take: the best session that is known, under the bound that is known.
    const { best } = firstIncumbent(problem, budgetSeconds, start)
    return { ...resultOf(best!, upperBound, 0), prices }
  }
  return new MostValueSearch(problem, budgetSeconds, steps, start).run(start)
}

/** `upperBound`: of what was not searched. */
const resultOf = ({ rows, value, seconds }: Candidate, upperBound: number, steps: number): SearchResult => {
  const proven = upperBound <= value + 1e-9
  return { chosen: rows, value, seconds, upperBound: proven ? value : upperBound, proven, steps }
}

class MostValueSearch {
  readonly #problem: SearchProblem
  readonly #budgetSeconds: number
  readonly #steps: number
  readonly #incumbent: Incumbent
  readonly #relaxation: Relaxation
  /** The same with a smaller table, or the same itself. */
  readonly #pricing: Relaxation
  readonly #scale: Prices
  readonly #dropped: DroppedShare
  #branched = 0

  constructor(problem: SearchProblem, budgetSeconds: number, steps: number, start: SearchStart) {
    this.#problem = problem
    this.#budgetSeconds = budgetSeconds
    this.#steps = steps
    this.#incumbent = firstIncumbent(problem, budgetSeconds, start)
    this.#relaxation = new Relaxation(problem, tableItems)
    this.#pricing = this.#relaxation.isExact ? this.#relaxation : new Relaxation(problem, pricingTableItems)
    this.#scale = firstPrices(problem, this.#relaxation, budgetSeconds)
    this.#dropped = new DroppedShare(problem)
  }

  run({ prices: known, upperBound: knownBound = Number.POSITIVE_INFINITY }: SearchStart): PricedResult {
    const everything = {
      rows: this.#relaxation.rows,
      prices: known ?? this.#scale,
      bound: knownBound,
    }
    const root = this.#priceFirst(everything, known !== undefined)
    const open: Open[] = []
    const leftOut = leavesOptionsOut(this.#problem, this.#relaxation.rows)
    this.#dive(root, diveShare.first, open)
    while (open.length > 0 && this.#stepsLeft > 0) {
      open.sort((one, other) => other.bound - one.bound)
      const next = open.shift()!
      if (next.bound < this.#incumbent.threshold) continue
      this.#dive(
        this.#price(next, pricingIterations.again, pricingRounds.afterSplit),
        diveShare.afterSplit,
        open,
      )
    }
    const left = open.filter(({ bound }) => bound >= this.#incumbent.threshold)
    const upperBound = leftOut
      ? root.bound
      : left.reduce((most, { bound }) => Math.max(most, bound), Number.NEGATIVE_INFINITY)
    return { ...resultOf(this.#incumbent.best!, upperBound, this.#stepsTaken), prices: root.prices }
  }

  get #stepsTaken(): number {
    const pricing = this.#pricing === this.#relaxation ? 0 : this.#pricing.steps
    return this.#relaxation.steps + pricing + this.#branched
  }

  get #stepsLeft(): number {
    return this.#steps - this.#stepsTaken
  }

  #priceFirst(everything: Open, near: boolean): Open {
    const { again, small, large } = pricingIterations
    if (this.#relaxation.isExact) return this.#price(everything, near ? again : small, pricingRounds.first)
    const prices = this.#cheapestPrices(everything.prices, near ? again : large)
    this.#branched += improveByParts(
      this.#problem,
      this.#incumbent,
      this.#budgetSeconds,
      this.#steps * partsShare,
      (part, seconds, session) =>
        searchMostValue(part, seconds, this.#steps * partSteps, { sessions: [session] }),
    )
    return this.#price({ ...everything, prices }, 0, pricingRounds.first)
  }

  /** Looks for prices and leaves options out, in turn; the relaxation ends up evaluated at the prices found. */
  #price(open: Open, iterations: number, rounds: number): Open {
    let { prices, bound } = open
    this.#keepRows(open.rows)
    for (let round = 0; round < rounds; round += 1) {
      const looks = round === 0 ? iterations : pricingIterations.again
      if (looks > 0) prices = this.#cheapestPrices(prices, looks)
      bound = Math.min(bound, this.#evaluate(prices))
      const before = this.#relaxation.rows.length
      fixOptions(this.#problem, this.#relaxation, this.#incumbent)
      this.#keepRows(this.#relaxation.rows)
      if (bound < this.#incumbent.threshold || this.#relaxation.rows.length > before * worthRepricing) break
    }
    this.#evaluate(prices)
    return { rows: this.#relaxation.rows, prices, bound }
  }

  #evaluate({ second, muscles }: Prices): number {
    return this.#relaxation.evaluate(second, muscles, this.#budgetSeconds)
  }

  #cheapestPrices(prices: Prices, iterations: number): Prices {
    const share = this.#steps * pricingShare
    const limits = { iterations, steps: this.#pricing.steps + Math.min(share, this.#stepsLeft) }
    const start = { scale: this.#scale, prices }
    const offer = (rows: readonly number[], seconds: number): number => {
      if (rows.length > 0 && seconds <= this.#budgetSeconds) this.#incumbent.offer(rows)
      this.#dropped.count(rows)
      return this.#incumbent.score
    }
    return minimiseBound(this.#problem, this.#pricing, this.#budgetSeconds, start, limits, offer).prices
  }

  #keepRows(rows: Int32Array): void {
    this.#relaxation.keepRows(rows)
    if (this.#pricing !== this.#relaxation) this.#pricing.keepRows(rows)
  }

  /** A depth-first search of what was priced last; what it leaves goes back to `open`, split in two where it can be. */
  #dive({ rows, prices, bound }: Open, share: number, open: Open[]): void {
    if (bound < this.#incumbent.threshold) return
    const branching = new Branching(this.#problem, this.#relaxation, this.#incumbent, {
      budgetSeconds: this.#budgetSeconds,
      steps: Math.min(this.#stepsLeft, this.#steps * share),
      slack: new MuscleSlack(this.#problem, this.#relaxation, prices.muscles),
    })
    const left = Math.min(bound, branching.run())
    this.#branched += branching.steps
    if (left < this.#incumbent.threshold) return
    const item = this.#dropped.mostUndecided(rows)
    const parts = item === null ? [rows] : splitAt(this.#problem, rows, item)
    for (const part of parts) open.push({ rows: part, prices, bound: left })
  }
}

const firstIncumbent = (problem: SearchProblem, budgetSeconds: number, start: SearchStart): Incumbent => {
  const incumbent = new Incumbent(problem, 'most_value')
  for (const rows of start.sessions) if (secondsOf(problem, rows) <= budgetSeconds) incumbent.offer(rows)
  const shrunk = start.shrink && shrinkToFit(problem, start.shrink, budgetSeconds)
  if (shrunk) incumbent.offer(shrunk)
  if (incumbent.best === null) throw new RangeError('no session to begin with fits the budget')
  return incumbent
}
