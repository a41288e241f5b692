/** Another movement in the place of a lift, in every week ahead: the best alternative that fits all those sessions. */
import type { Amendment } from '../amendment/amendment.ts'
import type { Movement } from '../movements/movement.ts'
import type { NormalExercise, NormalPlan } from '../plan/document.ts'
import { isMeant, names } from './coach-bounds.ts'
import type { Place } from './future-weeks.ts'
import type { PlanChange } from './proposal.ts'

export interface Alternative {
  readonly movement: Movement
  /** Why it suits, in plain sentences. */
  readonly reasons: readonly string[]
}

/** The library's alternatives for an exercise, best first; none where it does not know the exercise. */
export type FindAlternatives = (exercise: NormalExercise) => readonly Alternative[]

export interface Swap {
  readonly changes: readonly PlanChange[]
  readonly replacement: Alternative
}

export interface SwapRules {
  /** What the athlete evidently has: the equipment of the plan, and a body. */
  readonly equipment: ReadonlySet<string>
  /** Movements that may not come in, because the coach banned an exercise that is one of them. */
  readonly banned: ReadonlySet<string>
  readonly amendment: Amendment
}

export const swapRules = (plan: NormalPlan, amendment: Amendment): SwapRules => {
  const exercises = plan.microcycles.flatMap(({ sessions }) => sessions.flatMap((one) => one.exercises))
  const banned = exercises.filter(({ id }) => amendment.banned.includes(id))
  return {
    equipment: new Set(['body_only', ...exercises.flatMap(({ equipment }) => equipment ?? [])]),
    banned: new Set(banned.flatMap(({ movement }) => movement ?? [])),
    amendment,
  }
}

const isIn = ({ session }: Place, { slug, name }: Movement): boolean =>
  session.exercises.some(
    (exercise) => exercise.id === slug || exercise.movement === slug || exercise.name === name,
  )

/** Nothing that the coach has said a word about comes in, and a core lift is followed by a core lift. */
const fits = ({ movement }: Alternative, places: readonly Place[], rules: SwapRules): boolean =>
  rules.equipment.has(movement.equipment) &&
  !rules.banned.has(movement.slug) &&
  !names(rules.amendment, movement.slug) &&
  places.every((place) => !isIn(place, movement) && (place.exercise.role !== 'core' || movement.coreLift))

/** Undefined where the coach's word keeps the lift, or the library has nothing that fits. */
export const findSwap = (
  places: readonly Place[],
  rules: SwapRules,
  findAlternatives: FindAlternatives,
): Swap | undefined => {
  const [first] = places
  if (!first) return undefined
  if (places.some(({ session, exercise }) => isMeant(session, exercise, rules.amendment))) return undefined
  const replacement = findAlternatives(first.exercise).find((one) => fits(one, places, rules))
  if (!replacement) return undefined
  const changes = places.map(
    ({ week, session, exercise }): PlanChange => ({
      weekNumber: week.weekNumber,
      sessionId: session.id,
      exerciseId: exercise.id,
      field: 'exercise',
      before: exercise.name,
      after: replacement.movement.name,
    }),
  )
  return { changes, replacement }
}
