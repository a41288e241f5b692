/** Alternatives from the movement library for an exercise of a plan: as for a day without its equipment, but for good. */
import { alternativesOf } from '../movements/alternatives.ts'
import type { Movement } from '../movements/movement.ts'
import { isTimed } from '../movements/tags.ts'
import { type MovementNames, type Wanted, wantedOfExercise } from '../movements/wanted.ts'
import type { FindAlternatives } from './swap-changes.ts'

/** One more step is a challenge, two are a risk; who is lost at an advanced movement needs no other. */
const isTooHard = (wanted: Wanted, { level }: Movement): boolean =>
  level === 'advanced' && wanted.level !== 'advanced' && wanted.level !== 'intermediate'

/** The rest that a mechanic implies stays with it, and what is counted in repetitions is not replaced by a hold. */
export const alternativesIn =
  (library: MovementNames & { all(): readonly Movement[] }): FindAlternatives =>
  (exercise) => {
    const wanted = wantedOfExercise(exercise, library)
    return alternativesOf(
      wanted,
      library.all(),
      (movement) =>
        (wanted.mechanic === undefined || movement.mechanic === wanted.mechanic) &&
        (wanted.isTimed || !isTimed(movement)) &&
        !isTooHard(wanted, movement),
    )
  }
