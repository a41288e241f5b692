/** How far the coach's amendment and the plan's own pins let an adaptation go: one place of a lift at a time. */
import type { Amendment } from '../amendment/amendment.ts'
import { groupRuns } from '../plan/check-groups.ts'
import { workingSetCount } from '../plan/check-sets.ts'
import type { NormalExercise, NormalSession } from '../plan/document.ts'
import { adaptationParameters } from './parameters.ts'

/** A group that the coach programmed around a core lift stays as programmed (article A3). */
export const isAroundCore = ({ exercises }: NormalSession, exercise: NormalExercise): boolean =>
  exercise.group !== undefined &&
  groupRuns(exercises).some(
    ({ members }) =>
      members.length > 1 && members.includes(exercise) && members.some(({ role }) => role === 'core'),
  )

/** The fewest sets that its pin keeps; all of them where the pin names no number (article A8). */
const pinnedSets = (exercise: NormalExercise, { pinned }: Amendment): number => {
  const sets = workingSetCount(exercise)
  const own = exercise.minSets ?? (exercise.pinned === true ? sets : 0)
  const pin = pinned.find(({ exerciseId }) => exerciseId === exercise.id)
  // A document whose minSets is above its sets is not valid, whatever the amendment says of the pin.
  return pin ? Math.max(pin.minSets ?? sets, exercise.minSets ?? 0) : own
}

export const fewestSets = (
  session: NormalSession,
  exercise: NormalExercise,
  amendment: Amendment,
): number => {
  const sets = workingSetCount(exercise)
  if (isAroundCore(session, exercise)) return sets
  const floor = exercise.role === 'core' ? amendment.coreSetFloor : amendment.accessorySetFloor
  return Math.max(1, Math.min(sets, floor), pinnedSets(exercise, amendment))
}

/** Nothing is added to what the coach caps or calls less important. */
export const mostSets = (session: NormalSession, exercise: NormalExercise, amendment: Amendment): number => {
  const sets = workingSetCount(exercise)
  const priority = amendment.priorities[exercise.id] ?? exercise.priority
  if (isAroundCore(session, exercise) || priority === 'low') return sets
  const cap = exercise.role === 'core' ? amendment.coreSetCap : null
  return Math.max(sets, Math.min(adaptationParameters.mostSets.value, cap ?? Number.POSITIVE_INFINITY))
}

/** Whether the amendment says anything of an exercise with this id. */
export const names = ({ priorities, pinned, banned, neverPair }: Amendment, id: string): boolean =>
  Object.hasOwn(priorities, id) ||
  pinned.some(({ exerciseId }) => exerciseId === id) ||
  banned.includes(id) ||
  neverPair.flat().includes(id)

/** Pinned, named, grouped with a core lift, or one where that is not allowed: the coach means this and no other. */
export const isMeant = (session: NormalSession, exercise: NormalExercise, amendment: Amendment): boolean =>
  exercise.pinned === true ||
  exercise.minSets !== undefined ||
  names(amendment, exercise.id) ||
  isAroundCore(session, exercise) ||
  (exercise.role === 'core' && !amendment.allowCoreSwaps)
