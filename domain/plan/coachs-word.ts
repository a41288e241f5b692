/**
 * What only a plan's coach (or an admin) may change in it, and where a new version of the plan changes it.
 *
 * The coach's word is which exercises are protected: core lifts, pinned ones, members of a group programmed around a
 * core lift, and whatever the amendment names. A protected exercise is known by its session and its own id, so it may
 * not vanish (renaming, dropping and moving all look like that), appear, or become another exercise under its old id.
 * Of every other exercise the role, pin and minSets must stay. Sets, loads, rests and notes are the athlete's to edit.
 */
import type { Amendment } from '../amendment/amendment.ts'
import { groupRuns } from './check-groups.ts'
import type { NormalExercise, NormalPlan } from './document.ts'

interface Placed {
  readonly exercise: NormalExercise
  readonly path: string
  readonly sessionId: string
  readonly isProtected: boolean
}

const placeExercises = (plan: NormalPlan, named: ReadonlySet<string>): Map<string, Placed> => {
  const placed = new Map<string, Placed>()
  for (const [week, { sessions }] of plan.microcycles.entries()) {
    for (const [day, { id: sessionId, exercises }] of sessions.entries()) {
      const beside = new Set(
        groupRuns(exercises)
          .filter(({ members }) => members.some(({ role }) => role === 'core'))
          .flatMap(({ members }) => members),
      )
      for (const [index, exercise] of exercises.entries()) {
        const { id, role, pinned, minSets } = exercise
        const pins = pinned === true || minSets !== undefined
        const isProtected = role === 'core' || pins || beside.has(exercise) || named.has(id)
        const path = `/microcycles/${week}/sessions/${day}/exercises/${index}`
        placed.set(`${sessionId}/${id}`, { exercise, path, sessionId, isProtected })
      }
    }
  }
  return placed
}

const alwaysTheCoachs = ['role', 'pinned', 'minSets'] as const
/** What makes a protected exercise the one that the coach meant. */
const identity = ['name', 'movement', 'primaryMuscles', 'group'] as const

/** An exercise that says `pinned: false` is as free as one that says nothing. */
const said = (exercise: NormalExercise, key: keyof NormalExercise): string =>
  JSON.stringify(exercise[key] === false ? null : (exercise[key] ?? null))

const namedBy = ({ priorities, pinned, banned, neverPair }: Amendment): Set<string> =>
  new Set([
    ...Object.keys(priorities),
    ...pinned.map(({ exerciseId }) => exerciseId),
    ...banned,
    ...neverPair.flat(),
  ])

export interface CoachsWordChange {
  /** JSON Pointer into the new version. */
  readonly path: string
  readonly message: string
}

/** Every place where `after` changes the coach's word in `before`; the amendment is the one in force. */
export const coachsWordChanges = (
  before: NormalPlan,
  after: NormalPlan,
  amendment: Amendment,
): CoachsWordChange[] => {
  const changes: CoachsWordChange[] = []
  if (before.coachId !== after.coachId) {
    changes.push({ path: '/coachId', message: 'only the coach may hand over or give up a plan' })
  }
  const named = namedBy(amendment)
  const old = placeExercises(before, named)
  const current = placeExercises(after, named)
  for (const [key, { exercise, sessionId, isProtected }] of old) {
    const now = current.get(key)
    if (!now) {
      if (!isProtected) continue
      const message = `the coach protects exercise "${exercise.id}" in session "${sessionId}"; it has to stay`
      changes.push({ path: '/microcycles', message })
      continue
    }
    const keys = isProtected ? [...alwaysTheCoachs, ...identity] : alwaysTheCoachs
    for (const name of keys.filter((name) => said(exercise, name) !== said(now.exercise, name))) {
      const message = `only the coach may change ${name} of exercise "${exercise.id}" in session "${sessionId}"`
      changes.push({ path: `${now.path}/${name}`, message })
    }
    if (!isProtected && now.isProtected && exercise.group !== now.exercise.group) {
      changes.push({
        path: `${now.path}/group`,
        message: 'only the coach may group an exercise with a core lift',
      })
    }
  }
  for (const [key, { exercise, path, isProtected }] of current) {
    if (!isProtected || old.has(key)) continue
    const message = `only the coach may add "${exercise.id}", which would be protected (core, pinned or named by the amendment)`
    changes.push({ path, message })
  }
  return changes
}
