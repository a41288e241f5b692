/** Which sets stay when an exercise keeps k of them (article A6): trimming goes around the top set. */
import type { Load, SetDocument } from '../../../../domain/plan/document.ts'
import type { SessionExercise, TimedSet } from '../../../../domain/plan/session.ts'

interface Weight {
  amount: number
  unit: string
}

/** A number is kilograms; a text without a number and a unit ("bodyweight") can't be compared with anything. */
const weightOf = (load: Load | undefined): Weight | null => {
  if (load === undefined) return null
  if (typeof load === 'number') return { amount: load, unit: 'kg' }
  const parts = /^\s*(\d+(?:\.\d+)?)\s*(kg|lb|%)\s*$/i.exec(load)
  return parts === null ? null : { amount: Number(parts[1]), unit: parts[2]!.toLowerCase() }
}

const isOpen = ({ reps }: Readonly<SetDocument>): boolean =>
  typeof reps === 'string' && (reps === 'AMRAP' || reps.endsWith('+'))

export const topSetIndex = (sets: readonly TimedSet[]): number => {
  const weights = sets.map((set) => weightOf(set.prescription.load))
  const known = weights.filter((weight) => weight !== null)
  const comparable = known.length === sets.length && new Set(known.map((weight) => weight.unit)).size === 1
  const amounts = known.map((weight) => weight.amount)
  const heaviest = Math.max(...amounts)
  if (comparable && amounts.some((amount) => amount < heaviest)) return amounts.lastIndexOf(heaviest)
  return Math.max(
    0,
    sets.findIndex((set) => isOpen(set.prescription)),
  )
}

/** The k sets that stay, in programmed order: those after the top go first, from the end, then from the start. */
export const retainedSets = (exercise: SessionExercise, sets: number): readonly TimedSet[] => {
  const all = exercise.workingSets
  const afterTop = all.length - 1 - topSetIndex(all)
  const gone = all.length - sets
  const goneFromEnd = Math.min(gone, afterTop)
  return all.slice(gone - goneFromEnd, all.length - goneFromEnd)
}
