/** Alternatives from the movement library for an exercise of a plan: as for a day without its equipment, but for good. */
import { alternativesOf } from '../movements/alternatives.ts'
import type { Movement } from '../movements/movement.ts'
import { canStandIn } from '../movements/stand-in.ts'
import { type MovementNames, wantedOfExercise } from '../movements/wanted.ts'
import type { FindAlternatives } from './swap-changes.ts'

/** For good, the rest that a mechanic implies has to stay too. */
export const alternativesIn =
  (library: MovementNames & { all(): readonly Movement[] }): FindAlternatives =>
  (exercise) => {
    const wanted = wantedOfExercise(exercise, library)
    return alternativesOf(
      wanted,
      library.all(),
      (movement) =>
        (wanted.mechanic === undefined || movement.mechanic === wanted.mechanic) &&
        canStandIn(wanted, movement),
    )
  }
