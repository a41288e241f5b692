/** Which weeks an adaptation may change: none that was begun, so what was done and what was said of it stay as they are. */
import type { NormalExercise, NormalMicrocycle, NormalPlan, NormalSession } from '../plan/document.ts'

export interface FutureWeeks {
  /** Every week after the latest one with feedback. */
  readonly all: readonly NormalMicrocycle[]
  /** Those of them up to the next deload: what follows a deload is judged anew. */
  readonly block: readonly NormalMicrocycle[]
  /** The first of them that has sessions. */
  readonly next: NormalMicrocycle | undefined
}

export const futureWeeks = ({ microcycles }: NormalPlan, latestWeek: number | null): FutureWeeks => {
  const all = microcycles.filter(({ weekNumber }) => latestWeek !== null && weekNumber > latestWeek)
  const start = all.findIndex(({ deload }) => deload !== true)
  const begun = start < 0 ? [] : all.slice(start)
  const end = begun.findIndex(({ deload }) => deload === true)
  return {
    all,
    block: end < 0 ? begun : begun.slice(0, end),
    next: all.find(({ sessions }) => sessions.length > 0),
  }
}

/** A lift in one session of one week. */
export interface Place {
  readonly week: NormalMicrocycle
  readonly session: NormalSession
  readonly exercise: NormalExercise
}

/** Only core lifts and accessories are adapted: of the rest an effort is not aimed at. */
export const isAdaptable = ({ role }: NormalExercise): boolean => role === 'core' || role === 'accessory'

/** Every place of every core lift and accessory in these weeks, by exercise id. */
export const placesIn = (weeks: readonly NormalMicrocycle[]): ReadonlyMap<string, readonly Place[]> => {
  const places = new Map<string, Place[]>()
  for (const week of weeks) {
    for (const session of week.sessions) {
      for (const exercise of session.exercises.filter(isAdaptable)) {
        const place = { week, session, exercise }
        const known = places.get(exercise.id)
        if (known) known.push(place)
        else places.set(exercise.id, [place])
      }
    }
  }
  return places
}
