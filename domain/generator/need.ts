/** How much a week lacks: what one more set is worth for a muscle, and for the whole body. */
import type { VolumeRange } from './volume-range.ts'

/** The first set that a muscle gets is worth most, up to its minimum; then less, up to its target; then nothing. */
const belowMinimum = [3, 2] as const
const belowTarget = [1, 0.5] as const
const priorityWeight = 1.6
/** Helpers get a little, up to the least that shows growth, where nothing else asks for the time. */
const helperWorth = 0.1
const helperSets = 4

/** The area under a line from `slopes[0]` to `slopes[1]` over `length`, up to `sets`. */
const area = (sets: number, length: number, [from, to]: readonly [number, number]): number => {
  if (length <= 0) return 0
  const upTo = Math.min(Math.max(sets, 0), length)
  return from * upTo + ((to - from) * upTo * upTo) / (2 * length)
}

export const worthOfSets = (sets: number, { minimum, target }: VolumeRange, isPriority: boolean): number =>
  target === 0
    ? helperWorth * Math.min(sets, helperSets)
    : (isPriority ? priorityWeight : 1) *
      (area(sets, minimum, belowMinimum) + area(sets - minimum, target - minimum, belowTarget))
