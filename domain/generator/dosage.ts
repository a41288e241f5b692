/**
 * How a movement is done for a goal: repetitions and rest by how heavy the day is, and how many sets it may have.
 *
 * Repetitions: ACSM 2009 (strength 1–6 RM for trained and 8–12 RM for novices, hypertrophy 6–12, endurance 10–25), Schoenfeld
 * 2017 and 2021 (size grows from about 5 to 30 near failure). Rest: ACSM 2009 (2–3 min for heavy lifts, 1–2 min for the rest,
 * a minute and less for endurance), Grgic 2018, Singer 2024 (for size, little is lost above a minute).
 * Sets of an exercise: 2–5 (Krieger 2010, Ralston 2017).
 */
import type { Experience, Goal } from './intent.ts'

/** How heavy: the fewer the repetitions, the heavier. */
export const levels = Object.freeze(['light', 'medium', 'heavy'] as const)
export type Level = (typeof levels)[number]

/** What a movement is there for: to lead a session, to add to it as a compound, or as a small exercise. */
export type Duty = 'main' | 'compound' | 'isolation'

type ByLevel<Value> = Readonly<Record<Level, Value>>
const row = <Value extends number | string>(light: Value, medium: Value, heavy: Value): ByLevel<Value> => ({
  light,
  medium,
  heavy,
})

const strengthMain: Readonly<Record<Experience, ByLevel<number>>> = {
  beginner: row(8, 6, 5),
  intermediate: row(8, 5, 3),
  advanced: row(6, 4, 2),
}

const reps: Readonly<Record<Goal, Readonly<Record<Duty, ByLevel<number | string>>>>> = {
  strength: {
    main: strengthMain.intermediate,
    compound: row('10-12', '8-10', '6-8'),
    isolation: row('12-15', '10-12', '8-12'),
  },
  hypertrophy: {
    main: row('10-12', '8-10', '6-8'),
    compound: row('10-12', '8-12', '6-10'),
    isolation: row('12-20', '10-15', '8-12'),
  },
  general_fitness: {
    main: row<number | string>('10-12', 8, 6),
    compound: row('12-15', '10-12', '8-10'),
    isolation: row('15-20', '12-15', '10-12'),
  },
  muscular_endurance: {
    main: row('15-20', '12-15', '10-12'),
    compound: row('15-20', '15-20', '12-15'),
    isolation: row('20-25', '15-20', '12-15'),
  },
}

const restSeconds: Readonly<Record<Goal, Readonly<Record<Duty, ByLevel<number>>>>> = {
  strength: { main: row(150, 180, 180), compound: row(120, 120, 120), isolation: row(75, 75, 90) },
  hypertrophy: { main: row(120, 120, 150), compound: row(90, 120, 120), isolation: row(60, 75, 75) },
  general_fitness: { main: row(90, 120, 120), compound: row(90, 90, 90), isolation: row(60, 60, 60) },
  muscular_endurance: { main: row(60, 75, 90), compound: row(60, 60, 75), isolation: row(45, 45, 60) },
}

/** Holds and carries go by the clock. */
const heldSeconds: ByLevel<number> = row(60, 45, 30)

export interface Dosage {
  readonly reps?: number | string
  readonly seconds?: number
  readonly restSeconds: number
}

/** How the movement itself limits the choice. */
export interface Manner {
  /** Goes by the clock. */
  readonly isTimed: boolean
  /** Its resistance grows in known steps; where it does not, few repetitions would only be easy ones. */
  readonly isLoadable: boolean
}

export const dosageOf = (
  goal: Goal,
  experience: Experience,
  duty: Duty,
  level: Level,
  { isTimed, isLoadable }: Manner,
): Dosage => {
  const rest = { restSeconds: restSeconds[goal][duty][level] }
  if (isTimed) return { seconds: heldSeconds[level], ...rest }
  if (!isLoadable) return { reps: reps[goal].isolation[level], ...rest }
  const repetitions =
    goal === 'strength' && duty === 'main' ? strengthMain[experience][level] : reps[goal][duty][level]
  return { reps: repetitions, ...rest }
}

export interface SetBounds {
  readonly fewest: number
  readonly most: number
}

/** From here on there is time for three sets of what leads a session, whatever the goal. */
const timeForThreeMinutes = 45

export const setBounds = (goal: Goal, duty: Duty, minutesPerSession: number): SetBounds => {
  if (duty !== 'main') return { fewest: 2, most: 4 }
  if (goal === 'strength') return { fewest: 3, most: 5 }
  return { fewest: minutesPerSession >= timeForThreeMinutes ? 3 : 2, most: 4 }
}
