/**
 * How near a movement comes to what is wanted, in points. Judgement: the muscles count most (0 to 100); what else differs
 * takes a few points off, so that it decides between movements of nearly the same muscles and never against them.
 */
import { fractionalSets } from '../stimulus/fractional-sets.ts'
import type { Movement, MovementLevel } from './movement.ts'
import { searchWords } from './search-terms.ts'
import { isTimed, isUnilateral } from './tags.ts'
import type { Wanted } from './wanted.ts'

const otherMechanicPoints = 12
const levelStepPoints = 6
const otherManner = 4
const otherEquipmentPoints = 3
const otherLoadPoints = 5
const otherResistancePoints = 8

type Muscles = Pick<Movement, 'primaryMuscles' | 'secondaryMuscles'>

/** Every muscle with what a set counts for it, `cardio` as if it were one. */
const sharesOf = ({ primaryMuscles, secondaryMuscles }: Muscles): Map<string, number> =>
  new Map(
    fractionalSets({ role: 'accessory', primaryMuscles, secondaryMuscles }).map(({ muscle, sets }) => [
      muscle,
      sets,
    ]),
  )

/** What two have in common of what either trains: 1 for the same muscles, 0 for none in common. */
export const muscleLikeness = (one: Muscles, other: Muscles): number => {
  const [left, right] = [sharesOf(one), sharesOf(other)]
  let common = 0
  let either = 0
  for (const muscle of new Set([...left.keys(), ...right.keys()])) {
    const [a, b] = [left.get(muscle) ?? 0, right.get(muscle) ?? 0]
    common += Math.min(a, b)
    either += Math.max(a, b)
  }
  return either === 0 ? 0 : common / either
}

const ranks: Readonly<Record<MovementLevel, number>> = { beginner: 0, intermediate: 1, advanced: 2 }

/**
 * How much harder it is to do well; what is easier can be done well too. Of an exercise that the library does not know,
 * anybody may be the athlete: only the advanced is a step too far.
 */
const levelSteps = (wanted: MovementLevel = 'intermediate', level: MovementLevel): number =>
  Math.max(0, ranks[level] - ranks[wanted])

const freeWeights = ['barbell', 'dumbbell', 'ez_curl_bar', 'kettlebells']
const guidedLoads = ['cable', 'machine']

/** Equipment that feels alike: free weights, guided loads, the body and what it pulls against. */
const families: readonly ReadonlySet<string>[] = [
  new Set(freeWeights),
  new Set(guidedLoads),
  new Set(['bands', 'body_only', 'exercise_ball', 'medicine_ball']),
]

/** Loads that are chosen in kilograms, unlike one's own weight or a band's pull. */
const loads: ReadonlySet<string> = new Set([...freeWeights, ...guidedLoads])

const equipmentPoints = (wanted: string | undefined, equipment: string): number => {
  if (wanted === undefined || wanted === equipment) return 0
  if (families.some((family) => family.has(wanted) && family.has(equipment))) return otherEquipmentPoints
  return loads.has(wanted) && loads.has(equipment) ? otherLoadPoints : otherResistancePoints
}

export const likenessPoints = (wanted: Wanted, movement: Movement): number => {
  const isOther = wanted.mechanic !== undefined && wanted.mechanic !== movement.mechanic
  return (
    Math.round(100 * muscleLikeness(wanted, movement)) -
    (isOther ? otherMechanicPoints : 0) -
    levelStepPoints * levelSteps(wanted.level, movement.level) -
    (wanted.isUnilateral === isUnilateral(movement) ? 0 : otherManner) -
    (wanted.isTimed === isTimed(movement) ? 0 : otherManner) -
    equipmentPoints(wanted.equipment, movement.equipment)
  )
}

/**
 * What the names have in common, 0 to 1: the words of both of the words of either, at best. Among equals it tells the angle
 * or the path that muscles do not: a dumbbell bench press is nearer to a bench press than a decline press is.
 */
export const nameLikeness = (wanted: Wanted, { name, aliases }: Movement): number => {
  const theirs = [name, ...aliases].map((text) => new Set(searchWords(text)))
  const shares = wanted.names.flatMap((text) => {
    const words = new Set(searchWords(text))
    return theirs.map((others) => {
      const common = [...words].filter((word) => others.has(word)).length
      return common / Math.max(1, words.size + others.size - common)
    })
  })
  return Math.max(...shares)
}
