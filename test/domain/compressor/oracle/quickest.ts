/** What answers 3 to 5 keep beside the core: the pinned in their quickest allowed form, and something of value. */
import { type Combination, everyCombination } from './combinations.ts'
import { type Option, optionOf } from './options.ts'
import { hasValue, onlyPinned, type Problem } from './problem.ts'
import type { Rules } from './rules.ts'
import { bestOf, type Candidate } from './tie-break.ts'
import { sizeOf } from './value.ts'

const copyOf = ({ options, seconds, changed, stimulus }: Combination): Candidate => ({
  options: [...options],
  seconds,
  changed,
  stimulus,
  value: sizeOf(stimulus),
})

/** Where nothing of value is core or pinned: the quickest thing of value; ties by value, then in order. */
const quickestOfValue = ({ apart, accessories }: Problem, rules: Rules): readonly Option[] => {
  const options = [...apart, ...accessories].flatMap((choice) => choice.options).filter(hasValue)
  const least = Math.min(...options.map(({ seconds }) => seconds))
  const candidates = options
    .filter(({ seconds }) => seconds === least)
    .map((option) => copyOf({ ...option, options: [option] }))
  return bestOf(candidates, rules)?.options ?? []
}

/** Where nothing is left but unpinned warm-ups and cool-downs: the quickest, for an empty session is no answer. */
const quickestPreparation = ({ returning }: Problem, rules: Rules): readonly Option[] =>
  returning
    .map((segment) => optionOf(segment, rules))
    .sort((one, other) => one.seconds - other.seconds)
    .slice(0, 1)

export const quickestForced = (problem: Problem, rules: Rules): readonly Option[] => {
  let least = Number.POSITIVE_INFINITY
  let candidates: Candidate[] = []
  everyCombination(
    onlyPinned(problem),
    rules,
    () => least,
    (combination) => {
      if (combination.seconds < least) candidates = []
      least = combination.seconds
      candidates.push(copyOf(combination))
    },
  )
  const pinned = bestOf(candidates, rules)?.options ?? []
  if ([...problem.fixed, ...pinned].some(hasValue)) return pinned
  const forced = [...pinned, ...quickestOfValue(problem, rules)]
  return forced.length > 0 ? forced : quickestPreparation(problem, rules)
}
