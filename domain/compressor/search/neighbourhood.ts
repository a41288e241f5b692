/**
 * For sessions too large to be proven: takes a handful of items out of the best session known, and puts them back in
 * the best way there is, exactly, again and again (large neighbourhood search; Shaw 1998). Which items: drawn by a
 * generator of fixed seed, so that the same input gives the same answer.
 */
import type { Incumbent } from './incumbent.ts'
import { mostMembers, OptionTableBuilder } from './option-table.ts'
import { addRow, secondsOf } from './prices.ts'
import type { SearchProblem } from './problem.ts'

const freeItems = 9
/** Rounds without a better session after which there is little hope. */
const patience = 20

/** The problem of a few items, the others staying as chosen; rows of the whole problem by rows of the part. */
interface Part {
  readonly problem: SearchProblem
  readonly rows: readonly number[]
}

const partOf = (problem: SearchProblem, free: number, chosen: readonly number[]): Part => {
  const { options, loneItemCount } = problem
  const placeOf = new Map<number, number>()
  for (let item = 0; item < options.itemCount; item += 1)
    if (free & (1 << item)) placeOf.set(item, placeOf.size)
  const builder = new OptionTableBuilder(placeOf.size)
  const rows: number[] = []
  for (let row = 0; row < options.count; row += 1) {
    const mask = options.masks[row]!
    if ((mask & free) !== mask || options.beyond[row] === 1) continue
    let partMask = 0
    for (let left = mask; left !== 0; left &= left - 1)
      partMask |= 1 << placeOf.get(31 - Math.clz32(left & -left))!
    const lowest = placeOf.get(options.lowest[row]!)!
    const added = builder.add(
      partMask,
      lowest,
      options.seconds[row]!,
      options.changed[row]!,
      options.short[row] === 1,
    )
    for (let at = 0; at < mostMembers; at += 1) {
      const cell = row * mostMembers + at
      builder.member(added, at, options.columns[cell]!, options.factors[cell]!, options.sets[cell]!)
    }
    rows.push(row)
  }
  const baseSets = problem.baseSets.slice()
  for (const row of chosen) if ((options.masks[row]! & free) === 0) addRow(problem, row, baseSets, 0)
  const whole = (part: readonly number[]): number[] => part.map((row) => rows[row]!)
  return {
    rows,
    problem: {
      ...problem,
      options: builder.finish(),
      loneItemCount: [...placeOf.keys()].filter((item) => item < loneItemCount).length,
      baseSets,
      compareChoices: (one, other) => problem.compareChoices(whole(one), whole(other)),
    },
  }
}

/** Numerical Recipes' linear congruential generator: plenty for drawing items. */
const draws = (): (() => number) => {
  let state = 20_231
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Items of whole options of the session, until `freeItems` are free. */
const drawItems = (problem: SearchProblem, chosen: readonly number[], draw: () => number): number => {
  const left = [...chosen]
  let free = 0
  let count = 0
  while (left.length > 0 && count < freeItems) {
    const [row] = left.splice(Math.floor(draw() * left.length), 1)
    const mask = problem.options.masks[row!]!
    free |= mask
    for (let bits = mask; bits !== 0; bits &= bits - 1) count += 1
  }
  return free
}

/**
 * Betters the incumbent. `solve` is the exact search of a small problem; it answers rows and the steps that it took.
 * Answers the steps taken in all, which end a little after `steps`.
 */
export const improveByParts = (
  problem: SearchProblem,
  incumbent: Incumbent,
  budgetSeconds: number,
  steps: number,
  solve: (
    problem: SearchProblem,
    budgetSeconds: number,
    start: readonly number[],
  ) => { chosen: readonly number[]; steps: number },
): number => {
  const draw = draws()
  let taken = 0
  let idle = 0
  while (taken < steps && idle < patience) {
    const { rows: chosen, value } = incumbent.best!
    const free = drawItems(problem, chosen, draw)
    const part = partOf(problem, free, chosen)
    const staying = chosen.filter((row) => (problem.options.masks[row]! & free) === 0)
    const start = chosen.filter((row) => (problem.options.masks[row]! & free) !== 0)
    const left = budgetSeconds - secondsOf(problem, staying)
    const found = solve(
      part.problem,
      left,
      start.map((row) => part.rows.indexOf(row)),
    )
    incumbent.offer([...staying, ...found.chosen.map((row) => part.rows[row]!)])
    taken += found.steps + problem.options.count
    idle = incumbent.best!.value > value + 1e-9 ? 0 : idle + 1
  }
  return taken
}
