/** The clock of an exercise done alone: set-up, ramp, sets, and the rests between them. */
import type { Dose } from './dose.ts'
import { type Timing, timingOf } from './timing.ts'

export const singleTiming = (dose: Dose): Timing =>
  timingOf(
    dose.exercise.setupSeconds,
    dose.rampWorkSeconds + dose.workSeconds,
    dose.rampRestSeconds + dose.restsBetweenSeconds,
  )

export const singleSeconds = (dose: Dose): number =>
  dose.exercise.setupSeconds +
  dose.rampWorkSeconds +
  dose.workSeconds +
  dose.rampRestSeconds +
  dose.restsBetweenSeconds
