/**
 * Where a depth-first search runs out of steps, what is left is split in two by one item: dropped, or kept. Each half has
 * prices of its own, and so a lower bound. Best to split at: the item that the priced partitions drop about half the time.
 */
import { mostMembers } from './option-table.ts'
import type { SearchProblem } from './problem.ts'

/** Weight of the newest partition in the running share. */
const newest = 0.15

/** How often the partitions found while pricing drop each item. */
export class DroppedShare {
  readonly #problem: SearchProblem
  readonly #shares: Float64Array

  constructor(problem: SearchProblem) {
    this.#problem = problem
    this.#shares = new Float64Array(problem.options.itemCount)
  }

  count(rows: readonly number[]): void {
    for (const row of rows) {
      const dropped = isDrop(this.#problem, row) ? 1 : 0
      for (let mask = this.#problem.options.masks[row]!; mask !== 0; mask &= mask - 1) {
        const item = 31 - Math.clz32(mask & -mask)
        this.#shares[item] = (1 - newest) * this.#shares[item]! + newest * dropped
      }
    }
  }

  /** Null where nothing can be split. */
  mostUndecided(rows: Int32Array): number | null {
    const { options } = this.#problem
    const droppable = new Uint8Array(options.itemCount)
    const keepable = new Uint8Array(options.itemCount)
    for (const row of rows) {
      if (isDrop(this.#problem, row)) droppable[options.lowest[row]!] = 1
      else
        for (let mask = options.masks[row]!; mask !== 0; mask &= mask - 1)
          keepable[31 - Math.clz32(mask & -mask)] = 1
    }
    let best: number | null = null
    let least = Number.POSITIVE_INFINITY
    for (let item = 0; item < options.itemCount; item += 1) {
      if (droppable[item] === 0 || keepable[item] === 0) continue
      const away = Math.abs(this.#shares[item]! - 0.5)
      if (away < least) {
        least = away
        best = item
      }
    }
    return best
  }
}

const isDrop = ({ options }: SearchProblem, row: number): boolean => options.sets[row * mostMembers] === 0

/** The options of the sessions that drop the item, and of those that keep it. */
export const splitAt = (problem: SearchProblem, rows: Int32Array, item: number): [Int32Array, Int32Array] => {
  const { masks } = problem.options
  const takes = (row: number): boolean => (masks[row]! & (1 << item)) !== 0
  return [
    rows.filter((row) => !takes(row) || isDrop(problem, row)),
    rows.filter((row) => !takes(row) || !isDrop(problem, row)),
  ]
}
