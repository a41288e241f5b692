/** A session that is too long made to fit by dropping what costs the least value a second: a fair one to begin with. */
import { valueOfRows } from './incumbent.ts'
import { mostMembers } from './option-table.ts'
import { secondsOf } from './prices.ts'
import type { SearchProblem } from './problem.ts'

/** The option that drops each item; −1 for items that must stay. */
const dropRows = ({ options }: SearchProblem): Int32Array => {
  const rows = new Int32Array(options.itemCount).fill(-1)
  for (let row = 0; row < options.count; row += 1) {
    if (options.sets[row * mostMembers] === 0) rows[options.lowest[row]!] = row
  }
  return rows
}

/** Null where what must stay is too long already. */
export const shrinkToFit = (
  problem: SearchProblem,
  session: readonly number[],
  budgetSeconds: number,
): number[] | null => {
  const { masks, seconds } = problem.options
  const drops = dropRows(problem)
  const dropped = (row: number): number[] => {
    const rows: number[] = []
    for (let mask = masks[row]!; mask !== 0; mask &= mask - 1)
      rows.push(drops[31 - Math.clz32(mask & -mask)]!)
    return rows
  }
  let rows = [...session]
  while (secondsOf(problem, rows) > budgetSeconds) {
    const value = valueOfRows(problem, rows)
    let best: { rows: number[]; loss: number } | null = null
    for (const row of rows) {
      const instead = dropped(row)
      if (seconds[row] === 0 || instead.includes(-1)) continue
      const without = [...rows.filter((other) => other !== row), ...instead]
      const loss = (value - valueOfRows(problem, without)) / seconds[row]!
      if (best === null || loss < best.loss) best = { rows: without, loss }
    }
    if (best === null) return null
    rows = best.rows
  }
  return rows
}
