/** An exercise to work examples by hand with: what is not named is plain. */
import type { SessionExercise, TimedSet } from '../../../../domain/plan/session.ts'

export const set = (
  workSeconds: number,
  restSeconds: number,
  words: TimedSet['prescription'] = {},
): TimedSet => ({
  prescription: words,
  workSeconds,
  restSeconds,
})

/** `sets` times 8 repetitions (29 s) with the rest of the exercise, unless other sets are given. */
export const exercise = (
  id: string,
  words: Partial<SessionExercise> & { sets?: number } = {},
): SessionExercise => {
  const { sets = 3, ...given } = words
  const restSeconds = given.restSeconds ?? 120
  return {
    id,
    name: id,
    role: 'accessory',
    priority: 'normal',
    pinnedSets: null,
    primaryMuscles: ['chest'],
    secondaryMuscles: [],
    mechanic: 'compound',
    station: 'none',
    setupSeconds: 45,
    restSeconds,
    ownRestSeconds: null,
    group: null,
    warmupSets: [],
    workingSets: Array.from({ length: sets }, () => set(29, restSeconds, { reps: 8 })),
    ...given,
  }
}
