/** How the oracle says what is done in a session: segments of exercises, each with its sets and its rest level. */
import type { SessionExercise } from '../../../../domain/plan/session.ts'

export interface Doing {
  readonly exercise: SessionExercise
  /** Retained working sets. */
  readonly sets: number
  /** The rest level in force: r, or the short rest. */
  readonly restSeconds: number
  /** The ramp is cut to its last set. */
  readonly rampCut: boolean
}

/**
 * - `single`: one exercise by itself
 * - `new_group`: accessories that the compressor put together
 * - `programmed_group`: a group as the coach wrote it, its rests as programmed
 */
export interface DoingSegment {
  readonly kind: 'single' | 'new_group' | 'programmed_group'
  readonly members: readonly Doing[]
}

export const asProgrammed = (exercise: SessionExercise, sets = exercise.workingSets.length): Doing => ({
  exercise,
  sets,
  restSeconds: exercise.restSeconds,
  rampCut: false,
})

/** Runs of exercises under one group label, everything else alone; a run of one is no group. */
export const programmedUnits = (exercises: readonly SessionExercise[]): SessionExercise[][] => {
  const units: SessionExercise[][] = []
  for (const exercise of exercises) {
    const open = units.at(-1)
    if (open !== undefined && exercise.group !== null && open[0]?.group === exercise.group)
      open.push(exercise)
    else units.push([exercise])
  }
  return units
}

/** The session, or what is left of it, exactly as its coach wrote it. */
export const programmedSegments = (exercises: readonly SessionExercise[]): DoingSegment[] =>
  programmedUnits(exercises).map((unit) => ({
    kind: unit.length > 1 ? 'programmed_group' : 'single',
    members: unit.map((exercise) => asProgrammed(exercise)),
  }))
