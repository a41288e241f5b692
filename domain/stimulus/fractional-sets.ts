/** Fractional sets: what one working set counts for each muscle (Pelland et al. 2025). */
import { stimulusParameters } from '../parameters.ts'
import type { SessionExercise } from '../plan/session.ts'

export interface MuscleShare {
  readonly muscle: string
  /** φ: fractional sets a working set. */
  readonly sets: number
}

/**
 * 1 for each primary and 0.5 for each secondary muscle, the secondaries together at most 1.5. Conditioning counts
 * 1 of `cardio`; warm-ups and cool-downs nothing.
 */
export const fractionalSets = (
  exercise: Pick<SessionExercise, 'role' | 'primaryMuscles' | 'secondaryMuscles'>,
): MuscleShare[] => {
  if (exercise.role === 'conditioning') return [{ muscle: 'cardio', sets: 1 }]
  if (exercise.role === 'warmup' || exercise.role === 'cooldown') return []
  const secondary = Math.min(
    stimulusParameters.secondarySet.value,
    stimulusParameters.secondarySetsShared.value / exercise.secondaryMuscles.length,
  )
  return [
    ...exercise.primaryMuscles.map((muscle) => ({ muscle, sets: stimulusParameters.primarySet.value })),
    ...exercise.secondaryMuscles.map((muscle) => ({ muscle, sets: secondary })),
  ]
}
