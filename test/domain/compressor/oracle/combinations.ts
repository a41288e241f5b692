/** Plain enumeration: every drop, set count, rest level and grouping that a problem allows within the seconds. */
import type { Option } from './options.ts'
import { type Choice, newGroupsOf, type Problem } from './problem.ts'
import type { Rules } from './rules.ts'
import { muscles } from './value.ts'

export interface Combination {
  readonly options: readonly Option[]
  readonly seconds: number
  /** Exercises changed, the dropped among them. */
  readonly changed: number
  readonly stimulus: ArrayLike<number>
}

/** Calls `visit` once for each; what it is given is reused, so keep a copy. */
export const everyCombination = (
  problem: Problem,
  rules: Rules,
  budgetSeconds: () => number,
  visit: (combination: Combination) => void,
): void => {
  const { fixed, apart, accessories } = problem
  const groups = newGroupsOf(accessories, rules)
  const taken = accessories.map(() => false)
  const options: Option[] = []
  const stimuli = Array.from({ length: apart.length + accessories.length + 1 }, () =>
    Float64Array.from(muscles, () => 0),
  )
  for (const { stimulus } of fixed)
    for (const [muscle, amount] of stimulus.entries()) stimuli[0]![muscle]! += amount

  type Next = (depth: number, seconds: number, changed: number) => void

  const take = (option: Option, depth: number, seconds: number, changed: number, next: Next): void => {
    if (seconds + option.seconds > budgetSeconds()) return
    const from = stimuli[depth]!
    const to = stimuli[depth + 1]!
    for (let muscle = 0; muscle < to.length; muscle++) to[muscle] = from[muscle]! + option.stimulus[muscle]!
    options.push(option)
    next(depth + 1, seconds + option.seconds, changed + option.changed)
    options.pop()
  }

  const decide = (choice: Choice, depth: number, seconds: number, changed: number, next: Next): void => {
    if (!choice.pinned) next(depth, seconds, changed + choice.members.length)
    for (const option of choice.options) take(option, depth, seconds, changed, next)
  }

  const decideAccessory =
    (place: number): Next =>
    (depth, seconds, changed) => {
      if (place === accessories.length) {
        visit({ options, seconds, changed, stimulus: stimuli[depth]! })
        return
      }
      const next = decideAccessory(place + 1)
      if (taken[place]) {
        next(depth, seconds, changed)
        return
      }
      decide(accessories[place]!, depth, seconds, changed, next)
      for (const group of groups) {
        if (group.places[0] !== place || group.places.some((member) => taken[member])) continue
        for (const member of group.places) taken[member] = true
        for (const option of group.options) take(option, depth, seconds, changed, next)
        for (const member of group.places) taken[member] = false
      }
    }

  const decideApart =
    (index: number): Next =>
    (depth, seconds, changed) => {
      const choice = apart[index]
      if (choice === undefined) decideAccessory(0)(depth, seconds, changed)
      else decide(choice, depth, seconds, changed, decideApart(index + 1))
    }

  const fixedSeconds = fixed.reduce((total, { seconds }) => total + seconds, 0)
  if (fixedSeconds <= budgetSeconds()) decideApart(0)(0, fixedSeconds, 0)
}
