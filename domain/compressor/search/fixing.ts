/** Options that cannot be in a session as good as the best one known are left out for good (reduced-cost fixing). */
import type { Incumbent } from './incumbent.ts'
import type { SearchProblem } from './problem.ts'
import type { Relaxation } from './relaxation.ts'

const roundingSlack = 1e-12

/** By the bounds that the relaxation had at its last prices. */
export const fixOptions = (problem: SearchProblem, relaxation: Relaxation, incumbent: Incumbent): void => {
  const everything = (1 << problem.options.itemCount) - 1
  const { masks } = problem.options
  const { base, weights } = relaxation
  relaxation.dropRows(
    (row) =>
      base + weights[row]! + relaxation.bound(everything ^ masks[row]!) + roundingSlack >=
      incumbent.threshold,
  )
}

/** Whether a group that the table leaves out could still be in a better session. */
export const leavesOptionsOut = ({ options }: SearchProblem, rows: Int32Array): boolean =>
  rows.some((row) => options.beyond[row] === 1)
