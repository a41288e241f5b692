/**
 * An upper bound on what any session within the budget is worth, from prices.
 *
 * Put a price λ on a second and μ_m on a fractional set of muscle m. For any prices ≥ 0, every session within the
 * budget B has
 *
 *   V ≤ λ·B + Σ_m max_x [ f(S0_m + x) − μ_m·x ] + Σ_options [ Σ_m μ_m·(its sets of m) − λ·(its seconds) ]
 *
 * The middle term has a closed form because f is a capped power. The last is largest for the best partition of the
 * items into options, which a dynamic programme over subsets of items finds: `partition[subset]`. The same table then
 * bounds every node of a depth-first search in one look. (Lagrangian duality; Geoffrion 1974.)
 *
 * Above `partitionItems` groupable items the table would be too large: there the last term is bounded by item prices
 * h_i with weight(option) ≤ Σ h_i over its items, tightened item by item (the dual of the partition's linear
 * relaxation).
 */
import { stimulusParameters } from '../../parameters.ts'
import { mostMembers } from './option-table.ts'
import type { SearchProblem } from './problem.ts'

const cap = stimulusParameters.setsCap.value
const exponent = stimulusParameters.sizeExponent.value
const inverse = 1 / (1 - exponent)

/** Subset tables are kept up to this many groupable items (2^13 numbers). */
const partitionItems = 13
const tighteningPasses = 12

export class Relaxation {
  readonly #problem: SearchProblem
  /** Most that each item could add to each muscle: items × muscles. */
  readonly itemCeilings: Float64Array
  /** The same over all items, by muscle. */
  readonly ceilings: Float64Array
  readonly #columnPrices: Float64Array
  /** Σ over its columns of factor × column price − λ·seconds. */
  readonly weights: Float64Array
  /** Rows that can still be in an optimal session. */
  rows: Int32Array
  /** Each distinct set of items that has a live option. */
  #groupMasks: number[] = []
  #groupOfRow: Int32Array
  #groupWeights: Float64Array = new Float64Array(0)
  #groupRows: Int32Array = new Int32Array(0)
  #groupsByLowest: number[][] = []
  readonly #tabled: boolean
  readonly partition: Float64Array
  /** Weight of the best option of items i < j < k at (i, j, k); of i and j at (i, j, j); of i alone at (i, i, i). */
  readonly trios: Float64Array
  /** h: what each item adds to the bound at most, where there is no table (lone items always). */
  readonly itemBounds: Float64Array
  /** λ·B + the muscles' terms at the last prices. */
  base = 0
  steps = 0

  constructor(problem: SearchProblem) {
    this.#problem = problem
    const { options, loneItemCount } = problem
    const groupable = options.itemCount - loneItemCount
    this.#tabled = groupable <= partitionItems
    this.partition = new Float64Array(this.#tabled ? 1 << groupable : 0)
    this.trios = new Float64Array(this.#tabled ? groupable ** 3 : 0)
    this.itemBounds = new Float64Array(options.itemCount)
    this.weights = new Float64Array(options.count)
    this.#columnPrices = new Float64Array(problem.columns.length)
    this.#groupOfRow = new Int32Array(options.count)
    this.rows = Int32Array.from({ length: options.count }, (_, row) => row)
    this.itemCeilings = new Float64Array(options.itemCount * problem.muscleCount)
    this.ceilings = new Float64Array(problem.muscleCount)
    this.#mostSets()
    this.#indexGroups()
  }

  /** Keeps only these rows from now on. */
  keepRows(rows: Int32Array): void {
    this.rows = rows
    this.#indexGroups()
  }

  #mostSets(): void {
    const { options, columns, muscleCount } = this.#problem
    for (let row = 0; row < options.count; row += 1) {
      const mask = options.masks[row]!
      if ((mask & (mask - 1)) !== 0) continue
      const item = options.lowest[row]!
      const cell = row * mostMembers
      const column = columns[options.columns[cell]!]!
      for (let at = 0; at < column.muscles.length; at += 1) {
        const index = item * muscleCount + column.muscles[at]!
        this.itemCeilings[index] = Math.max(
          this.itemCeilings[index]!,
          column.sets[at]! * options.factors[cell]!,
        )
      }
    }
    for (let index = 0; index < this.itemCeilings.length; index += 1) {
      const muscle = index % muscleCount
      this.ceilings[muscle] = this.ceilings[muscle]! + this.itemCeilings[index]!
    }
  }

  #indexGroups(): void {
    const { options } = this.#problem
    const indexOf = new Map<number, number>()
    this.#groupMasks = []
    this.#groupsByLowest = Array.from({ length: options.itemCount }, () => [])
    for (const row of this.rows) {
      const mask = options.masks[row]!
      let group = indexOf.get(mask)
      if (group === undefined) {
        group = this.#groupMasks.push(mask) - 1
        indexOf.set(mask, group)
        this.#groupsByLowest[options.lowest[row]!]!.push(group)
      }
      this.#groupOfRow[row] = group
    }
    this.#groupWeights = new Float64Array(this.#groupMasks.length)
    this.#groupRows = new Int32Array(this.#groupMasks.length)
  }

  /**
   * The bound at these prices. `muscleDemand` receives, for each muscle, the x that the middle term would buy;
   * the subgradient at the prices is (B − seconds, sets − demand) of the best partition.
   */
  evaluate(
    secondPrice: number,
    musclePrices: Float64Array,
    budgetSeconds: number,
    muscleDemand: Float64Array,
  ): number {
    this.base = secondPrice * budgetSeconds + this.#muscleTerms(musclePrices, muscleDemand)
    this.#priceColumns(musclePrices)
    this.#weighRows(secondPrice)
    return this.base + this.#bestPartition()
  }

  /** For an objective that is linear in the options already: weights are given, nothing is priced. */
  evaluateWeights(weightOf: (row: number) => number): number {
    this.base = 0
    this.#groupWeights.fill(Number.NEGATIVE_INFINITY)
    for (const row of this.rows) {
      const weight = weightOf(row)
      this.weights[row] = weight
      this.#offer(row, weight)
    }
    return this.#bestPartition()
  }

  #muscleTerms(musclePrices: Float64Array, demand: Float64Array): number {
    const { baseSets, muscleCount } = this.#problem
    let sum = 0
    for (let muscle = 0; muscle < muscleCount; muscle += 1) {
      const price = musclePrices[muscle]!
      const base = baseSets[muscle]!
      const most = Math.max(base, Math.min(cap, base + this.ceilings[muscle]!))
      const wanted = price > 0 ? (exponent / price) ** inverse : most
      const sets = wanted < base ? base : Math.min(wanted, most)
      demand[muscle] = sets - base
      sum += Math.min(cap, sets) ** exponent - price * (sets - base)
    }
    return sum
  }

  #priceColumns(musclePrices: Float64Array): void {
    const { columns } = this.#problem
    for (let index = 0; index < columns.length; index += 1) {
      const { muscles, sets } = columns[index]!
      let price = 0
      for (let at = 0; at < muscles.length; at += 1) price += sets[at]! * musclePrices[muscles[at]!]!
      this.#columnPrices[index] = price
    }
  }

  #weighRows(secondPrice: number): void {
    const { columns, factors, seconds } = this.#problem.options
    const prices = this.#columnPrices
    this.#groupWeights.fill(Number.NEGATIVE_INFINITY)
    for (const row of this.rows) {
      const cell = row * mostMembers
      const weight =
        factors[cell]! * prices[columns[cell]!]! +
        factors[cell + 1]! * prices[columns[cell + 1]!]! +
        factors[cell + 2]! * prices[columns[cell + 2]!]! -
        secondPrice * seconds[row]!
      this.weights[row] = weight
      this.#offer(row, weight)
    }
    this.steps += this.rows.length
  }

  #offer(row: number, weight: number): void {
    const group = this.#groupOfRow[row]!
    if (weight > this.#groupWeights[group]!) {
      this.#groupWeights[group] = weight
      this.#groupRows[group] = row
    }
  }

  #bestPartition(): number {
    const { options, loneItemCount } = this.#problem
    let sum = 0
    for (let item = 0; item < loneItemCount; item += 1) {
      const best = this.#bestOfLone(item)
      this.itemBounds[item] = best
      sum += best
    }
    if (this.#tabled) {
      this.#fillPartition()
      return sum + this.partition[this.partition.length - 1]!
    }
    this.#tightenItemBounds()
    for (let item = loneItemCount; item < options.itemCount; item += 1) sum += this.itemBounds[item]!
    return sum
  }

  #bestOfLone(item: number): number {
    let best = Number.NEGATIVE_INFINITY
    for (const group of this.#groupsByLowest[item]!) best = Math.max(best, this.#groupWeights[group]!)
    return best
  }

  /**
   * partition[subset] = the most that a partition of the subset weighs. The lowest item of the subset is alone, with
   * one other, or with two others.
   */
  #fillPartition(): void {
    const { loneItemCount, options } = this.#problem
    const count = options.itemCount - loneItemCount
    const { partition, trios } = this
    trios.fill(Number.NEGATIVE_INFINITY)
    for (let group = 0; group < this.#groupMasks.length; group += 1) {
      const mask = this.#groupMasks[group]! >> loneItemCount
      if (mask !== 0) trios[trioIndex(mask, count)] = this.#groupWeights[group]!
    }
    for (let subset = 1; subset < partition.length; subset += 1) {
      const first = subset & -subset
      const alone = 31 - Math.clz32(first)
      const others = subset ^ first
      const row = alone * count * count
      let best = trios[row + alone * count + alone]! + partition[others]!
      for (let left = others; left !== 0; left &= left - 1) {
        const second = left & -left
        const pair = 31 - Math.clz32(second)
        const rest = others ^ second
        const cell = row + pair * count
        const paired = trios[cell + pair]! + partition[rest]!
        if (paired > best) best = paired
        for (let later = left & (left - 1); later !== 0; later &= later - 1) {
          const third = later & -later
          const blocked = trios[cell + 31 - Math.clz32(third)]! + partition[rest ^ third]!
          if (blocked > best) best = blocked
        }
      }
      partition[subset] = best
    }
    this.steps += (partition.length * count) >> 2
  }

  /** h with Σ h_i ≥ weight for every group: start from equal shares, then lower one item at a time. */
  #tightenItemBounds(): void {
    const { options, loneItemCount } = this.#problem
    const { itemCount } = options
    const byItem: number[][] = Array.from({ length: itemCount }, () => [])
    for (const [group, mask] of this.#groupMasks.entries()) {
      for (let item = loneItemCount; item < itemCount; item += 1)
        if (mask & (1 << item)) byItem[item]!.push(group)
    }
    const bounds = this.itemBounds
    for (let item = loneItemCount; item < itemCount; item += 1) {
      let share = Number.NEGATIVE_INFINITY
      for (const group of byItem[item]!) {
        share = Math.max(share, this.#groupWeights[group]! / bitCount(this.#groupMasks[group]!))
      }
      bounds[item] = share
    }
    for (let pass = 0; pass < tighteningPasses; pass += 1) {
      let moved = 0
      for (let turn = loneItemCount; turn < itemCount; turn += 1) {
        const item = pass % 2 === 0 ? turn : itemCount - 1 - (turn - loneItemCount)
        let need = Number.NEGATIVE_INFINITY
        for (const group of byItem[item]!) {
          let others = 0
          for (let mask = this.#groupMasks[group]! & ~(1 << item); mask !== 0; mask &= mask - 1) {
            others += bounds[31 - Math.clz32(mask & -mask)]!
          }
          need = Math.max(need, this.#groupWeights[group]! - others)
        }
        moved += bounds[item]! - need
        bounds[item] = need
      }
      if (moved < 1e-9) break
    }
    this.steps += this.#groupMasks.length * tighteningPasses
  }

  /** What the items in `remaining` add to the bound at most. */
  bound(remaining: number): number {
    const { loneItemCount, options } = this.#problem
    let sum = this.#tabled ? this.partition[remaining >> loneItemCount]! : 0
    const end = this.#tabled ? loneItemCount : options.itemCount
    for (let item = 0; item < end; item += 1) if (remaining & (1 << item)) sum += this.itemBounds[item]!
    return sum
  }

  /** Rows of a best partition at the last prices; without a table, a good one. */
  bestRows(): number[] {
    const { options, loneItemCount } = this.#problem
    const chosen: number[] = []
    let remaining = (1 << options.itemCount) - 1
    while (remaining !== 0) {
      const lowest = 31 - Math.clz32(remaining & -remaining)
      let best = Number.NEGATIVE_INFINITY
      let pick = -1
      for (const group of this.#groupsByLowest[lowest]!) {
        const mask = this.#groupMasks[group]!
        if ((mask & remaining) !== mask) continue
        const rest =
          lowest < loneItemCount ? 0 : this.bound(((remaining ^ mask) >> loneItemCount) << loneItemCount)
        const weight = this.#groupWeights[group]! + rest
        if (weight > best) {
          best = weight
          pick = group
        }
      }
      if (pick < 0) return []
      chosen.push(this.#groupRows[pick]!)
      remaining ^= this.#groupMasks[pick]!
    }
    return chosen
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

const bitCount = (bits: number): number => {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}
