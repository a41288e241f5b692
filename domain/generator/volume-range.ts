/**
 * How many fractional sets a muscle gets a week, by goal and experience: at least, aimed at, at most.
 *
 * Floor 4: the least that shows growth in fractional sets (Pelland 2025). Size rises with sets through 5–9 to 10 and more
 * (Schoenfeld 2017), several sets beat one (Krieger 2010), and trained lifters do well on 12–20 (Baz-Valle 2022); beyond
 * 20 there is little evidence, so nothing goes there. Strength needs less: 5–9 sets come close to 10 and more
 * (Ralston 2017), and the curve is flat early (Pelland 2025). Novices start with little and add (ACSM 2009); endurance and general
 * fitness follow its 1–3 sets of 8–10 exercises, two to three days a week.
 */
import { muscles } from '../plan/vocabulary.ts'
import type { Experience, Goal, TrainingIntent } from './intent.ts'

export interface VolumeRange {
  readonly minimum: number
  readonly target: number
  readonly maximum: number
}

type Row = readonly [minimum: number, target: number, maximum: number]

const table: Readonly<Record<Goal, Readonly<Record<Experience, Row>>>> = {
  strength: { beginner: [4, 6, 10], intermediate: [5, 8, 14], advanced: [6, 10, 16] },
  hypertrophy: { beginner: [5, 8, 12], intermediate: [8, 12, 18], advanced: [10, 14, 20] },
  general_fitness: { beginner: [4, 6, 10], intermediate: [4, 7, 12], advanced: [5, 8, 14] },
  muscular_endurance: { beginner: [4, 6, 10], intermediate: [5, 8, 12], advanced: [6, 10, 14] },
}

/** Work enough as others' helpers in lifts for the rest; they get sets of their own when they are a priority. */
const helpers: ReadonlySet<string> = new Set([
  'abductors',
  'adductors',
  'forearms',
  'lower_back',
  'neck',
  'traps',
])

/**
 * Squats and hinges both count in full for the glutes, so a week that trains legs as it should gives them more than any
 * other muscle. Our judgement; a lower most would trade squats for leg extensions.
 */
const glutesShare = 1.4
/** Beyond it there is little evidence for anybody. */
const mostForAnybody = 20

const rangeOf = (muscle: string, { goal, experience, priorities }: TrainingIntent): VolumeRange => {
  const [minimum, target, usualMaximum] = table[goal][experience]
  const maximum =
    muscle === 'glutes' ? Math.min(mostForAnybody, Math.round(usualMaximum * glutesShare)) : usualMaximum
  if (priorities.has(muscle)) return { minimum, target: (target + maximum) / 2, maximum }
  return helpers.has(muscle) ? { minimum: 0, target: 0, maximum } : { minimum, target, maximum }
}

/** Of every muscle that the intent does not avoid. */
export const volumeRanges = (intent: TrainingIntent): ReadonlyMap<string, VolumeRange> =>
  new Map(
    muscles
      .filter((muscle) => !intent.avoided.muscles.has(muscle))
      .map((muscle) => [muscle, rangeOf(muscle, intent)]),
  )
