/**
 * Looks for the prices of time and muscles whose bound is lowest: a subgradient descent with Polyak's step towards
 * the best session known, each price scaled by its first guess, the direction smoothed with the one before (Camerini,
 * Fratta & Maffioli 1975). On the way every partition that fits is a session worth trying.
 */
import { stimulusParameters } from '../../parameters.ts'
import { mostMembers } from './option-table.ts'
import type { SearchProblem } from './problem.ts'
import type { Relaxation } from './relaxation.ts'

const exponent = stimulusParameters.sizeExponent.value
const smoothing = 0.35
/** Of the bound: aiming lower, while no good session is known yet, overshoots by far. */
const mostAmbitious = 0.97

export interface Prices {
  /** λ: value a second. */
  readonly second: number
  /** μ: value a fractional set, by muscle. */
  readonly muscles: Float64Array
}

/** Seconds of the best row of each item alone, summed: about what everything would take. */
const allSeconds = (problem: SearchProblem): number => {
  const { options } = problem
  const most = new Int32Array(options.itemCount)
  for (let row = 0; row < options.count; row += 1) {
    const mask = options.masks[row]!
    const item = options.lowest[row]!
    if ((mask & (mask - 1)) === 0 && options.seconds[row]! > most[item]!) most[item] = options.seconds[row]!
  }
  return most.reduce((sum, seconds) => sum + seconds, 0)
}

/** Prices at the session that keeps the same share of everything. */
export const firstPrices = (
  problem: SearchProblem,
  relaxation: Relaxation,
  budgetSeconds: number,
): Prices => {
  const whole = Math.max(1, allSeconds(problem))
  const share = Math.min(1, Math.max(0.05, budgetSeconds / whole))
  const muscles = new Float64Array(problem.muscleCount)
  let gain = 0
  for (let muscle = 0; muscle < problem.muscleCount; muscle += 1) {
    const sets = Math.max(0.25, problem.baseSets[muscle]! + share * relaxation.ceilings[muscle]!)
    muscles[muscle] = exponent * sets ** (exponent - 1)
    gain += muscles[muscle]! * relaxation.ceilings[muscle]!
  }
  return { second: Math.max(gain / whole, 1e-9), muscles }
}

export interface PricingResult {
  readonly prices: Prices
  readonly bound: number
}

/**
 * Bounded by `limits`. Prices move in units of `scale`. `offer` is given every partition found and answers the value of the best session so far (−Infinity when there is
 * none). Stops when the bound meets it, or the limits are reached.
 */
export const minimiseBound = (
  problem: SearchProblem,
  relaxation: Relaxation,
  budgetSeconds: number,
  start: { readonly scale: Prices; readonly prices: Prices },
  limits: { iterations: number; steps: number },
  offer: (rows: readonly number[], seconds: number) => number,
): PricingResult => {
  const { muscleCount } = problem
  const { demand } = relaxation.muscleTerms
  const scale = start.scale.muscles
  const secondScale = start.scale.second
  const current = { second: start.prices.second, muscles: start.prices.muscles.slice() }
  const direction = new Float64Array(muscleCount + 1)
  let best = { second: current.second, muscles: current.muscles.slice() }
  let bound = Number.POSITIVE_INFINITY
  let stale = 0
  let length = 1
  for (let iteration = 0; iteration < limits.iterations; iteration += 1) {
    const value = relaxation.evaluate(current.second, current.muscles, budgetSeconds)
    const rows = relaxation.bestRows()
    const bought = setsOf(problem, rows)
    const seconds = secondsOf(problem, rows)
    const target = offer(rows, seconds)
    if (value < bound - 1e-7) {
      stale = 0
    } else {
      stale += 1
      if (stale % 4 === 0) length *= 0.6
    }
    if (value < bound) {
      bound = value
      best = { second: current.second, muscles: current.muscles.slice() }
    }
    if (bound <= target + 1e-9 || length < 0.05 || relaxation.steps >= limits.steps) break
    direction[muscleCount] = (budgetSeconds - seconds) * secondScale + smoothing * direction[muscleCount]!
    let norm = direction[muscleCount]! ** 2
    for (let muscle = 0; muscle < muscleCount; muscle += 1) {
      const slope = (bought[muscle]! - demand[muscle]!) * scale[muscle]!
      direction[muscle] = slope + smoothing * direction[muscle]!
      norm += direction[muscle]! ** 2
    }
    if (norm < 1e-18) break
    const aim = Math.max(target, mostAmbitious * bound)
    const step = (length * Math.max(value - aim, 1e-6 * value)) / norm
    current.second = Math.max(0, current.second - step * direction[muscleCount]! * secondScale)
    for (let muscle = 0; muscle < muscleCount; muscle += 1) {
      current.muscles[muscle] = Math.max(
        0,
        current.muscles[muscle]! - step * direction[muscle]! * scale[muscle]!,
      )
    }
  }
  return { prices: best, bound }
}

export const secondsOf = (problem: SearchProblem, rows: readonly number[]): number =>
  rows.reduce((sum, row) => sum + problem.options.seconds[row]!, 0)

/** Fractional sets that these options add to each muscle. */
export const setsOf = (problem: SearchProblem, rows: readonly number[]): Float64Array => {
  const sets = new Float64Array(problem.muscleCount)
  for (const row of rows) addRow(problem, row, sets, 0)
  return sets
}

/** Adds what one option gives to `sets`, which starts at `offset`. */
export const addRow = (problem: SearchProblem, row: number, sets: Float64Array, offset: number): void => {
  const { columns, options } = problem
  for (let cell = row * mostMembers; cell < (row + 1) * mostMembers; cell += 1) {
    const factor = options.factors[cell]!
    if (factor === 0) continue
    const column = columns[options.columns[cell]!]!
    for (let at = 0; at < column.muscles.length; at += 1) {
      const index = offset + column.muscles[at]!
      sets[index] = sets[index]! + factor * column.sets[at]!
    }
  }
}
