/**
 * Which numbers of fractional sets the items can add to a muscle at all. A muscle that one exercise trains gets nothing or
 * a whole set of it, never a third of one; prices alone do not know that, and take what lies between for possible.
 *
 * Numbers are kept as cells of 1/32 of a set, rounded both ways, so that what is possible is never ruled out.
 */
import { stimulusParameters } from '../../parameters.ts'
import { mostMembers } from './option-table.ts'
import type { SearchProblem } from './problem.ts'

const cellsPerSet = 32
/** Up to where the value of a muscle still grows; what is beyond counts as within reach. */
const cellCount = stimulusParameters.setsCap.value * cellsPerSet
const words = Math.ceil(cellCount / 32)

export class MuscleReach {
  readonly #muscleCount: number
  /** By item, muscle and word: cells that the items from this one on can add up to. */
  readonly #cells: Uint32Array
  /** Whether no share is so small that it hides in the cell of none. */
  readonly #noneIsExact: boolean

  /** `rows`: the options that may be chosen. */
  constructor(problem: SearchProblem, rows: Int32Array) {
    const { options, muscleCount } = problem
    this.#muscleCount = muscleCount
    const shares = sharesOf(problem, rows)
    this.#noneIsExact = shares.every((bits, index) => index % words !== 0 || (bits & 1) === 0)
    this.#cells = new Uint32Array((options.itemCount + 1) * muscleCount * words)
    for (let muscle = 0; muscle < muscleCount; muscle += 1) {
      this.#cells[(options.itemCount * muscleCount + muscle) * words] = 1
    }
    for (let item = options.itemCount - 1; item >= 0; item -= 1) this.#addItem(item, shares)
  }

  /** Sums of what the items after it reach with each share of this one, and with none. */
  #addItem(item: number, shares: Uint32Array): void {
    const cells = this.#cells
    for (let muscle = 0; muscle < this.#muscleCount; muscle += 1) {
      const to = (item * this.#muscleCount + muscle) * words
      const from = to + this.#muscleCount * words
      cells.copyWithin(to, from, from + words)
      for (let word = 0; word < words; word += 1) {
        for (let bits = shares[to + word]!; bits !== 0; bits &= bits - 1) {
          orShifted(cells, to, from, word * 32 + 31 - Math.clz32(bits & -bits))
        }
      }
    }
  }

  /**
   * The most that the items from `item` on can add to a muscle without passing `sets`; `sets` itself where it is
   * within reach (or beyond the cap).
   */
  below(item: number, muscle: number, sets: number): number {
    const cell = Math.floor(sets * cellsPerSet)
    if (cell >= cellCount) return sets
    const start = (item * this.#muscleCount + muscle) * words
    let word = cell >> 5
    let bits = this.#cells[start + word]! & (0xffffffff >>> (31 - (cell & 31)))
    while (bits === 0) {
      word -= 1
      bits = this.#cells[start + word]!
    }
    const found = word * 32 + 31 - Math.clz32(bits)
    if (found === cell) return sets
    return found === 0 && this.#noneIsExact ? 0 : (found + 1) / cellsPerSet
  }

  /** The least that they can add from `sets` on; the cap where there is nothing up to it. */
  above(item: number, muscle: number, sets: number): number {
    const cell = Math.floor(sets * cellsPerSet)
    if (cell >= cellCount) return sets
    const start = (item * this.#muscleCount + muscle) * words
    let word = cell >> 5
    let bits = this.#cells[start + word]! & (0xffffffff << (cell & 31))
    while (bits === 0) {
      word += 1
      if (word === words) return stimulusParameters.setsCap.value
      bits = this.#cells[start + word]!
    }
    const found = word * 32 + 31 - Math.clz32(bits & -bits)
    return found === cell ? sets : found / cellsPerSet
  }
}

/** By item, muscle and word: cells that one option of the item can add. */
const sharesOf = ({ options, columns, muscleCount }: SearchProblem, rows: Int32Array): Uint32Array => {
  const itemOf = itemsOfColumns(options, columns.length)
  const shares = new Uint32Array(options.itemCount * muscleCount * words)
  for (const row of rows) {
    for (let cell = row * mostMembers; cell < (row + 1) * mostMembers; cell += 1) {
      const factor = options.factors[cell]!
      if (factor === 0) continue
      const { muscles, sets } = columns[options.columns[cell]!]!
      const item = itemOf[options.columns[cell]!]!
      for (let at = 0; at < muscles.length; at += 1) {
        const start = (item * muscleCount + muscles[at]!) * words
        const least = Math.floor(factor * sets[at]! * cellsPerSet - 1e-7)
        for (const share of [least, least + 1]) {
          if (share < cellCount) shares[start + (share >> 5)]! |= 1 << (share & 31)
        }
      }
    }
  }
  return shares
}

const itemsOfColumns = (options: SearchProblem['options'], columnCount: number): Uint8Array => {
  const items = new Uint8Array(columnCount)
  for (let row = 0; row < options.count; row += 1) {
    const mask = options.masks[row]!
    if ((mask & (mask - 1)) === 0) items[options.columns[row * mostMembers]!] = options.lowest[row]!
  }
  return items
}

/** cells[to…] |= cells[from…] moved up by `shift` bits. */
const orShifted = (cells: Uint32Array, to: number, from: number, shift: number): void => {
  const whole = shift >> 5
  const part = shift & 31
  for (let word = words - 1; word >= whole; word -= 1) {
    let moved = cells[from + word - whole]! << part
    if (part !== 0 && word > whole) moved |= cells[from + word - whole - 1]! >>> (32 - part)
    cells[to + word]! |= moved
  }
}
