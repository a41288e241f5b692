/** An easier week: half the sets, further from failure, as far as the coach's word lets it go. Loads stay. */
import type { Amendment } from '../amendment/amendment.ts'
import { workingSetCount } from '../plan/check-sets.ts'
import type { NormalMicrocycle } from '../plan/document.ts'
import { deloadRpe } from './change-exercise.ts'
import { fewestSets, isAroundCore } from './coach-bounds.ts'
import { type Place, placesIn } from './future-weeks.ts'
import { adaptationParameters } from './parameters.ts'
import type { PlanChange } from './proposal.ts'
import { writtenRpe } from './target-rpe.ts'

const placeChanges = ({ week, session, exercise }: Place, amendment: Amendment): PlanChange[] => {
  // A coach's group around a core lift stays as programmed, and what is banned is not done anyway.
  if (isAroundCore(session, exercise) || amendment.banned.includes(exercise.id)) return []
  const at = { weekNumber: week.weekNumber, sessionId: session.id, exerciseId: exercise.id }
  const sets = workingSetCount(exercise)
  const half = Math.ceil(sets * adaptationParameters.deloadSetShare.value)
  const fewer = Math.max(half, fewestSets(session, exercise, amendment))
  const rpe = writtenRpe(exercise)
  const easier = rpe === undefined ? undefined : deloadRpe(rpe)
  return [
    ...(fewer < sets ? [{ ...at, field: 'sets' as const, before: sets, after: fewer }] : []),
    ...(rpe !== undefined && easier !== undefined && easier < rpe
      ? [{ ...at, field: 'rpe' as const, before: rpe, after: easier }]
      : []),
  ]
}

/** Empty where nothing may get easier: a mark alone would be no deload. */
export const deloadChanges = (week: NormalMicrocycle, amendment: Amendment): PlanChange[] => {
  const lifts = [...placesIn([week]).values()].flat().flatMap((place) => placeChanges(place, amendment))
  if (lifts.length === 0) return []
  const at = { weekNumber: week.weekNumber, sessionId: null, exerciseId: null }
  return [{ ...at, field: 'deload', before: false, after: true }, ...lifts]
}
