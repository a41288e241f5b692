/** Seeded sessions, amendments and targets that are valid by the page and meet every feature of it. */
import type { Amendment } from '../../../../domain/amendment/amendment.ts'
import type { Role } from '../../../../domain/plan/document.ts'
import type { Session, SessionExercise } from '../../../../domain/plan/session.ts'
import { originalSeconds } from './clock.ts'
import { enumerateAnswer } from './enumerate.ts'
import { randomAmendment } from './random-amendment.ts'
import { randomExercise } from './random-exercise.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

export interface RandomCase {
  readonly session: Session
  readonly amendment: Amendment
  readonly targetMinutes: number
}

export interface CaseSize {
  /** Accessories, those in programmed groups included. */
  readonly accessories: readonly [number, number]
  readonly mostSets: number
}

export const smallCases: CaseSize = { accessories: [1, 4], mostSets: 4 }

/** Some neighbours in the list of units become one programmed group; a core lift may be among them. */
const groupedUnits = (random: SeededRandom, exercises: readonly SessionExercise[]): SessionExercise[][] => {
  const groupable = exercises.filter(({ role }) => role === 'core' || role === 'accessory')
  const units = exercises.filter((exercise) => !groupable.includes(exercise)).map((exercise) => [exercise])
  for (let place = 0; place < groupable.length; ) {
    const size = random.chance(0.15) ? Math.min(random.whole(2, 4), groupable.length - place) : 1
    const members = groupable.slice(place, place + size)
    units.push(size === 1 ? members : members.map((member) => ({ ...member, group: `group-${place}` })))
    place += size
  }
  return units
}

const rolesOf = (random: SeededRandom, { accessories }: CaseSize): Role[] => [
  ...Array.from({ length: random.whole(0, 3) }, () => 'core' as const),
  ...Array.from({ length: random.whole(...accessories) }, () => 'accessory' as const),
  ...Array.from({ length: random.chance(0.25) ? 1 : 0 }, () => 'conditioning' as const),
  ...Array.from({ length: random.pick([0, 0, 1, 2]) }, () => 'warmup' as const),
  ...Array.from({ length: random.pick([0, 0, 1, 2]) }, () => 'cooldown' as const),
]

export const randomSession = (random: SeededRandom, size: CaseSize): Session => {
  const roles = rolesOf(random, size)
  const exercises = random
    .some(roles, roles.length)
    .map((role, index) => randomExercise(random, `e${index}-${role}`, role, size.mostSets))
  const units = groupedUnits(random, exercises)
  return {
    id: 'session',
    name: 'Session',
    weekNumber: 1,
    dayOfWeek: 1,
    exercises: random.some(units, units.length).flat(),
  }
}

/** Most budgets lie between the shortest session and the programmed one, many near the shortest, some beyond. */
const wantedSeconds = (random: SeededRandom, session: Session, amendment: Amendment): number => {
  const shortest = enumerateAnswer(session, amendment, 0).minimumSeconds
  if (random.chance(0.3)) return Math.max(0, shortest + random.whole(-90, 600))
  return Math.round(shortest + (originalSeconds(session) - shortest) * (1.1 * random.next() - 0.05))
}

/**
 * The case of a seed. Where its budget is shorter than a target of 15 minutes, the smallest there is, the buffer
 * makes up for the difference, as far as a buffer goes.
 */
export const randomCase = (seed: number, size: CaseSize = smallCases): RandomCase => {
  const random = seededRandom(seed)
  const session = randomSession(random, size)
  const amendment = randomAmendment(random, session)
  const seconds = wantedSeconds(random, session, amendment)
  const targetMinutes = Math.min(180, Math.max(15, Math.ceil(seconds / 60)))
  const bufferSeconds = Math.min(600, Math.max(0, targetMinutes * 60 - seconds))
  return { session, amendment: { ...amendment, bufferSeconds }, targetMinutes }
}
