/** The callers of the journey, and where and when the exercises of a plan are done. */
import type { Test } from 'tap'
import type { NormalExercise, NormalPlan } from '../../domain/plan/document.ts'
import { crunchClient } from '../routes/time-crunch/crunch-client.ts'

export const curation = '/api/internal/curation/movements'
export const plans = '/api/v1/plans'

/** The Monday of week 1. */
export const firstDay = '2025-03-03'

export const dateOf = (weekNumber: number, dayOfWeek: number): string =>
  new Date(Date.parse(firstDay) + (7 * (weekNumber - 1) + dayOfWeek - 1) * 86_400_000)
    .toISOString()
    .slice(0, 10)

/** Every place of the exercises that are wanted: week by week, session by session. */
export const placesOf = ({ microcycles }: NormalPlan, wanted: (exercise: NormalExercise) => boolean) =>
  microcycles.flatMap(({ weekNumber, sessions }) =>
    sessions.flatMap(({ id, dayOfWeek, exercises }) =>
      exercises.filter(wanted).map((exercise) => ({ weekNumber, sessionId: id, dayOfWeek, exercise })),
    ),
  )

export const setsOf = ({ sets }: NormalExercise): number =>
  typeof sets === 'number' ? sets : sets.filter(({ warmup }) => warmup !== true).length

export const journeyClient = async (t: Test, databaseUrl: string) => {
  const { call } = await crunchClient(t, { config: { databaseUrl } })
  return {
    call,
    /** By the athlete whose plan it is; without /api in front it is a path of Time Crunch. */
    asked: (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: unknown, headers = {}) =>
      call(method, path, { as: 'athlete-1', payload, headers }),
    /** Reads without a payload, moves a draft with one. */
    curate: (path: string, as: string, payload?: unknown) =>
      call(payload === undefined ? 'GET' : 'POST', `${curation}${path}`, { as, roles: ['curator'], payload }),
  }
}
