/** Which of two equally valuable combinations is the answer: the order that section 5 gives. */
import type { Combination } from './combinations.ts'
import type { Rules } from './rules.ts'

interface Way {
  sets: number
  restSeconds: number
  /** Places of its new partners in the session, ascending. */
  partners: number[]
}

export type Candidate = Combination & { readonly value: number }

const waysOf = ({ options }: Combination, { session }: Rules): Way[] => {
  const places = new Map(session.exercises.map(({ id }, place) => [id, place]))
  const ways: Way[] = session.exercises.map(() => ({ sets: 0, restSeconds: 0, partners: [] }))
  for (const { kind, members } of options.map(({ segment }) => segment)) {
    const all = members.map(({ exercise }) => places.get(exercise.id)!)
    for (const [index, { sets, restSeconds }] of members.entries()) {
      const partners = kind === 'new_group' ? all.filter((_, other) => other !== index) : []
      ways[all[index]!] = { sets, restSeconds, partners }
    }
  }
  return ways
}

const compareWays = (one: Way, other: Way): number => {
  if (one.sets !== other.sets) return other.sets - one.sets
  const grouped = Number(one.partners.length > 0) - Number(other.partners.length > 0)
  if (grouped !== 0) return grouped
  if (one.restSeconds !== other.restSeconds) return other.restSeconds - one.restSeconds
  for (const [index, partner] of one.partners.entries()) {
    const difference = partner - (other.partners[index] ?? -1)
    if (difference !== 0) return difference
  }
  return one.partners.length - other.partners.length
}

/** Negative where `one` goes first: fewer exercises changed, then shorter, then exercise by exercise. */
export const compareTied = (one: Candidate, other: Candidate, rules: Rules): number => {
  if (one.changed !== other.changed) return one.changed - other.changed
  if (one.seconds !== other.seconds) return one.seconds - other.seconds
  const others = waysOf(other, rules)
  for (const [place, way] of waysOf(one, rules).entries()) {
    const difference = compareWays(way, others[place]!)
    if (difference !== 0) return difference
  }
  return 0
}

/** The answer among candidates that differ in value by no more than a hair: V equal within 1e-9. */
export const bestOf = (candidates: readonly Candidate[], rules: Rules): Candidate | undefined => {
  const highest = Math.max(...candidates.map(({ value }) => value))
  return candidates
    .filter(({ value }) => value >= highest - 1e-9)
    .sort((one, other) => compareTied(one, other, rules))[0]
}
