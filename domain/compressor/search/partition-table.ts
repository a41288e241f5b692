/** The most that a partition of any subset of items weighs: a dynamic programme over subsets. */

/** Items in a table at most (2^13 numbers), where nothing else is said. */
export const tableItems = 13

export class PartitionTable {
  /** The table covers this item and those after it. */
  readonly first: number
  /** By subset, as bits from the first item on. */
  readonly values: Float64Array
  readonly #count: number
  /** Weight of the best option of items i < j < k at (i, j, k); of i and j at (i, j, j); of i alone at (i, i, i). */
  readonly #trios: Float64Array

  /** Covers the last `count` items: 2^count numbers. */
  constructor(itemCount: number, count: number) {
    this.#count = count
    this.first = itemCount - count
    this.values = new Float64Array(1 << this.#count)
    this.#trios = new Float64Array(this.#count ** 3)
  }

  /** What filling it costs, in steps. */
  get steps(): number {
    return (this.values.length * this.#count) >> 2
  }

  /**
   * `masks` and `weights`: the groups of items and the weight of the best option of each; `boundOf` is what the items
   * of a group before the table take of it. The lowest item of a subset is alone, with one other, or with two others.
   */
  fill(masks: readonly number[], weights: Float64Array, boundOf: (items: number) => number): void {
    const { values, first: firstItem } = this
    const trios = this.#trios
    const count = this.#count
    const before = (1 << firstItem) - 1
    trios.fill(Number.NEGATIVE_INFINITY)
    for (let group = 0; group < masks.length; group += 1) {
      const mask = masks[group]!
      const inside = mask >> firstItem
      if (inside === 0) continue
      const index = trioIndex(inside, count)
      trios[index] = Math.max(trios[index]!, weights[group]! - boundOf(mask & before))
    }
    for (let subset = 1; subset < values.length; subset += 1) {
      const first = subset & -subset
      const alone = 31 - Math.clz32(first)
      const others = subset ^ first
      const row = alone * count * count
      let best = trios[row + alone * count + alone]! + values[others]!
      for (let left = others; left !== 0; left &= left - 1) {
        const second = left & -left
        const pair = 31 - Math.clz32(second)
        const rest = others ^ second
        const cell = row + pair * count
        const paired = trios[cell + pair]! + values[rest]!
        if (paired > best) best = paired
        for (let later = left & (left - 1); later !== 0; later &= later - 1) {
          const third = later & -later
          const blocked = trios[cell + 31 - Math.clz32(third)]! + values[rest ^ third]!
          if (blocked > best) best = blocked
        }
      }
      values[subset] = best
    }
  }
}

/** Where in `trios` the weight of a set of one to three items stands. */
const trioIndex = (mask: number, count: number): number => {
  const first = 31 - Math.clz32(mask & -mask)
  const withoutFirst = mask & (mask - 1)
  const second = withoutFirst === 0 ? first : 31 - Math.clz32(withoutFirst & -withoutFirst)
  const last = 31 - Math.clz32(mask)
  return (first * count + second) * count + last
}
