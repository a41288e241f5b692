/**
 * How much a node's bound may fall because of what is already chosen. The relaxation lets every muscle buy the
 * fractional sets that are best at its price; below a node it cannot have fewer than are chosen, nor more than the
 * undecided items can add. At a leaf this makes the muscles' terms exact.
 */
import { muscleValue } from '../../stimulus/size.ts'
import { addRow } from './prices.ts'
import type { SearchProblem } from './problem.ts'
import type { Relaxation } from './relaxation.ts'

export class MuscleSlack {
  readonly #problem: SearchProblem
  readonly #relaxation: Relaxation
  readonly #prices: Float64Array
  /** x that the relaxation buys, over the base, by muscle. */
  readonly #demand: Float64Array
  /** f(S0 + x) − μ·x there. */
  readonly #terms: Float64Array
  /** By depth × muscle: what the chosen options add, and what the undecided items still can. */
  readonly #chosen: Float64Array
  readonly #reach: Float64Array

  constructor(problem: SearchProblem, relaxation: Relaxation, prices: Float64Array, demand: Float64Array) {
    this.#problem = problem
    this.#relaxation = relaxation
    this.#prices = prices
    this.#demand = demand
    this.#terms = demand.map((sets, muscle) => this.#term(muscle, sets))
    const levels = (problem.options.itemCount + 1) * problem.muscleCount
    this.#chosen = new Float64Array(levels)
    this.#reach = new Float64Array(levels)
    this.#reach.set(relaxation.ceilings)
  }

  #term(muscle: number, sets: number): number {
    return muscleValue(this.#problem.baseSets[muscle]! + sets) - this.#prices[muscle]! * sets
  }

  /** Enters the child of the node at `depth` that takes this option, and answers its slack. */
  enter(depth: number, row: number): number {
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
    return this.#slack(to)
  }

  #slack(level: number): number {
    let slack = 0
    for (let muscle = 0; muscle < this.#demand.length; muscle += 1) {
      const wanted = this.#demand[muscle]!
      const least = this.#chosen[level + muscle]!
      // Reach is a difference of sums and may end a hair under zero, where a power has no value.
      const most = least + Math.max(0, this.#reach[level + muscle]!)
      if (wanted < least) slack += this.#terms[muscle]! - this.#term(muscle, least)
      else if (wanted > most) slack += this.#terms[muscle]! - this.#term(muscle, most)
    }
    return slack
  }
}
