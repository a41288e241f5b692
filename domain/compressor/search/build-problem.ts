/** The search problem of one session: its items, every choice for them, and the way back to segments. */
import type { SessionRules } from '../../amendment/session-rules.ts'
import type { LaidSegment } from '../../clock/layout.ts'
import { fractionalSets } from '../../stimulus/fractional-sets.ts'
import { compareChoices } from './compare-choices.ts'
import type { Item } from './items.ts'
import type { SearchProblem } from './problem.ts'
import { ProblemBuilder } from './problem-builder.ts'
import { rowsOf, rowsWhere, segmentOf } from './rows-and-segments.ts'

export interface BuiltProblem extends SearchProblem {
  readonly items: readonly Item[]
  readonly muscles: readonly string[]
  /** The segments that the chosen options stand for; dropped items leave none. */
  segmentsOf(rows: readonly number[]): LaidSegment[]
  /** The other way round: the rows of these segments; every item that they leave out is dropped. */
  rowsOf(segments: readonly LaidSegment[]): number[]
  /** Every item as programmed. */
  readonly programmedRows: readonly number[]
}

/** `fixed`: effective sets that are there whatever is chosen, by muscle. */
export const buildProblem = (
  rules: SessionRules,
  items: readonly Item[],
  fixed: ReadonlyMap<string, number>,
): BuiltProblem => {
  const muscles = [
    ...new Set([
      ...fixed.keys(),
      ...items
        .flatMap((item) => item.exercises)
        .flatMap((exercise) => fractionalSets(exercise).map((share) => share.muscle)),
    ]),
  ].sort()
  const builder = new ProblemBuilder(rules, items, muscles)
  const { table, columns } = builder.build()
  const programmedIndex = new Map(rules.session.exercises.map((exercise, index) => [exercise.id, index]))
  const problem: BuiltProblem = {
    items,
    muscles,
    muscleCount: muscles.length,
    columns,
    options: table,
    loneItemCount: items.filter((item) => !item.groupable).length,
    baseSets: Float64Array.from(muscles, (muscle) => fixed.get(muscle) ?? 0),
    segmentsOf: (rows) =>
      rows.map((row) => segmentOf(items, table, row)).filter((segment) => segment !== null),
    rowsOf: (segments) => rowsOf(items, table, segments),
    programmedRows: rowsWhere(table, (row) => table.changed[row] === 0 && table.beyond[row] === 0),
    compareChoices: (one, other) =>
      compareChoices(problem.segmentsOf(one), problem.segmentsOf(other), (id) => programmedIndex.get(id)!),
  }
  return problem
}
