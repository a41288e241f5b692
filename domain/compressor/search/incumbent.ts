/** The best session found so far, and when another one is better. */
import { compressorParameters } from '../../parameters.ts'
import { muscleValue } from '../../stimulus/size.ts'
import { secondsOf, setsOf } from './prices.ts'
import type { SearchProblem } from './problem.ts'

const tolerance = compressorParameters.tieTolerance.value

/** What is sought first: the most value (answer 2), or the least time (pinned exercises at their quickest). */
export type Goal = 'most_value' | 'least_time'

export interface Candidate {
  /** By lowest item. */
  readonly rows: readonly number[]
  readonly value: number
  readonly seconds: number
  readonly changed: number
}

export class Incumbent {
  readonly #problem: SearchProblem
  readonly #goal: Goal
  best: Candidate | null = null

  constructor(problem: SearchProblem, goal: Goal) {
    this.#problem = problem
    this.#goal = goal
  }

  /** What bounds are compared with: value, or minus seconds. */
  get score(): number {
    if (this.best === null) return Number.NEGATIVE_INFINITY
    return this.#goal === 'most_value' ? this.best.value : -this.best.seconds
  }

  /** A bound under this cannot even tie. */
  get threshold(): number {
    return this.score - (this.#goal === 'most_value' ? tolerance : 0.5)
  }

  offer(rows: readonly number[]): void {
    const sorted = [...rows].sort(
      (a, b) => this.#problem.options.lowest[a]! - this.#problem.options.lowest[b]!,
    )
    const candidate: Candidate = {
      rows: sorted,
      value: valueOfRows(this.#problem, sorted),
      seconds: secondsOf(this.#problem, sorted),
      changed: sorted.reduce((sum, row) => sum + this.#problem.options.changed[row]!, 0),
    }
    if (this.best === null || this.#prefers(candidate, this.best)) this.best = candidate
  }

  #prefers(one: Candidate, other: Candidate): boolean {
    if (this.#goal === 'least_time' && one.seconds !== other.seconds) return one.seconds < other.seconds
    if (Math.abs(one.value - other.value) > tolerance) return one.value > other.value
    if (one.changed !== other.changed) return one.changed < other.changed
    if (one.seconds !== other.seconds) return one.seconds < other.seconds
    return this.#problem.compareChoices(one.rows, other.rows) < 0
  }
}

/** V of the base and the chosen options. */
export const valueOfRows = (problem: SearchProblem, rows: readonly number[]): number => {
  const added = setsOf(problem, rows)
  let value = 0
  for (let muscle = 0; muscle < problem.muscleCount; muscle += 1) {
    value += muscleValue(problem.baseSets[muscle]! + added[muscle]!)
  }
  return value
}
