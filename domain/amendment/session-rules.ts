/** The amendment applied to one session: what is banned, pinned, protected, and how few or many sets may stay. */
import { type Layout, programmedLayout, programmedUnits } from '../clock/layout.ts'
import type { Session, SessionExercise } from '../plan/session.ts'
import { priorityWeight } from '../stimulus/size.ts'
import type { Amendment } from './amendment.ts'

export interface ExerciseRules {
  readonly banned: boolean
  /** The fewest sets a pin keeps, null when not pinned. The amendment's entry replaces the exercise's own. */
  readonly pinnedSets: number | null
  /** The fewest sets the exercise may keep if it stays. */
  readonly fewestSets: number
  /** The most sets it may keep in a compressed session: all, or the cap of a core lift. */
  readonly mostSets: number
}

export interface SessionRules {
  readonly session: Session
  readonly amendment: Amendment
  /** The whole session as the coach wrote it, also what is banned. */
  readonly programmed: Layout
  /** What is left once the banned exercises are out; a group left with one member is a single. */
  readonly allowed: readonly SessionExercise[]
  /** The allowed exercises, members of a programmed group together. */
  readonly units: readonly (readonly SessionExercise[])[]
  of(exerciseId: string): ExerciseRules
  /** π of the priority in force. */
  weightOf(exerciseId: string): number
  /** Whether the exercise is in a programmed group around a core lift, which stays whole. */
  isProtected(exerciseId: string): boolean
}

const pinnedSetsOf = (exercise: SessionExercise, amendment: Amendment): number | null => {
  const pin = amendment.pinned.find((entry) => entry.exerciseId === exercise.id)
  if (pin === undefined) return exercise.pinnedSets
  return pin.minSets ?? exercise.workingSets.length
}

const fewestSetsOf = (exercise: SessionExercise, pinnedSets: number | null, amendment: Amendment): number => {
  const programmed = exercise.workingSets.length
  switch (exercise.role) {
    case 'core':
      return Math.max(pinnedSets ?? 0, Math.min(programmed, amendment.coreSetFloor))
    case 'accessory':
    case 'conditioning':
      return Math.max(pinnedSets ?? 0, Math.min(programmed, amendment.accessorySetFloor))
    default:
      return pinnedSets ?? programmed
  }
}

const rulesOf = (exercise: SessionExercise, amendment: Amendment): ExerciseRules => {
  const programmed = exercise.workingSets.length
  const pinnedSets = pinnedSetsOf(exercise, amendment)
  const cap = exercise.role === 'core' ? (amendment.coreSetCap ?? programmed) : programmed
  return {
    banned: amendment.banned.includes(exercise.id),
    pinnedSets,
    fewestSets: fewestSetsOf(exercise, pinnedSets, amendment),
    mostSets: Math.min(programmed, Math.max(cap, pinnedSets ?? 0)),
  }
}

/** Work this out once a session; the search, the articles and the explanation all read it. */
export const sessionRules = (session: Session, amendment: Amendment): SessionRules => {
  const rules = new Map(session.exercises.map((exercise) => [exercise.id, rulesOf(exercise, amendment)]))
  const allowed = session.exercises.filter((exercise) => !rules.get(exercise.id)!.banned)
  const units = programmedUnits(allowed)
  const guarded = new Set(
    units
      .filter((unit) => unit.length > 1 && unit.some((exercise) => exercise.role === 'core'))
      .flatMap((unit) => unit.map((exercise) => exercise.id)),
  )
  const weights = new Map(
    session.exercises.map((exercise) => [
      exercise.id,
      priorityWeight(
        Object.hasOwn(amendment.priorities, exercise.id)
          ? amendment.priorities[exercise.id]!
          : exercise.priority,
      ),
    ]),
  )
  return {
    session,
    amendment,
    programmed: programmedLayout(session),
    allowed,
    units,
    of: (exerciseId) => rules.get(exerciseId)!,
    weightOf: (exerciseId) => weights.get(exerciseId)!,
    isProtected: (exerciseId) => guarded.has(exerciseId),
  }
}

/** Whether the coach forbids these two in one new group. */
export const neverTogether = (amendment: Amendment, one: string, other: string): boolean =>
  amendment.neverPair.some(([a, b]) =>
    b === undefined ? a === one || a === other : (a === one && b === other) || (a === other && b === one),
  )

/** Fewest rounds that a trimmed programmed group without a core lift may keep. */
export const fewestRounds = (rules: SessionRules, unit: readonly SessionExercise[]): number => {
  const programmed = Math.max(...unit.map((exercise) => exercise.workingSets.length))
  const pinned = Math.max(...unit.map((exercise) => rules.of(exercise.id).pinnedSets ?? 0))
  return Math.min(programmed, Math.max(2, rules.amendment.accessorySetFloor, pinned))
}
