/** What a search is given and what it answers. Any exact method fits behind `Search`. */
import type { OptionTable } from './option-table.ts'

/** Sparse vector of fractional sets over the muscles. */
export interface Column {
  readonly muscles: readonly number[]
  readonly sets: readonly number[]
}

export interface SearchProblem {
  readonly muscleCount: number
  /** Column 0 is empty. */
  readonly columns: readonly Column[]
  readonly options: OptionTable
  /** How many items, the first ones, take no part in groups. */
  readonly loneItemCount: number
  /** Fractional sets that are there whatever is chosen (core lifts, protected groups), by muscle. */
  readonly baseSets: Float64Array
  /**
   * Which of two sessions of equal value, change count and duration the coach would see first (negative: the
   * first); each is a list of option rows.
   */
  compareChoices(one: readonly number[], other: readonly number[]): number
}

/** Steps are options looked at: counted, not timed, so that an answer is the same on any machine. */
export interface SearchLimits {
  /** Most steps that the search for one target may take. */
  readonly targetSteps: number
  /** Most steps that all searches for one session may take together. */
  readonly sessionSteps: number
}

export interface SearchResult {
  /** Rows of the chosen options, by lowest item. */
  readonly chosen: readonly number[]
  readonly value: number
  readonly seconds: number
  /** No session within the budget is worth more than this. */
  readonly upperBound: number
  /** Whether value is the optimum (within the tie tolerance). */
  readonly proven: boolean
  readonly steps: number
}
