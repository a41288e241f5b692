/**
 * Answer 2 as a mixed-integer program for HiGHS: a binary for every way to do an exercise or a group, at most one
 * way for each exercise, the budget, and the concave S^0.45 from above by tangents, added where the last optimum
 * lies until bound and value agree (outer approximation). HiGHS gets no start solution: given one, with presolve
 * and tight tolerances, it has reported a wrong optimum.
 */
import loadHighs from 'highs'
import type { Amendment } from '../../../../domain/amendment/amendment.ts'
import type { Session } from '../../../../domain/plan/session.ts'
import { Concave } from './concave.ts'
import type { DoingSegment } from './doing.ts'
import type { Option } from './options.ts'
import { hasValue, newGroupsOf, type Problem, problemOf } from './problem.ts'
import { type Rules, readRules } from './rules.ts'
import { muscles, sizeOf } from './value.ts'

// The package ships an ES module whose default is the loader; its types, read as CommonJS, put it one level deeper.
const newHighs = loadHighs as unknown as typeof loadHighs.default

export interface MixedIntegerAnswer {
  /** No plan within the budget has a higher V. */
  readonly upperBound: number
  /** V of the plan found, by the formula of the page. */
  readonly size: number
  readonly segments: readonly DoingSegment[]
}

interface Way {
  readonly option: Option
  readonly name: string
}

const linear = (terms: readonly (readonly [number, string])[]): string =>
  terms.map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join('\n ')

const waysOf = (problem: Problem, rules: Rules): Way[] =>
  [
    ...[...problem.apart, ...problem.accessories].flatMap(({ options }) => options),
    ...newGroupsOf(problem.accessories, rules).flatMap(({ options }) => options),
  ].map((option, index) => ({ option, name: `x${index}` }))

/** One way at most for each exercise, exactly one where it is pinned; something of value where nothing is fixed. */
const partition = (problem: Problem, ways: readonly Way[]): string[] => {
  const rows = [...problem.apart, ...problem.accessories].map(({ members, pinned }) => {
    const own = ways.filter(({ option }) =>
      option.segment.members.some(({ exercise }) => exercise.id === members[0]!.id),
    )
    return `${linear(own.map(({ name }) => [1, name]))} ${pinned ? '=' : '<='} 1`
  })
  const valuable = ways.filter(({ option }) => hasValue(option))
  if (!problem.fixed.some(hasValue) && valuable.length > 0) {
    rows.push(`${linear(valuable.map(({ name }) => [1, name]))} >= 1`)
  }
  return rows
}

const total = (options: readonly Option[]): number[] =>
  muscles.map((_, muscle) => options.reduce((sum, { stimulus }) => sum + stimulus[muscle]!, 0))

const concaveTerms = (fixed: readonly number[], ways: readonly Way[]): Concave[] =>
  muscles.flatMap((_, muscle) => {
    const amounts = ways.map(({ option }) => option.stimulus[muscle]!).filter((amount) => amount > 0)
    return amounts.length > 0 ? [new Concave(muscle, fixed[muscle]!, Math.min(...amounts))] : []
  })

/** Answer 2's highest V for a session too long as programmed; null where answer 2 is impossible. */
export const solveMixedInteger = async (
  session: Session,
  amendment: Amendment,
  targetMinutes: number,
): Promise<MixedIntegerAnswer | null> => {
  const rules = readRules(session, amendment)
  const problem = problemOf(rules)
  const ways = waysOf(problem, rules)
  const fixed = total(problem.fixed)
  const fixedSeconds = problem.fixed.reduce((sum, { seconds }) => sum + seconds, 0)
  const leftSeconds = targetMinutes * 60 - amendment.bufferSeconds - fixedSeconds
  if (leftSeconds < 0) return null
  const chosenSegments = (chosen: readonly Option[]) =>
    [...problem.fixed, ...chosen].map(({ segment }) => segment)
  if (ways.length === 0) {
    return { upperBound: sizeOf(fixed), size: sizeOf(fixed), segments: chosenSegments([]) }
  }

  const terms = concaveTerms(fixed, ways)
  const constant = sizeOf(
    fixed.map((amount, muscle) => (terms.some((term) => term.muscle === muscle) ? 0 : amount)),
  )
  const budget = `${linear(ways.map(({ option, name }) => [option.seconds, name]))} <= ${leftSeconds}`
  const rows = [...partition(problem, ways), budget]
  for (const term of terms) {
    const counted = ways.filter(({ option }) => option.stimulus[term.muscle]! > 0)
    const sets = counted.map(({ option, name }) => [-option.stimulus[term.muscle]!, name] as const)
    rows.push(`${linear([[1, term.setsName], ...sets])} <= ${fixed[term.muscle]!}`)
  }
  // A fresh instance each time: a solver that keeps state between programs would be a start solution by another name.
  for (;;) {
    const cuts = terms.flatMap((term) => term.cuts())
    const text = [
      'Maximize',
      ` ${linear([[0, ways[0]!.name], ...terms.map(({ valueName }) => [1, valueName] as const)])}`,
      'Subject To',
      ...[...rows, ...cuts].map((row, index) => ` c${index}: ${row}`),
      'Bounds',
      ...terms.flatMap(({ setsName, valueName }) => [` 0 <= ${setsName} <= 11`, ` 0 <= ${valueName} <= 3`]),
      'Binaries',
      ` ${ways.map(({ name }) => name).join('\n ')}`,
      'End',
    ].join('\n')
    const highs = await newHighs()
    const result = highs.solve(text, {
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-9,
      mip_feasibility_tolerance: 1e-9,
      primal_feasibility_tolerance: 1e-9,
      dual_feasibility_tolerance: 1e-9,
    })
    if (result.Status === 'Infeasible') return null
    if (result.Status !== 'Optimal') throw new Error(`HiGHS stopped: ${result.Status}`)
    const columns = result.Columns
    const chosen = ways.filter(({ name }) => (columns[name]?.Primal ?? 0) > 0.5).map(({ option }) => option)
    const amounts = total([...problem.fixed, ...chosen])
    const size = sizeOf(amounts)
    const upperBound = result.ObjectiveValue + constant
    const refined = terms.map((term) => term.refine(Math.min(11, amounts[term.muscle]!)))
    if (upperBound - size <= 1e-7 || !refined.includes(true)) {
      return { upperBound, size, segments: chosenSegments(chosen) }
    }
  }
}
