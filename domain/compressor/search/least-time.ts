/** The quickest choice there is: pinned exercises in their quickest allowed form. */
import { Branching } from './branching.ts'
import { fixOptions, leavesOptionsOut } from './fixing.ts'
import { Incumbent } from './incumbent.ts'
import { tableItems } from './partition-table.ts'
import type { SearchProblem, SearchResult } from './problem.ts'
import { Relaxation } from './relaxation.ts'

/** The quickest choice, whatever its value; ties: more value, then as section 5 of the model. `start` is any session. */
export const searchLeastTime = (
  problem: SearchProblem,
  steps: number,
  start: readonly number[],
): SearchResult => {
  const incumbent = new Incumbent(problem, 'least_time')
  incumbent.offer(start)
  const relaxation = new Relaxation(problem, tableItems)
  const bound = relaxation.evaluateWeights((row) => -problem.options.seconds[row]!)
  incumbent.offer(relaxation.bestRows())
  fixOptions(problem, relaxation, incumbent)
  const branching = new Branching(problem, relaxation, incumbent, {
    budgetSeconds: Number.POSITIVE_INFINITY,
    steps,
    slack: null,
  })
  const complete = branching.run() === Number.NEGATIVE_INFINITY && !leavesOptionsOut(problem, relaxation.rows)
  const { rows, value, seconds } = incumbent.best!
  return {
    chosen: rows,
    value,
    seconds,
    upperBound: value,
    proven: complete || -bound >= seconds - 0.5,
    steps: branching.steps,
  }
}
