/** What to do with everything that is neither a core lift nor protected: the part of an answer that is searched. */
import type { SessionRules } from '../amendment/session-rules.ts'
import type { LaidSegment } from '../clock/layout.ts'
import { type BuiltProblem, buildProblem } from './search/build-problem.ts'
import { Incumbent } from './search/incumbent.ts'
import { searchItems } from './search/items.ts'
import { searchLeastTime } from './search/least-time.ts'
import { type PricedResult, searchMostValue } from './search/most-value.ts'

export interface Chosen {
  readonly segments: readonly LaidSegment[]
  readonly seconds: number
  readonly optimality: { readonly proven: boolean; readonly gap: number }
}

interface Solved {
  readonly budgetSeconds: number
  readonly result: PricedResult
}

export class Accessories {
  readonly #rules: SessionRules
  readonly #fixedSets: ReadonlyMap<string, number>
  readonly #targetSteps: number
  readonly #noCore: boolean
  #problem: BuiltProblem | null = null
  #pinned: Chosen | null = null
  #quickest: { readonly segment: LaidSegment | null } | null = null
  #pinnedRows: readonly number[] | null = null
  /** What was solved, by falling budget. */
  #solved: Solved[] = []
  #stepsTaken = 0

  /** `fixedSets`: effective sets of the core lifts and protected groups, by muscle. */
  constructor(
    rules: SessionRules,
    fixedSets: ReadonlyMap<string, number>,
    noCore: boolean,
    targetSteps: number,
  ) {
    this.#rules = rules
    this.#fixedSets = fixedSets
    this.#targetSteps = targetSteps
    this.#noCore = noCore
  }

  /** Steps that all searches for answer 2 took so far. */
  get stepsTaken(): number {
    return this.#stepsTaken
  }

  /** Whether every answer holds an exercise that has value: a core lift, or a pinned one. */
  get hasValueForCertain(): boolean {
    return (
      !this.#noCore ||
      this.#rules.allowed.some(
        ({ id, role }) => this.#rules.of(id).pinnedSets !== null && role !== 'warmup' && role !== 'cooldown',
      )
    )
  }

  #builtProblem(): BuiltProblem {
    this.#problem ??= buildProblem(this.#rules, searchItems(this.#rules), this.#fixedSets)
    return this.#problem
  }

  /**
   * Answer 2 within these seconds, searched for at most `steps`; null where pinned exercises do not fit, or nothing
   * that has value does. Asked again, it searches again unless what it knows is proven, from all that it knows.
   */
  mostValue(secondsLeft: number, steps: number): Chosen | null {
    if (secondsLeft < 0 || this.quickestPinned().seconds > secondsLeft) return null
    const problem = this.#builtProblem()
    const { chosen, value, seconds, proven, upperBound } = this.#solve(problem, secondsLeft, steps)
    if (!this.hasValueForCertain && value === 0 && this.#anyValue()) return null
    const gap = proven ? 0 : (upperBound - value) / value
    return { segments: problem.segmentsOf(chosen), seconds, optimality: { proven, gap } }
  }

  #anyValue(): boolean {
    return this.#rules.allowed.some(({ role }) => role !== 'warmup' && role !== 'cooldown')
  }

  /**
   * An optimum for a larger budget that fits this one is the optimum here too, ties included: there are fewer
   * sessions to choose from, and it is one of them.
   */
  #solve(problem: BuiltProblem, budgetSeconds: number, steps: number): PricedResult {
    const known = this.#solved.find(
      ({ budgetSeconds: larger, result }) =>
        result.proven && larger >= budgetSeconds && result.seconds <= budgetSeconds,
    )
    if (known) return known.result
    const near = this.#solved.findLast(({ budgetSeconds: larger }) => larger >= budgetSeconds)
    const result = searchMostValue(problem, budgetSeconds, steps, {
      sessions: [
        problem.programmedRows,
        this.#quickestRows(problem),
        ...(this.hasValueForCertain ? [] : this.#quickestValuedRows(problem)),
        ...this.#solved.map(({ result: { chosen } }) => chosen),
      ],
      shrink: near?.result.chosen ?? problem.programmedRows,
      ...(near ? { prices: near.result.prices, upperBound: near.result.upperBound } : {}),
    })
    this.#stepsTaken += result.steps
    this.#solved = this.#solved.filter((solved) => solved.budgetSeconds !== budgetSeconds)
    this.#solved.push({ budgetSeconds, result })
    this.#solved.sort((a, b) => b.budgetSeconds - a.budgetSeconds)
    return result
  }

  /** Pinned exercises at their quickest and everything else dropped: fits wherever anything does. */
  #quickestRows(problem: BuiltProblem): readonly number[] {
    this.#pinnedRows ??= problem.rowsOf(this.quickestPinned().segments)
    return this.#pinnedRows
  }

  /** With the quickest exercise that has value beside them: the least that an answer may be where nothing is certain. */
  #quickestValuedRows(problem: BuiltProblem): (readonly number[])[] {
    const quickest = this.quickestOfAll()
    return quickest === null ? [] : [problem.rowsOf([...this.quickestPinned().segments, quickest])]
  }

  /** Pinned exercises in their quickest allowed form; ties: more value. */
  quickestPinned(): Chosen {
    this.#pinned ??= this.#searchPinned()
    return this.#pinned
  }

  #searchPinned(): Chosen {
    const items = searchItems(this.#rules, true)
    if (items.length === 0) return { segments: [], seconds: 0, optimality: { proven: true, gap: 0 } }
    const problem = buildProblem(this.#rules, items, this.#fixedSets)
    const { chosen, seconds, proven } = searchLeastTime(problem, this.#targetSteps, problem.programmedRows)
    return { segments: problem.segmentsOf(chosen), seconds, optimality: { proven, gap: 0 } }
  }

  /** The quickest form of any one item that has value; null where there is none. */
  quickestOfAll(): LaidSegment | null {
    this.#quickest ??= { segment: this.#findQuickest() }
    return this.#quickest.segment
  }

  #findQuickest(): LaidSegment | null {
    const problem = this.#builtProblem()
    const incumbent = new Incumbent(problem, 'least_time')
    const { masks, lowest, beyond } = problem.options
    for (const [row, mask] of masks.entries()) {
      if (beyond[row] === 1) continue
      const item = problem.items[lowest[row]!]!
      const alone = (mask & (mask - 1)) === 0
      if (alone && !item.mustStay && problem.segmentsOf([row]).length > 0) incumbent.offer([row])
    }
    return incumbent.best === null ? null : problem.segmentsOf(incumbent.best.rows)[0]!
  }
}
