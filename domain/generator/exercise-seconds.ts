/** What exercises cost on the clock. */
import { layoutSeconds, programmedLayout } from '../clock/layout.ts'
import { prepareSession } from '../clock/prepare-session.ts'
import type { NormalExercise } from '../plan/document.ts'

/** Seconds of one exercise done alone: a session is the sum of these, because nothing is grouped. */
export const exerciseSeconds = (exercise: NormalExercise): number =>
  layoutSeconds(
    programmedLayout(prepareSession({ id: '', name: '', dayOfWeek: 1, exercises: [exercise] }, 1)),
  )

/** The first set with its set-up and ramp, and each further one with the rest before it; equal sets cost the same. */
export interface SetTimes {
  readonly firstSeconds: number
  readonly nextSeconds: number
}

export const setTimesOf = (write: (sets: number) => NormalExercise): SetTimes => {
  const firstSeconds = exerciseSeconds(write(1))
  return { firstSeconds, nextSeconds: exerciseSeconds(write(2)) - firstSeconds }
}

/** What `count` more sets cost where there are `from` already. */
export const moreSeconds = ({ firstSeconds, nextSeconds }: SetTimes, from: number, count: number): number =>
  from === 0 ? firstSeconds + (count - 1) * nextSeconds : count * nextSeconds
