/** How well two exercises go together: their pair class, and the quality κ of the sets in their group. */
import { stimulusParameters } from '../parameters.ts'
import type { SessionExercise } from '../plan/session.ts'

export type PairClass = 'same_primary' | 'antagonist' | 'shared_synergist' | 'non_competing'

type Muscles = Pick<SessionExercise, 'primaryMuscles' | 'secondaryMuscles'>

const opposed: readonly (readonly [string, string])[] = Object.freeze([
  ['chest', 'middle_back'],
  ['chest', 'lats'],
  ['shoulders', 'lats'],
  ['quadriceps', 'hamstrings'],
  ['biceps', 'triceps'],
  ['abdominals', 'lower_back'],
  ['abductors', 'adductors'],
])

const share = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((muscle) => others.includes(muscle))

const areOpposed = (one: Muscles, other: Muscles): boolean =>
  opposed.some(
    ([left, right]) =>
      (one.primaryMuscles.includes(left) && other.primaryMuscles.includes(right)) ||
      (one.primaryMuscles.includes(right) && other.primaryMuscles.includes(left)),
  )

/** The first class that fits. Symmetric. */
export const pairClassOf = (one: Muscles, other: Muscles): PairClass => {
  if (
    share(one.primaryMuscles, other.primaryMuscles) ||
    (share(one.primaryMuscles, other.secondaryMuscles) && share(other.primaryMuscles, one.secondaryMuscles))
  ) {
    return 'same_primary'
  }
  if (areOpposed(one, other)) return 'antagonist'
  const shareAny = share(
    [...one.primaryMuscles, ...one.secondaryMuscles],
    [...other.primaryMuscles, ...other.secondaryMuscles],
  )
  return shareAny ? 'shared_synergist' : 'non_competing'
}

const pairQuality: Readonly<Record<PairClass, number>> = Object.freeze({
  antagonist: stimulusParameters.antagonistQuality.value,
  non_competing: stimulusParameters.nonCompetingQuality.value,
  shared_synergist: stimulusParameters.sharedSynergistQuality.value,
  same_primary: stimulusParameters.samePrimaryQuality.value,
})

/** The class of a group's worst pair (smallest κ), null for a single exercise. */
export const groupClassOf = (exercises: readonly Muscles[]): PairClass | null => {
  let worst: PairClass | null = null
  for (const [index, one] of exercises.entries()) {
    for (const other of exercises.slice(index + 1)) {
      const pairClass = pairClassOf(one, other)
      if (worst === null || pairQuality[pairClass] < pairQuality[worst]) worst = pairClass
    }
  }
  return worst
}

/** κ of a group from the class of its worst pair and its size: single 1; superset the pair's; block 0.97 of it. */
export const groupQuality = (worst: PairClass | null, size: number): number => {
  if (worst === null) return 1
  return size > 2 ? stimulusParameters.blockQuality.value * pairQuality[worst] : pairQuality[worst]
}
