/**
 * The small languages inside a prescription: reps, load and tempo.
 * Each check answers undefined for a good value, else the rule that it breaks, as the end of a sentence.
 */
import type { Load, Reps } from './document.ts'

const mostReps = 100
const mostTempoSeconds = 30
const mostKilograms = 2000
/** The same weight, and twice a one-repetition maximum: beyond them a typing error is likelier than a lift. */
const mostOfUnit: Readonly<Record<string, number>> = { '%': 200, kg: mostKilograms, lb: 4400, lbs: 4400 }

const inReps = (count: number): boolean => Number.isInteger(count) && count >= 1 && count <= mostReps
const repsRule = `reps must be a whole number from 1 to ${mostReps}, a range such as "8-12" (low end first, both within 1 to ${mostReps}), an open set such as "5+", or "AMRAP"`

/** 8 | "8-12" | "5+" | "AMRAP". Equal ends ("8-8") are refused: that is no range, and 8 says it. */
export const repsFault = (reps: Reps): string | undefined => {
  if (typeof reps === 'number') return inReps(reps) ? undefined : repsRule
  if (reps === 'AMRAP') return undefined
  const open = /^(\d{1,3})\+$/.exec(reps)
  if (open) return inReps(Number(open[1])) ? undefined : repsRule
  const range = /^(\d{1,3})-(\d{1,3})$/.exec(reps)
  if (!range) return repsRule
  const [low, high] = [Number(range[1]), Number(range[2])]
  return inReps(low) && inReps(high) && low < high ? undefined : repsRule
}

const loadRule = `load must be kilograms from 0 to ${mostKilograms} as a number, or text such as "70%", "20 kg", "45 lb" or "bodyweight"`

/**
 * Text that starts like a number must be one with a unit that the model can compare (%, kg, lb), else a slip such as
 * "70 %%" would quietly count as not comparable. Text that starts with a letter is the coach's own word ("bodyweight",
 * "red band") and is kept as it is.
 */
export const loadFault = (load: Load): string | undefined => {
  if (typeof load === 'number') return load >= 0 && load <= mostKilograms ? undefined : loadRule
  const measured = /^(\d{1,4}(?:\.\d{1,3})?) *(%|kg|lbs?)$/i.exec(load)
  if (!measured) return /^\p{L}/u.test(load) ? undefined : loadRule
  return Number(measured[1]) <= (mostOfUnit[measured[2]?.toLowerCase() ?? ''] ?? 0) ? undefined : loadRule
}

const tempoRule = `tempo must be 3 or 4 parts of digits or X, each at most ${mostTempoSeconds}, such as "3-1-1-0" or "2-0-X"`

export const tempoFault = (tempo: string): string | undefined => {
  const parts = tempo.split('-')
  const good = (part: string): boolean =>
    part === 'X' || (/^\d{1,2}$/.test(part) && Number(part) <= mostTempoSeconds)
  return (parts.length === 3 || parts.length === 4) && parts.every(good) ? undefined : tempoRule
}
