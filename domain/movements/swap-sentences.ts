/** Why an exercise was swapped, left out or kept, in one or two plain sentences. */
import type { Alternative } from './alternatives.ts'
import { equipmentName, plain } from './words.ts'

const missing = (equipment: string): string =>
  equipment === 'body_only' ? 'Exercises without equipment are ruled out' : `There is no ${plain(equipment)}`

export const swappedSentence = (equipment: string, { movement, reasons }: Alternative): string => {
  const [why] = reasons
  return `${missing(equipment)}; ${movement.name} needs ${equipmentName(movement.equipment)}. ${why} Sets, reps and rest stay; choose the load anew.`
}

/** In front of what compression did with the exercise, if it did anything. */
export const takesPlaceSentence = (to: string, from: string, isKept: boolean): string =>
  `${to} takes the place of ${from}${isKept ? '; sets, reps and rest are as programmed' : ''}.`

export const leftOutSentence = (equipment: string): string =>
  `${missing(equipment)}, and the library has nothing of the same pattern and muscles that does without it; left out for the day.`

export const keptSentence = (
  equipment: string,
  guard: 'core' | 'pinned',
  allowCoreSwaps: boolean,
): string => {
  if (guard === 'pinned') {
    return `${missing(equipment)}, and nothing of the same pattern and muscles does without it; it stays, because the coach pinned it.`
  }
  return allowCoreSwaps
    ? `${missing(equipment)}, and nothing of the same pattern and muscles does without it; it stays, because core lifts do.`
    : `${missing(equipment)}, but the coach's amendment does not allow core lifts to be swapped (allowCoreSwaps).`
}
