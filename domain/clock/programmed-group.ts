/** The clock of a group that the coach programmed: rounds in order, with the rests that the coach wrote. */
import type { Dose } from './dose.ts'
import { changeoverSeconds } from './station.ts'
import { type Timing, timingOf } from './timing.ts'

/**
 * After each set its exercise's own rest if one is written, else the changeover to the next exercise of the round;
 * after a round's last set that exercise's rest; nothing after the very last set. `doses` in programmed order.
 */
export const programmedGroupTiming = (doses: readonly Dose[]): Timing => {
  let setup = 0
  let work = 0
  let rest = 0
  for (const dose of doses) {
    setup += dose.exercise.setupSeconds
    work += dose.rampWorkSeconds + dose.workSeconds
    rest += dose.rampRestSeconds
  }
  const rounds = Math.max(...doses.map((dose) => dose.retained.length))
  for (let round = 0; round < rounds; round += 1) {
    const members = doses.filter((dose) => dose.retained.length > round)
    for (const [position, { exercise }] of members.entries()) {
      const next = members[position + 1]
      if (next !== undefined) {
        rest += exercise.ownRestSeconds ?? changeoverSeconds(exercise.station, next.exercise.station)
      } else if (round < rounds - 1) {
        rest += exercise.restSeconds
      }
    }
  }
  return timingOf(setup, work, rest)
}
