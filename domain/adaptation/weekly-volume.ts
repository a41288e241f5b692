/** How many fractional sets each muscle has in each week ahead, and whether there is room for one more set of an exercise. */
import { workingSetCount } from '../plan/check-sets.ts'
import type { NormalExercise, NormalMicrocycle } from '../plan/document.ts'
import { fractionalSets } from '../stimulus/fractional-sets.ts'
import { adaptationParameters } from './parameters.ts'

export interface WeeklyVolume {
  /** Whether one more set fits; if it does it is counted, so that all additions together stay within the most. */
  takeOneSet(weekNumber: number, exercise: NormalExercise): boolean
}

export const weeklyVolume = (weeks: readonly NormalMicrocycle[]): WeeklyVolume => {
  const sets = new Map<string, number>()
  const at = (weekNumber: number, muscle: string): string => `${weekNumber} ${muscle}`
  const add = (weekNumber: number, exercise: NormalExercise, count: number): void => {
    for (const share of fractionalSets(exercise)) {
      const key = at(weekNumber, share.muscle)
      sets.set(key, (sets.get(key) ?? 0) + share.sets * count)
    }
  }
  for (const { weekNumber, sessions } of weeks) {
    for (const exercise of sessions.flatMap(({ exercises }) => exercises)) {
      add(weekNumber, exercise, workingSetCount(exercise))
    }
  }
  return {
    takeOneSet(weekNumber, exercise) {
      const fits = fractionalSets(exercise).every(
        (share) =>
          (sets.get(at(weekNumber, share.muscle)) ?? 0) + share.sets <=
          adaptationParameters.mostWeeklySets.value,
      )
      if (fits) add(weekNumber, exercise, 1)
      return fits
    },
  }
}
