/**
 * Depth-first search over what to do with the first undecided item. A node is left as soon as the relaxation's bound
 * shows that it can neither beat nor tie the best session known.
 */
import type { Incumbent } from './incumbent.ts'
import type { MuscleSlack } from './muscle-slack.ts'
import type { SearchProblem } from './problem.ts'
import type { Relaxation } from './relaxation.ts'

const roundingSlack = 1e-12
/** What the second look at a child costs, in steps. */
const slackSteps = 8

export class Branching {
  readonly #problem: SearchProblem
  readonly #relaxation: Relaxation
  readonly #incumbent: Incumbent
  readonly #budgetSeconds: number
  readonly #slack: MuscleSlack | null
  readonly #rowsByLowest: Int32Array[]
  readonly #path: number[] = []
  #stepsLeft: number
  #openBound = Number.NEGATIVE_INFINITY
  readonly #allowed: number
  /** What a look at a child costs: its bound adds up the items before the subset table. */
  readonly #childSteps: number

  constructor(
    problem: SearchProblem,
    relaxation: Relaxation,
    incumbent: Incumbent,
    limits: { budgetSeconds: number; steps: number; slack: MuscleSlack | null },
  ) {
    this.#problem = problem
    this.#relaxation = relaxation
    this.#incumbent = incumbent
    this.#budgetSeconds = limits.budgetSeconds
    this.#slack = limits.slack
    this.#allowed = Math.max(0, limits.steps)
    this.#stepsLeft = this.#allowed
    this.#childSteps = 1 + (relaxation.firstTabled >> 3)
    this.#rowsByLowest = this.#sortedRows()
  }

  get steps(): number {
    return this.#allowed - this.#stepsLeft
  }

  /** The most that anything not seen can be worth; −Infinity where the whole tree was seen. */
  run(): number {
    this.#visit((1 << this.#problem.options.itemCount) - 1, this.#relaxation.base, 0)
    return this.#openBound
  }

  /** Most promising first: by weight plus what the items left over could still add at the root. */
  #sortedRows(): Int32Array[] {
    const { options } = this.#problem
    const everything = (1 << options.itemCount) - 1
    const byLowest: { row: number; promise: number }[][] = Array.from({ length: options.itemCount }, () => [])
    for (const row of this.#relaxation.rows) {
      if (options.beyond[row] === 1) continue
      const promise =
        this.#relaxation.weights[row]! + this.#relaxation.bound(everything ^ options.masks[row]!)
      byLowest[options.lowest[row]!]!.push({ row, promise })
    }
    return byLowest.map((rows) =>
      Int32Array.from(rows.sort((a, b) => b.promise - a.promise || a.row - b.row).map(({ row }) => row)),
    )
  }

  #visit(remaining: number, weight: number, seconds: number): void {
    if (remaining === 0) {
      this.#incumbent.offer(this.#path)
      return
    }
    const { masks, seconds: rowSeconds } = this.#problem.options
    const rows = this.#rowsByLowest[31 - Math.clz32(remaining & -remaining)]!
    const { weights } = this.#relaxation
    for (let at = 0; at < rows.length; at += 1) {
      this.#stepsLeft -= this.#childSteps
      const row = rows[at]!
      const mask = masks[row]!
      if ((mask & remaining) !== mask) continue
      const after = seconds + rowSeconds[row]!
      if (after > this.#budgetSeconds) continue
      const gained = weight + weights[row]!
      const rest = remaining ^ mask
      const bound = gained + this.#relaxation.bound(rest) + roundingSlack
      if (bound < this.#incumbent.threshold) continue
      const sharp = this.#slack === null ? bound : this.#sharpened(bound, row, rest)
      if (sharp < this.#incumbent.threshold) continue
      if (this.#stepsLeft <= 0) {
        this.#openBound = Math.max(this.#openBound, sharp)
        continue
      }
      this.#path.push(row)
      this.#visit(rest, gained, after)
      this.#path.pop()
    }
  }

  /** The second, dearer look at a child: what it has chosen already lowers its bound. */
  #sharpened(bound: number, row: number, rest: number): number {
    this.#stepsLeft -= slackSteps
    return bound - this.#slack!.enter(this.#path.length, row, rest)
  }
}
