/**
 * The choices that a search has, as columns of numbers (they are many, and read millions of times).
 *
 * An *item* is what the search decides about: an exercise, or a group that the coach programmed. An *option* does
 * something with one to three items: so many sets of each, alone or together, at one rest level; or it drops one (no
 * sets). A session is a choice of options in which every item takes part exactly once.
 *
 * What an option gives is linear in up to three *columns*: a column is a vector of fractional sets over the muscles
 * (one working set of an exercise, or the whole of a programmed group at some number of rounds), and the option
 * says how often each column counts (κ·k·q ratio).
 */

export const mostMembers = 3

export interface OptionTable {
  readonly itemCount: number
  readonly count: number
  /** Bit i is set where item i takes part. At most 30 items. */
  readonly masks: Int32Array
  /** Lowest item that takes part. */
  readonly lowest: Uint8Array
  readonly seconds: Int32Array
  /** How many exercises are no longer as programmed. */
  readonly changed: Uint8Array
  /** Three column numbers an option; 0, the empty column, where it has fewer. */
  readonly columns: Int32Array
  /** Three factors an option. */
  readonly factors: Float64Array
  /** Three set (or round) counts an option. */
  readonly sets: Uint8Array
  /** 1 where the group or exercise is at the short rest level. */
  readonly short: Uint8Array
  /**
   * 1 for an option that nobody can choose: at least as good as every group of its item that a table too large to
   * search leaves out. It counts in bounds, so that they stay true.
   */
  readonly beyond: Uint8Array
}

/** Rows are added one by one; `finish` gives the table. */
export class OptionTableBuilder {
  readonly #itemCount: number
  #count = 0
  #masks = new Int32Array(64)
  #lowest = new Uint8Array(64)
  #seconds = new Int32Array(64)
  #changed = new Uint8Array(64)
  #columns = new Int32Array(64 * mostMembers)
  #factors = new Float64Array(64 * mostMembers)
  #sets = new Uint8Array(64 * mostMembers)
  #short = new Uint8Array(64)
  #beyond = new Uint8Array(64)

  constructor(itemCount: number) {
    this.#itemCount = itemCount
  }

  /** Options so far. */
  get count(): number {
    return this.#count
  }

  /** Starts an option over these items; `member` then says what it does with each. */
  add(mask: number, lowest: number, seconds: number, changed: number, short: boolean): number {
    if (this.#count === this.#masks.length) this.#grow()
    const row = this.#count
    this.#count += 1
    this.#masks[row] = mask
    this.#lowest[row] = lowest
    this.#seconds[row] = seconds
    this.#changed[row] = changed
    this.#short[row] = short ? 1 : 0
    return row
  }

  /** Says that the option only counts in bounds. */
  putBeyond(row: number): void {
    this.#beyond[row] = 1
  }

  member(row: number, position: number, column: number, factor: number, sets: number): void {
    const cell = row * mostMembers + position
    this.#columns[cell] = column
    this.#factors[cell] = factor
    this.#sets[cell] = sets
  }

  finish(): OptionTable {
    const rows = this.#count
    return {
      itemCount: this.#itemCount,
      count: rows,
      masks: this.#masks.subarray(0, rows),
      lowest: this.#lowest.subarray(0, rows),
      seconds: this.#seconds.subarray(0, rows),
      changed: this.#changed.subarray(0, rows),
      columns: this.#columns.subarray(0, rows * mostMembers),
      factors: this.#factors.subarray(0, rows * mostMembers),
      sets: this.#sets.subarray(0, rows * mostMembers),
      short: this.#short.subarray(0, rows),
      beyond: this.#beyond.subarray(0, rows),
    }
  }

  #grow(): void {
    const grown = <T extends { set(from: T): void; readonly length: number }>(
      from: T,
      make: new (length: number) => T,
    ): T => {
      const to = new make(from.length * 2)
      to.set(from)
      return to
    }
    this.#masks = grown(this.#masks, Int32Array)
    this.#lowest = grown(this.#lowest, Uint8Array)
    this.#seconds = grown(this.#seconds, Int32Array)
    this.#changed = grown(this.#changed, Uint8Array)
    this.#columns = grown(this.#columns, Int32Array)
    this.#factors = grown(this.#factors, Float64Array)
    this.#sets = grown(this.#sets, Uint8Array)
    this.#short = grown(this.#short, Uint8Array)
    this.#beyond = grown(this.#beyond, Uint8Array)
  }
}
