/**
 * An upper bound on what any session within the budget is worth, from prices.
 *
 * Put a price λ on a second and μ_m on a fractional set of muscle m. For any prices ≥ 0, every session within the
 * budget B has
 *
 *   V ≤ λ·B + Σ_m max_x [ f(S0_m + x) − μ_m·x ] + Σ_options [ Σ_m μ_m·(its sets of m) − λ·(its seconds) ]
 *
 * The middle term has a closed form because f is a capped power. The last is largest for the best partition of the
 * items into options, which a dynamic programme over subsets of items finds (`partition-table.ts`). The same table then
 * bounds every node of a depth-first search in one look. (Lagrangian duality; Geoffrion 1974.)
 *
 * A table of all items may be too large. The items before it get a bound h_i each instead, with weight(option) ≤ Σ h_i
 * over its items (`item-bounds.ts`); an option that reaches into the table counts there with its weight less the h of
 * its other items.
 */
import { sumOfBounds, tightenItemBounds, tighteningSteps } from './item-bounds.ts'
import { MuscleReach } from './muscle-reach.ts'
import { MuscleTerms } from './muscle-terms.ts'
import { mostMembers } from './option-table.ts'
import { PartitionTable } from './partition-table.ts'
import type { SearchProblem } from './problem.ts'

/** Fewer options reach less; worth finding out when so many of them are gone. */
const worthAnotherReach = 0.5

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
  /** The same over the options that can be chosen, and which one it is. */
  #choosableWeights: Float64Array = new Float64Array(0)
  #groupRows: Int32Array = new Int32Array(0)
  #groupsByLowest: number[][] = []
  readonly #table: PartitionTable
  readonly muscleTerms: MuscleTerms
  /** What the live options can add to each muscle, or somewhat more. */
  reach: MuscleReach
  #reachRows = 0
  /** h: what each item before the table adds to the bound at most. */
  readonly itemBounds: Float64Array
  /** λ·B + the muscles' terms at the last prices. */
  base = 0
  steps = 0

  /** The subset table covers `tableItems` items at most. */
  constructor(problem: SearchProblem, tableItems: number) {
    this.#problem = problem
    const { options, loneItemCount } = problem
    this.#table = new PartitionTable(
      options.itemCount,
      Math.min(options.itemCount - loneItemCount, tableItems),
    )
    this.itemBounds = new Float64Array(options.itemCount)
    this.weights = new Float64Array(options.count)
    this.#columnPrices = new Float64Array(problem.columns.length)
    this.#groupOfRow = new Int32Array(options.count)
    this.rows = Int32Array.from({ length: options.count }, (_, row) => row)
    this.itemCeilings = new Float64Array(options.itemCount * problem.muscleCount)
    this.ceilings = new Float64Array(problem.muscleCount)
    this.#mostSets()
    this.#indexGroups()
    this.muscleTerms = new MuscleTerms(problem, this.ceilings)
    this.reach = this.#findReach()
  }

  #findReach(): MuscleReach {
    this.#reachRows = this.rows.length
    this.reach = new MuscleReach(this.#problem, this.rows)
    return this.reach
  }

  /** Goes on with these rows. */
  keepRows(rows: Int32Array): void {
    if (rows === this.rows) return
    this.rows = rows
    this.#indexGroups()
    this.#findReach()
  }

  /** Goes on without the rows that do not pass: what the others can add is found anew only when most are gone. */
  dropRows(passes: (row: number) => boolean): void {
    const rows = this.rows.filter(passes)
    if (rows.length === this.rows.length) return
    this.rows = rows
    this.#indexGroups()
    if (rows.length < this.#reachRows * worthAnotherReach) this.#findReach()
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
    this.#choosableWeights = new Float64Array(this.#groupMasks.length)
    this.#groupRows = new Int32Array(this.#groupMasks.length).fill(-1)
  }

  /**
   * The bound at these prices; the subgradient there is (B − seconds, sets − the muscles' demand) of the best
   * partition.
   */
  evaluate(secondPrice: number, musclePrices: Float64Array, budgetSeconds: number): number {
    this.base = secondPrice * budgetSeconds + this.muscleTerms.evaluate(musclePrices, this.reach)
    this.#priceColumns(musclePrices)
    this.#weighRows(secondPrice)
    return this.base + this.#bestPartition()
  }

  /** For an objective that is linear in the options already: weights are given, nothing is priced. */
  evaluateWeights(weightOf: (row: number) => number): number {
    this.base = 0
    this.#groupWeights.fill(Number.NEGATIVE_INFINITY)
    this.#choosableWeights.fill(Number.NEGATIVE_INFINITY)
    for (const row of this.rows) {
      const weight = weightOf(row)
      this.weights[row] = weight
      this.#offer(row, weight)
    }
    return this.#bestPartition()
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
    this.#choosableWeights.fill(Number.NEGATIVE_INFINITY)
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
    if (weight > this.#groupWeights[group]!) this.#groupWeights[group] = weight
    if (weight > this.#choosableWeights[group]! && this.#problem.options.beyond[row] === 0) {
      this.#choosableWeights[group] = weight
      this.#groupRows[group] = row
    }
  }

  /** The first item of the subset table; the items before it have bounds of their own. */
  get firstTabled(): number {
    return this.#table.first
  }

  /** Whether every groupable item is in the table, so that the bound of their partition is exact. */
  get isExact(): boolean {
    return this.firstTabled === this.#problem.loneItemCount
  }

  #bestPartition(): number {
    const { loneItemCount } = this.#problem
    for (let item = 0; item < loneItemCount; item += 1) this.itemBounds[item] = this.#bestOfLone(item)
    if (!this.isExact) {
      tightenItemBounds(this.itemBounds, loneItemCount, this.#groupMasks, this.#groupWeights)
      this.steps += this.#groupMasks.length * tighteningSteps
    }
    this.#table.fill(this.#groupMasks, this.#groupWeights, (items) => sumOfBounds(this.itemBounds, items))
    this.steps += this.#table.steps
    let sum = this.#table.values.at(-1)!
    for (let item = 0; item < this.firstTabled; item += 1) sum += this.itemBounds[item]!
    return sum
  }

  #bestOfLone(item: number): number {
    let best = Number.NEGATIVE_INFINITY
    for (const group of this.#groupsByLowest[item]!) best = Math.max(best, this.#groupWeights[group]!)
    return best
  }

  /** What the items in `remaining` add to the bound at most. */
  bound(remaining: number): number {
    const { firstTabled } = this
    let sum = this.#table.values[remaining >> firstTabled]!
    for (let item = 0; item < firstTabled; item += 1)
      if (remaining & (1 << item)) sum += this.itemBounds[item]!
    return sum
  }

  /** Rows of a best partition at the last prices; without a table, a good one. */
  bestRows(): number[] {
    const { options } = this.#problem
    const chosen: number[] = []
    let remaining = (1 << options.itemCount) - 1
    while (remaining !== 0) {
      const lowest = 31 - Math.clz32(remaining & -remaining)
      let best = Number.NEGATIVE_INFINITY
      let pick = -1
      for (const group of this.#groupsByLowest[lowest]!) {
        const mask = this.#groupMasks[group]!
        if ((mask & remaining) !== mask) continue
        const weight = this.#choosableWeights[group]! + this.bound(remaining ^ mask)
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
