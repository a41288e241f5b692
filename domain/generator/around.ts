/** What stands around the lifting: a warm-up where the session is long enough, conditioning where the goal asks for it. */
import type { Movement } from '../movements/movement.ts'
import { isSteady, isTimed } from '../movements/tags.ts'
import type { NormalExercise } from '../plan/document.ts'
import { levelsAbove } from './available-movements.ts'
import { exerciseSeconds } from './exercise-seconds.ts'
import type { TrainingIntent } from './intent.ts'
import { writeExercise } from './write-exercise.ts'

/** Something easy for the heart, longer in a long session (ACSM 2009); in a short one the first sets are the warm-up. */
const easyMinutes = [
  { from: 60, seconds: 300 },
  { from: 30, seconds: 180 },
] as const
const easyEffort = 4
/** Then, where there is time, a drill for what the session trains. */
const shortestWithDrillMinutes = 45
const drillReps = 10
/** Held no longer than takes nothing from the lifts after it (Kay 2012: under a minute). */
const drillSeconds = 45

/**
 * A fifth of a session, from half an hour on: WHO 2020 asks for 75 to 150 minutes of vigorous or moderate work a week, and
 * this much beside lifting does not slow it (Schumann 2022).
 */
const conditioningShare = 0.2
const shortestWithConditioningMinutes = 30
const intervalSeconds = 60
const intervalRestSeconds = 60
const intervalEffort = 7
const fewestIntervals = 3
const mostIntervals = 8

/** For the heart both sides are one. */
const withoutSides = ({ perSide: _, ...exercise }: NormalExercise): NormalExercise => exercise

/** The next of a list that goes round, so that sessions vary. */
const turn = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)]

const byTaste = (
  movements: readonly Movement[],
  intent: TrainingIntent,
  taste: ReadonlyMap<string, number>,
): Movement[] =>
  movements
    .filter((movement) => levelsAbove(movement, intent) === 0)
    .sort((one, other) => taste.get(one.slug)! - taste.get(other.slug)!)

/** Drills that move before those that are held. */
const drillFor = (
  known: readonly Movement[],
  region: ReadonlySet<string>,
  index: number,
): NormalExercise | undefined => {
  const near = known.filter(
    ({ pattern, primaryMuscles }) =>
      pattern === 'mobility' && primaryMuscles.some((muscle) => region.has(muscle)),
  )
  const moving = turn(
    near.filter((movement) => !isTimed(movement)),
    index,
  )
  if (moving !== undefined) return writeExercise(moving, 'warmup', { sets: 1, reps: drillReps })
  const held = turn(near, index)
  return held && writeExercise(held, 'warmup', { sets: 1, seconds: drillSeconds })
}

/** What comes before the lifting: nothing in a session under half an hour. */
export const warmupFor = (
  intent: TrainingIntent,
  region: ReadonlySet<string>,
  index: number,
  available: readonly Movement[],
  taste: ReadonlyMap<string, number>,
): NormalExercise[] => {
  const seconds = easyMinutes.find(({ from }) => intent.minutesPerSession >= from)?.seconds
  if (seconds === undefined) return []
  const known = byTaste(available, intent, taste)
  const easy = turn(
    known.filter((movement) => movement.pattern === 'conditioning' && isSteady(movement)),
    index,
  )
  const heart = easy && withoutSides(writeExercise(easy, 'warmup', { sets: 1, seconds, rpe: easyEffort }))
  const wantsDrill = heart === undefined || intent.minutesPerSession >= shortestWithDrillMinutes
  const drill = wantsDrill ? drillFor(known, region, index) : undefined
  return [heart, drill].filter((exercise) => exercise !== undefined)
}

export const wantsConditioning = ({ goal, minutesPerSession }: TrainingIntent): boolean =>
  goal === 'general_fitness' && minutesPerSession >= shortestWithConditioningMinutes

export const conditioningFor = (
  intent: TrainingIntent,
  index: number,
  available: readonly Movement[],
  taste: ReadonlyMap<string, number>,
): NormalExercise | undefined => {
  if (!wantsConditioning(intent)) return undefined
  const movement = turn(
    byTaste(available, intent, taste).filter(({ pattern }) => pattern === 'conditioning'),
    index,
  )
  if (movement === undefined) return undefined
  const write = (sets: number): NormalExercise =>
    withoutSides(
      writeExercise(movement, 'conditioning', {
        sets,
        seconds: intervalSeconds,
        rpe: intervalEffort,
        restSeconds: intervalRestSeconds,
      }),
    )
  const budget = intent.minutesPerSession * 60 * conditioningShare
  for (let sets = mostIntervals; sets >= fewestIntervals; sets -= 1) {
    const exercise = write(sets)
    if (exerciseSeconds(exercise) <= budget) return exercise
  }
  return undefined
}
