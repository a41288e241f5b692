/** From options to the segments that they stand for, and back. */
import { doseOf } from '../../clock/dose.ts'
import {
  type LaidSegment,
  newGroupSegment,
  programmedGroupSegment,
  singleSegment,
} from '../../clock/layout.ts'
import type { SessionExercise } from '../../plan/session.ts'
import type { Item } from './items.ts'
import { mostMembers, type OptionTable } from './option-table.ts'

/** A programmed group cut to so many rounds: each member keeps min(its sets, rounds). */
export const roundsSegment = (unit: readonly SessionExercise[], rounds: number): LaidSegment =>
  programmedGroupSegment(
    unit.map((exercise) => doseOf(exercise, Math.min(rounds, exercise.workingSets.length))),
  )

/** Null for an option that drops its item. */
export const segmentOf = (items: readonly Item[], table: OptionTable, row: number): LaidSegment | null => {
  const sets = table.sets.subarray(row * mostMembers, (row + 1) * mostMembers)
  if (sets[0] === 0) return null
  const level = table.short[row] === 1 ? 'short' : 'programmed'
  const members = items
    .filter((_, index) => (table.masks[row]! & (1 << index)) !== 0)
    .sort((a, b) => a.place - b.place)
  if (members.length > 1) {
    return newGroupSegment(
      members.map((item, position) => doseOf(item.exercises[0]!, sets[position]!, level)),
    )
  }
  const { exercises } = members[0]!
  return exercises.length > 1
    ? roundsSegment(exercises, sets[0]!)
    : singleSegment(doseOf(exercises[0]!, sets[0]!, level))
}

export const rowsWhere = (table: OptionTable, holds: (row: number) => boolean): number[] =>
  [...table.masks.keys()].filter(holds)

/** Sets of the first member that the table knows a segment by: rounds for a programmed group. */
const knownSets = ({ kind, doses }: LaidSegment): number[] => {
  const counts = doses.map((dose) => dose.retained.length)
  return kind === 'programmed_group' ? [Math.max(...counts)] : counts
}

/** Rows of these segments; items that they leave out are dropped. */
export const rowsOf = (
  items: readonly Item[],
  table: OptionTable,
  segments: readonly LaidSegment[],
): number[] => {
  let left = (1 << items.length) - 1
  const rows = segments.map((segment) => {
    const ids = segment.doses.map((dose) => dose.exercise.id)
    const mask = items.reduce(
      (bits, item, at) => (ids.includes(item.exercises[0]!.id) ? bits | (1 << at) : bits),
      0,
    )
    const short = segment.doses.some((dose) => dose.level === 'short') ? 1 : 0
    const sets = knownSets(segment)
    left &= ~mask
    return table.masks.findIndex(
      (rowMask, row) =>
        rowMask === mask &&
        table.beyond[row] === 0 &&
        table.short[row] === short &&
        sets.every((count, at) => table.sets[row * mostMembers + at] === count),
    )
  })
  for (; left !== 0; left &= left - 1) {
    const item = left & -left
    rows.push(table.masks.findIndex((mask, row) => mask === item && table.sets[row * mostMembers] === 0))
  }
  return rows
}
