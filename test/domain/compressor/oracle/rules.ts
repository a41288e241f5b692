/** What session and amendment allow: bans taken out, pins, priorities, fewest sets, and who may be grouped. */
import type { Amendment } from '../../../../domain/amendment/amendment.ts'
import type { Session, SessionExercise } from '../../../../domain/plan/session.ts'
import { programmedUnits } from './doing.ts'
import { type PriorityOf, pairClass } from './value.ts'

export interface Rules {
  readonly session: Session
  readonly amendment: Amendment
  readonly hasBanned: boolean
  /** What is left once the banned is out, unit by unit; a group left with one member is a single. */
  readonly units: readonly (readonly SessionExercise[])[]
  readonly priorityOf: PriorityOf
  /** The fewest sets that its pin keeps, null when not pinned. */
  readonly pinOf: (exercise: SessionExercise) => number | null
}

export const readRules = (session: Session, amendment: Amendment): Rules => {
  const units = programmedUnits(session.exercises)
    .map((unit) => unit.filter(({ id }) => !amendment.banned.includes(id)))
    .filter((unit) => unit.length > 0)
    .map((unit) => (unit.length === 1 ? [{ ...unit[0]!, group: null }] : unit))
  return {
    session,
    amendment,
    hasBanned: session.exercises.some(({ id }) => amendment.banned.includes(id)),
    units,
    priorityOf: (exercise) => amendment.priorities[exercise.id] ?? exercise.priority,
    pinOf: (exercise) => {
      const entry = amendment.pinned.find(({ exerciseId }) => exerciseId === exercise.id)
      return entry === undefined ? exercise.pinnedSets : (entry.minSets ?? exercise.workingSets.length)
    },
  }
}

export const isCore = ({ role }: SessionExercise): boolean => role === 'core'
export const isWarmupOrCooldown = ({ role }: SessionExercise): boolean =>
  role === 'warmup' || role === 'cooldown'

/** A group that the coach programmed around a core lift. */
export const isProtected = (unit: readonly SessionExercise[]): boolean => unit.length > 1 && unit.some(isCore)

export const isPinned = (unit: readonly SessionExercise[], { pinOf }: Rules): boolean =>
  unit.some((exercise) => pinOf(exercise) !== null)

/** The fewest sets an exercise outside groups may keep, if it stays. */
export const fewestSets = (exercise: SessionExercise, { amendment, pinOf }: Rules): number => {
  const all = exercise.workingSets.length
  const pin = pinOf(exercise)
  if (isWarmupOrCooldown(exercise)) return pin ?? all
  const floor = isCore(exercise) ? amendment.coreSetFloor : amendment.accessorySetFloor
  return Math.max(Math.min(all, floor), pin ?? 1)
}

/** The most sets of a core lift outside groups in a compressed session; its pin holds against the cap. */
export const cappedSets = (exercise: SessionExercise, { amendment, pinOf }: Rules): number =>
  Math.max(Math.min(exercise.workingSets.length, amendment.coreSetCap ?? 20), pinOf(exercise) ?? 0)

export const fewestRounds = (unit: readonly SessionExercise[], { amendment, pinOf }: Rules): number => {
  const all = Math.max(...unit.map(({ workingSets }) => workingSets.length))
  const pins = unit.map((exercise) => pinOf(exercise) ?? 0)
  return Math.max(Math.min(all, Math.max(2, amendment.accessorySetFloor)), ...pins)
}

/** May these accessories, all without a programmed group, become one new group? */
export const mayGroup = (members: readonly SessionExercise[], { amendment }: Rules): boolean => {
  if (!(members.length === 2 ? amendment.allowSupersets : amendment.allowBlocks)) return false
  if (members.some(({ role, group }) => role !== 'accessory' || group !== null)) return false
  const ids = members.map(({ id }) => id)
  if (amendment.neverPair.some((entry) => entry.every((id) => ids.includes(id)))) return false
  const stations = new Set(members.map(({ station }) => station).filter((station) => station !== 'none'))
  if (stations.size > amendment.maxStations) return false
  const samePrimary = members.some((one, index) =>
    members.slice(index + 1).some((other) => pairClass(one, other) === 'same_primary'),
  )
  return amendment.allowSameMusclePairs || !samePrimary
}
