/** One set more or fewer than lately, in the weeks ahead that have as many as lately, as far as the coach's word lets it go. */
import type { Amendment } from '../amendment/amendment.ts'
import { workingSetCount } from '../plan/check-sets.ts'
import { fewestSets, mostSets } from './coach-bounds.ts'
import type { Place } from './future-weeks.ts'
import type { LiftReports } from './gather.ts'
import { referenceSets } from './judge-lift.ts'
import type { PlanChange } from './proposal.ts'
import type { WeeklyVolume } from './weekly-volume.ts'

/** Why nothing changes: no week is left, the weeks ahead differ already, the bounds are met, the muscle's week is full. */
export type Blocked = 'no_weeks' | 'differs' | 'bounds' | 'volume'

export interface SetChanges {
  readonly changes: readonly PlanChange[]
  /** Only where there are no changes. */
  readonly blocked: Blocked | null
}

const change = ({ week, session, exercise }: Place, after: number): PlanChange => ({
  weekNumber: week.weekNumber,
  sessionId: session.id,
  exerciseId: exercise.id,
  field: 'sets',
  before: workingSetCount(exercise),
  after,
})

const outcome = (places: readonly Place[], changes: readonly PlanChange[], reason: Blocked): SetChanges => {
  if (changes.length > 0) return { changes, blocked: null }
  return { changes, blocked: places.length === 0 ? 'no_weeks' : reason }
}

/**
 * One fewer than lately wherever there are as many or more, so weeks that have fewer already stay as they are. That is
 * also why a cut that was taken is not proposed again.
 */
export const cutChanges = (places: readonly Place[], lift: LiftReports, amendment: Amendment): SetChanges => {
  const full = places.filter(({ session, exercise }) => {
    const lately = referenceSets(lift, session.dayOfWeek)
    return lately !== undefined && workingSetCount(exercise) >= lately
  })
  const changes = full.flatMap((place) => {
    const { session, exercise } = place
    const lately = referenceSets(lift, session.dayOfWeek) ?? workingSetCount(exercise)
    const after = Math.max(fewestSets(session, exercise, amendment), lately - 1)
    return after < workingSetCount(exercise) ? [change(place, after)] : []
  })
  return outcome(places, changes, full.length === 0 ? 'differs' : 'bounds')
}

/** One more than lately where there are as many as lately; more are the plan's own progression, fewer its own rest. */
export const addChanges = (
  places: readonly Place[],
  lift: LiftReports,
  amendment: Amendment,
  volume: WeeklyVolume,
): SetChanges => {
  const same = places.filter(
    ({ session, exercise }) => workingSetCount(exercise) === referenceSets(lift, session.dayOfWeek),
  )
  const allowed = same.filter(
    ({ session, exercise }) => workingSetCount(exercise) < mostSets(session, exercise, amendment),
  )
  const changes = allowed
    .filter(({ week, exercise }) => volume.takeOneSet(week.weekNumber, exercise))
    .map((place) => change(place, workingSetCount(place.exercise) + 1))
  if (same.length === 0) return outcome(places, changes, 'differs')
  return outcome(places, changes, allowed.length === 0 ? 'bounds' : 'volume')
}
