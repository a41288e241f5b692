/** What can be done instead of a movement: the same pattern, the same muscles, best first, each with its reasons. */
import { alternativeReasons } from './alternative-reasons.ts'
import { likenessPoints, muscleLikeness, nameLikeness } from './likeness.ts'
import type { Movement } from './movement.ts'
import type { Wanted } from './wanted.ts'

export interface Alternative {
  readonly movement: Movement
  /** How near it comes: 100 is a twin. Only good for comparing alternatives of one movement. */
  readonly points: number
  /** Plain sentences, the weightiest first. */
  readonly reasons: readonly string[]
}

/** Less than this in common is another exercise, not a substitute. */
const leastMuscleLikeness = 0.4

const includesAll = (all: readonly string[], some: readonly string[]): boolean =>
  some.every((word) => all.includes(word))

/** Without a pattern only the muscles can vouch for it: the main ones must be the same, and so must the mechanic. */
const isOfItsKind = ({ primaryMuscles, pattern, mechanic }: Wanted, movement: Movement): boolean => {
  if (pattern !== undefined) {
    return (
      pattern === movement.pattern &&
      primaryMuscles.some((muscle) => movement.primaryMuscles.includes(muscle))
    )
  }
  return (
    includesAll(movement.primaryMuscles, primaryMuscles) &&
    includesAll(primaryMuscles, movement.primaryMuscles) &&
    (mechanic === undefined || mechanic === movement.mechanic)
  )
}

/** The muscles are compared last: it is the dearest question, and the others leave few to ask it of. */
const isSubstitute = (wanted: Wanted, movement: Movement): boolean =>
  movement.slug !== wanted.slug &&
  isOfItsKind(wanted, movement) &&
  muscleLikeness(wanted, movement) >= leastMuscleLikeness

interface Ranked extends Alternative {
  readonly nameLikeness: number
}

/** Points first; among equals the nearer name, then the slug. */
const compare = (one: Ranked, other: Ranked): number =>
  other.points - one.points ||
  other.nameLikeness - one.nameLikeness ||
  (one.movement.slug < other.movement.slug ? -1 : 1)

/** The same for the same library, in whatever order its movements come. */
export const alternativesOf = (
  wanted: Wanted,
  movements: readonly Movement[],
  suits: (movement: Movement) => boolean = () => true,
): Alternative[] =>
  movements
    .filter((movement) => suits(movement) && isSubstitute(wanted, movement))
    .map((movement) => ({
      movement,
      points: likenessPoints(wanted, movement),
      reasons: alternativeReasons(wanted, movement),
      nameLikeness: nameLikeness(wanted, movement),
    }))
    .sort(compare)
    .map(({ nameLikeness: _, ...alternative }) => alternative)
