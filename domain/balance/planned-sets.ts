/** Plain fractional sets of a session as programmed, by muscle (`cardio` for conditioning), in the order of first use. */
import type { Session } from '../plan/session.ts'
import { fractionalSets } from '../stimulus/fractional-sets.ts'

export const plannedSets = ({ exercises }: Pick<Session, 'exercises'>): Map<string, number> => {
  const sets = new Map<string, number>()
  for (const exercise of exercises) {
    for (const share of fractionalSets(exercise)) {
      sets.set(share.muscle, (sets.get(share.muscle) ?? 0) + share.sets * exercise.workingSets.length)
    }
  }
  return sets
}
