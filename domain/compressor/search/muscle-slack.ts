/**
 * How much a node's bound may fall because of what is already chosen. The relaxation lets every muscle buy the
 * fractional sets that are best at its price; below a node it cannot have fewer than are chosen, nor more than the
 * undecided items can add. At a leaf this makes the muscles' terms exact.
 */
import { muscleTerm } from './muscle-terms.ts'
import { addRow } from './prices.ts'
import type { SearchProblem } from './problem.ts'
import type { Relaxation } from './relaxation.ts'

export class MuscleSlack {
  readonly #problem: SearchProblem
  readonly #relaxation: Relaxation
  readonly #prices: Float64Array
  /** f(S0 + x) − μ·x at the x that the relaxation takes. */
  readonly #terms: Float64Array
  /** By depth × muscle: what the chosen options add, and what the undecided items still can. */
  readonly #chosen: Float64Array
  readonly #reach: Float64Array

  /** At the prices that the relaxation was evaluated at last. */
  constructor(problem: SearchProblem, relaxation: Relaxation, prices: Float64Array) {
    this.#problem = problem
    this.#relaxation = relaxation
    this.#prices = prices
    this.#terms = relaxation.muscleTerms.demand.map((sets, muscle) => this.#term(muscle, sets))
    const levels = (problem.options.itemCount + 1) * problem.muscleCount
    this.#chosen = new Float64Array(levels)
    this.#reach = new Float64Array(levels)
    this.#reach.set(relaxation.ceilings)
  }

  #term(muscle: number, sets: number): number {
    return muscleTerm(this.#problem.baseSets[muscle]!, sets, this.#prices[muscle]!)
  }

  /** Enters the child of the node at `depth` that takes this option, leaving `rest` undecided; answers its slack. */
  enter(depth: number, row: number, rest: number): number {
    const { muscleCount, options } = this.#problem
    const from = depth * muscleCount
    const to = from + muscleCount
    this.#chosen.copyWithin(to, from, to)
    this.#reach.copyWithin(to, from, to)
    addRow(this.#problem, row, this.#chosen, to)
    for (let mask = options.masks[row]!; mask !== 0; mask &= mask - 1) {
      const ceiling = (31 - Math.clz32(mask & -mask)) * muscleCount
      for (let muscle = 0; muscle < muscleCount; muscle += 1) {
        this.#reach[to + muscle] =
          this.#reach[to + muscle]! - this.#relaxation.itemCeilings[ceiling + muscle]!
      }
    }
    return this.#slack(to, rest === 0 ? options.itemCount : 31 - Math.clz32(rest & -rest))
  }

  /** `next`: the first undecided item. */
  #slack(level: number, next: number): number {
    const { wanted } = this.#relaxation.muscleTerms
    let slack = 0
    for (let muscle = 0; muscle < wanted.length; muscle += 1) {
      const least = this.#chosen[level + muscle]!
      // Reach is a difference of sums and may end a hair under zero, where a power has no value.
      const most = least + Math.max(0, this.#reach[level + muscle]!)
      const best = this.#best(muscle, wanted[muscle]!, least, most, next)
      if (best < this.#terms[muscle]!) slack += this.#terms[muscle]! - best
    }
    return slack
  }

  /** The muscle's term among what it can still get: f(S0 + x) − μ·x rises up to `wanted` and falls after it. */
  #best(muscle: number, wanted: number, least: number, most: number, next: number): number {
    if (wanted <= least) return this.#term(muscle, least)
    if (wanted >= most) return this.#term(muscle, most)
    const { reach } = this.#relaxation
    const less = reach.below(next, muscle, wanted - least)
    if (less === wanted - least) return Number.POSITIVE_INFINITY
    const more = Math.min(most, least + reach.above(next, muscle, wanted - least))
    return Math.max(this.#term(muscle, least + less), this.#term(muscle, more))
  }
}
