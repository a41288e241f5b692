/** The clock of a new superset or block: partners work while each muscle rests, so the pause after a round shrinks. */
import { clockParameters } from '../parameters.ts'
import type { Dose } from './dose.ts'
import { changeoverSeconds } from './station.ts'
import { type Timing, timingOf } from './timing.ts'

const mostSets = (doses: readonly Dose[]): number => {
  let most = 0
  for (const dose of doses) most = Math.max(most, dose.retained.length)
  return most
}

/** Changeovers of one round (0, 1, 2 …): only members with a set left take part. */
const roundChangeoverSeconds = (doses: readonly Dose[], round: number): number => {
  let seconds = 0
  let previous: Dose | null = null
  for (const dose of doses) {
    if (dose.retained.length <= round) continue
    if (previous !== null) seconds += changeoverSeconds(previous.exercise.station, dose.exercise.station)
    previous = dose
  }
  return seconds
}

/**
 * The pause after each round but the last: long enough that every member gets its rest level, counting its
 * partners' work and the changeovers, and never under the minimum.
 */
export const roundPauseSeconds = (doses: readonly Dose[]): number => {
  let partnersWork = roundChangeoverSeconds(doses, 0)
  for (const dose of doses) partnersWork += dose.shortestWorkSeconds
  let pause =
    doses.length > 2
      ? clockParameters.minimumPauseBlockSeconds.value
      : clockParameters.minimumPauseSupersetSeconds.value
  for (const dose of doses) {
    pause = Math.max(pause, dose.restSeconds - (partnersWork - dose.shortestWorkSeconds))
  }
  return pause
}

/** `doses` in programmed order. */
export const newGroupTiming = (doses: readonly Dose[]): Timing => {
  const rounds = mostSets(doses)
  let setup = 0
  let work = 0
  let rest = (rounds - 1) * roundPauseSeconds(doses)
  for (const dose of doses) {
    setup += dose.exercise.setupSeconds
    work += dose.rampWorkSeconds + dose.workSeconds
    rest += dose.rampRestSeconds
  }
  for (let round = 0; round < rounds; round += 1) rest += roundChangeoverSeconds(doses, round)
  return timingOf(setup, work, rest)
}

/** The total of `newGroupTiming`, without allocating: the search asks for thousands. */
export const newGroupSeconds = (doses: readonly Dose[]): number => {
  const rounds = mostSets(doses)
  let seconds = (rounds - 1) * roundPauseSeconds(doses)
  for (const dose of doses) {
    seconds += dose.exercise.setupSeconds + dose.rampWorkSeconds + dose.workSeconds + dose.rampRestSeconds
  }
  for (let round = 0; round < rounds; round += 1) seconds += roundChangeoverSeconds(doses, round)
  return seconds
}
