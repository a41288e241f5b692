/** Why a movement can stand in for another, and what is different about it, in plain sentences. */
import type { Movement } from './movement.ts'
import { isTimed, isUnilateral } from './tags.ts'
import type { Wanted } from './wanted.ts'
import { enumerate, equipmentName, plain } from './words.ts'

const common = (wanted: Wanted, { pattern, primaryMuscles }: Movement): string => {
  const shared = primaryMuscles.filter((muscle) => wanted.primaryMuscles.includes(muscle))
  const samePattern = wanted.pattern === undefined ? '' : ` in the same pattern (${plain(pattern)})`
  return `Trains ${enumerate(shared)}${samePattern}.`
}

/** The main muscles that only one of the two has as such. */
const muscleDifferences = (wanted: Wanted, { primaryMuscles, secondaryMuscles }: Movement): string[] => {
  const missing = wanted.primaryMuscles.filter((muscle) => !primaryMuscles.includes(muscle))
  const [less, none] = [
    missing.filter((muscle) => secondaryMuscles.includes(muscle)),
    missing.filter((muscle) => !secondaryMuscles.includes(muscle)),
  ]
  const more = primaryMuscles.filter((muscle) => !wanted.primaryMuscles.includes(muscle))
  return [
    ...(none.length > 0 ? [`Leaves out ${enumerate(none)}.`] : []),
    ...(less.length > 0 ? [`Works ${enumerate(less)} less.`] : []),
    ...(more.length > 0 ? [`Works ${enumerate(more)} more.`] : []),
  ]
}

const manner = (wanted: Wanted, movement: Movement): string[] => {
  const oneSide = isUnilateral(movement)
  const timed = isTimed(movement)
  return [
    ...(wanted.isUnilateral === oneSide ? [] : [oneSide ? 'One side at a time.' : 'Both sides together.']),
    ...(wanted.isTimed === timed ? [] : [timed ? 'Held for a time.' : 'Counted in repetitions.']),
  ]
}

export const alternativeReasons = (wanted: Wanted, movement: Movement): string[] => {
  const { mechanic, level, equipment } = movement
  const isOther = wanted.mechanic !== undefined && wanted.mechanic !== mechanic
  return [
    common(wanted, movement),
    ...muscleDifferences(wanted, movement),
    ...(isOther ? [mechanic === 'compound' ? 'Moves more joints.' : 'Moves one joint only.'] : []),
    ...manner(wanted, movement),
    ...(wanted.level === undefined || wanted.level === level ? [] : [`Of another level: ${level}.`]),
    `Needs ${equipmentName(equipment)}.`,
  ]
}
