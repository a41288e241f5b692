/**
 * The muscles' part of the relaxation: at a price μ a fractional set, each muscle takes the x that makes f(S0 + x) − μ·x
 * largest, among what the items can add to it at all. In closed form, because f is a capped power.
 */
import { stimulusParameters } from '../../parameters.ts'
import type { MuscleReach } from './muscle-reach.ts'
import type { SearchProblem } from './problem.ts'

const cap = stimulusParameters.setsCap.value
const exponent = stimulusParameters.sizeExponent.value
const inverse = 1 / (1 - exponent)

/** f(S0 + x) − μ·x. */
export const muscleTerm = (base: number, sets: number, price: number): number =>
  Math.min(cap, base + sets) ** exponent - price * sets

export class MuscleTerms {
  readonly #baseSets: Float64Array
  readonly #ceilings: Float64Array
  /** x that each muscle would take if any number of sets were there. */
  readonly wanted: Float64Array
  /** x that it takes. */
  readonly demand: Float64Array

  /** `ceilings`: the most that all items can add to each muscle. */
  constructor({ baseSets, muscleCount }: SearchProblem, ceilings: Float64Array) {
    this.#baseSets = baseSets
    this.#ceilings = ceilings
    this.wanted = new Float64Array(muscleCount)
    this.demand = new Float64Array(muscleCount)
  }

  /** The terms' sum at these prices. */
  evaluate(prices: Float64Array, reach: MuscleReach): number {
    let sum = 0
    for (let muscle = 0; muscle < prices.length; muscle += 1)
      sum += this.#take(muscle, prices[muscle]!, reach)
    return sum
  }

  #take(muscle: number, price: number, reach: MuscleReach): number {
    const base = this.#baseSets[muscle]!
    const most = Math.max(0, Math.min(cap - base, this.#ceilings[muscle]!))
    const best = price > 0 ? (exponent / price) ** inverse - base : most
    const wanted = Math.max(0, Math.min(most, best))
    this.wanted[muscle] = wanted
    this.demand[muscle] = wanted
    const term = muscleTerm(base, wanted, price)
    const less = reach.below(0, muscle, wanted)
    if (less === wanted) return term
    const more = Math.min(most, reach.above(0, muscle, wanted))
    const lessTerm = muscleTerm(base, less, price)
    const moreTerm = muscleTerm(base, more, price)
    this.demand[muscle] = lessTerm > moreTerm ? less : more
    return Math.max(lessTerm, moreTerm)
  }
}
