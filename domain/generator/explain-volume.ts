/** What every muscle gets a week against its range, in words; where it is too little, why. */
import type { Movement } from '../movements/movement.ts'
import { muscles as everyMuscle } from '../plan/vocabulary.ts'
import type { Drafted } from './draft-week.ts'
import type { Explanation } from './explanation.ts'
import { spoken } from './intent.ts'
import { type Shortfall, shortfallOf } from './shortfall.ts'
import type { MuscleWeek, WeeklySets } from './weekly-sets.ts'

const reasons: Readonly<Record<Shortfall, string>> = {
  equipment: 'the movements for it need other equipment',
  limitation: 'the movements for it are touched by what is to be avoided',
  experience: 'the movements for it are for more experienced lifters',
  library: 'the library has no movement for it',
  time: 'the minutes are used up; more of them, or another day, would reach it',
  volume: 'more of it would give another muscle more than its most',
  full: 'the sessions have as many exercises as they should',
  variety: 'every movement for it that is left has as many sets as it should',
}

const whole = (sets: number): string => `${Number(sets.toFixed(1))}`

/** "6" or "6 to 8", over the weeks that are no deloads. */
const span = (sets: readonly number[]): string => {
  const [low, high] = [whole(Math.min(...sets)), whole(Math.max(...sets))]
  return low === high ? low : `${low} to ${high}`
}

const explainMuscle = (
  drafted: Drafted,
  muscle: string,
  weeks: readonly MuscleWeek[],
  movements: readonly Movement[],
): string => {
  const { draft } = drafted
  const { minimum, maximum } = draft.ranges.get(muscle)!
  const name = `${spoken(muscle).charAt(0).toUpperCase()}${spoken(muscle).slice(1)}`
  const sets = span(weeks.map((week) => week.sets))
  const gets = `${name}: ${sets} fractional ${sets === '1' ? 'set' : 'sets'} a week`
  if (minimum === 0) {
    return sets === '0'
      ? `${name}: no sets; it is left to what other lifts ask of it without counting, and gets its own as a priority.`
      : `${gets}, mostly as a helper in other lifts (at most ${maximum}); as a priority it would get its own.`
  }
  const priority = draft.intent.priorities.has(muscle) ? ', a priority' : ''
  if (weeks.every(({ state }) => state === 'within')) {
    return `${gets}, within ${minimum} to ${maximum}${priority}.`
  }
  return `${gets}, under the ${minimum} that this goal asks for${priority}: ${reasons[shortfallOf(drafted, muscle, movements)]}.`
}

export const explainVolume = (
  drafted: Drafted,
  counted: readonly WeeklySets[],
  movements: readonly Movement[],
): Explanation[] => {
  const hard = counted.filter(({ deload }) => !deload)
  return everyMuscle.map((muscle): Explanation => {
    if (drafted.draft.intent.avoided.muscles.has(muscle)) {
      const text = `${spoken(muscle)}: no sets at all, as asked; movements that it helps in are left out as well.`
      return { topic: 'volume', subject: muscle, text: text.charAt(0).toUpperCase() + text.slice(1) }
    }
    const weeks = hard.flatMap(({ muscles }) => muscles.filter((one) => one.muscle === muscle))
    return { topic: 'volume', subject: muscle, text: explainMuscle(drafted, muscle, weeks, movements) }
  })
}
