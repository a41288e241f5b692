/**
 * What of a session and its amendment decides the answer, under names that do not depend on who wrote it: two
 * sessions of the same content have the same solution, whatever they and their exercises are called.
 */
import type { Amendment } from '../amendment/amendment.ts'
import { noStation, rackStation } from '../clock/station.ts'
import { modelVersion } from '../parameters.ts'
import type { Session } from '../plan/session.ts'
import type { SearchLimits } from './search/problem.ts'

export interface SessionContent {
  readonly session: Session
  readonly amendment: Amendment
}

/** Exercises are named by their place, stations by their first use; notes, names and days are left out. */
export const contentOf = (session: Session, amendment: Amendment): SessionContent => {
  const ids = new Map(session.exercises.map((exercise, index) => [exercise.id, `${index}`]))
  const stations = new Map([noStation, rackStation].map((station) => [station, station]))
  const groups = new Map<string | null, string | null>([[null, null]])
  const renamed = <K>(names: Map<K, K>, name: K, make: (count: number) => K): K => {
    if (!names.has(name)) names.set(name, make(names.size))
    return names.get(name)!
  }
  const known = (id: string): string[] => (ids.has(id) ? [ids.get(id)!] : [])
  return {
    session: {
      id: '',
      name: '',
      weekNumber: 1,
      dayOfWeek: 1,
      exercises: session.exercises.map((exercise, index) => ({
        ...exercise,
        id: `${index}`,
        name: '',
        station: renamed(stations, exercise.station, (count) => `station-${count}`),
        group: renamed(groups, exercise.group, (count) => `group-${count}`),
      })),
    },
    amendment: {
      ...amendment,
      priorities: Object.fromEntries(
        session.exercises.flatMap(({ id }) =>
          Object.hasOwn(amendment.priorities, id) ? [[ids.get(id)!, amendment.priorities[id]!]] : [],
        ),
      ),
      pinned: amendment.pinned.flatMap((pin) =>
        known(pin.exerciseId).map((exerciseId) => ({ ...pin, exerciseId })),
      ),
      banned: amendment.banned.flatMap(known),
      neverPair: amendment.neverPair
        .filter((entry) => entry.every((id) => ids.has(id)))
        .map((entry) => entry.flatMap(known)),
    },
  }
}

/** Equal for equal content, under the same model and limits. */
export const contentKey = ({ session, amendment }: SessionContent, limits: SearchLimits): string =>
  JSON.stringify([modelVersion, limits, amendment, session.exercises])
