/**
 * The balance of a week: what each muscle gets as planned and with what was applied. It states what is, and suggests
 * nothing: sets that were dropped for want of time are gone, and nobody has to make up for them.
 */
import type { AppliedSession } from '../applications/applied-session.ts'
import type { Session } from '../plan/session.ts'
import { cardio, muscles } from '../plan/vocabulary.ts'
import { minimumWeeklySets } from './parameters.ts'
import { plannedSets } from './planned-sets.ts'

export interface WeekSession {
  readonly programmed: Session
  /** The session that was applied in its place; null where it is done as programmed. */
  readonly applied: AppliedSession | null
}

export interface SetsOfWeek {
  /** Fractional sets. */
  readonly planned: number
  readonly applied: number
}

export interface MuscleBalance extends SetsOfWeek {
  readonly muscle: string
  /** Whether the plan itself gives it fewer than four sets. */
  readonly plannedUnderFour: boolean
  /** Whether it gets fewer than four sets with what was applied. */
  readonly underFour: boolean
}

export interface DroppedSets {
  readonly exerciseId: string
  readonly name: string
  readonly setsBefore: number
  readonly setsAfter: number
}

export interface WeekBalance {
  /** All muscles of the vocabulary, in alphabetical order. */
  readonly muscles: readonly MuscleBalance[]
  /** Sets of conditioning: no muscle, and no minimum. */
  readonly cardio: SetsOfWeek
}

/** Thirds of a set add up to 3.9999999999999996; that is four. */
const tolerance = 1e-9

const isUnderFour = (sets: number): boolean => sets < minimumWeeklySets.value - tolerance

const appliedSets = ({ programmed, applied }: WeekSession): ReadonlyMap<string, number> =>
  applied === null
    ? plannedSets(programmed)
    : new Map(applied.retained.muscles.map(({ muscle, after }) => [muscle, after]))

const total = (sessions: readonly ReadonlyMap<string, number>[], muscle: string): number =>
  sessions.reduce((sum, sets) => sum + (sets.get(muscle) ?? 0), 0)

export const weekBalance = (sessions: readonly WeekSession[]): WeekBalance => {
  const planned = sessions.map(({ programmed }) => plannedSets(programmed))
  const applied = sessions.map(appliedSets)
  const setsOf = (muscle: string): SetsOfWeek => ({
    planned: total(planned, muscle),
    applied: total(applied, muscle),
  })
  return {
    muscles: muscles.map((muscle) => {
      const sets = setsOf(muscle)
      return {
        muscle,
        ...sets,
        plannedUnderFour: isUnderFour(sets.planned),
        underFour: isUnderFour(sets.applied),
      }
    }),
    cardio: setsOf(cardio),
  }
}

/**
 * The exercises that lose sets by what was applied, in programmed order and under their programmed names. What was
 * left out because its equipment is not there is no part of the applied session, and has lost all its sets.
 */
export const droppedSets = ({ programmed, applied }: WeekSession): DroppedSets[] => {
  if (applied === null) return []
  const after = new Map(applied.changes.map(({ exerciseId, setsAfter }) => [exerciseId, setsAfter]))
  return programmed.exercises
    .map(({ id, name, workingSets }) => ({
      exerciseId: id,
      name,
      setsBefore: workingSets.length,
      setsAfter: after.get(id) ?? 0,
    }))
    .filter(({ setsBefore, setsAfter }) => setsAfter < setsBefore)
}
