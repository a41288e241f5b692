/** Of a large library, the movements worth weighing: a few of each kind, so that a plan costs the same from 200 or 10,000. */
import type { Movement } from '../movements/movement.ts'
import { levelsAbove } from './available-movements.ts'
import type { TrainingIntent } from './intent.ts'
import { isLoadable } from './manner.ts'

/** More of one kind than any week has places for. */
const mostOfAKind = 8

/** Core lifts first, then the athlete's own level, then what can be loaded, then the seed's taste. */
const rankOf = (movement: Movement, intent: TrainingIntent, taste: ReadonlyMap<string, number>): number =>
  (movement.coreLift ? 0 : 8) +
  2 * levelsAbove(movement, intent) +
  (isLoadable(movement) ? 0 : 1) +
  taste.get(movement.slug)!

/** The first of each kind (pattern and first muscle), in the order given. */
export const shortlist = (
  lifts: readonly Movement[],
  intent: TrainingIntent,
  taste: ReadonlyMap<string, number>,
): readonly Movement[] => {
  const kinds = new Map<string, Movement[]>()
  for (const movement of lifts) {
    const kind = `${movement.pattern} ${movement.primaryMuscles[0]}`
    const alike = kinds.get(kind)
    if (alike === undefined) kinds.set(kind, [movement])
    else alike.push(movement)
  }
  const kept = new Set(
    [...kinds.values()].flatMap((alike) =>
      alike
        .toSorted((one, other) => rankOf(one, intent, taste) - rankOf(other, intent, taste))
        .slice(0, mostOfAKind),
    ),
  )
  return lifts.filter((movement) => kept.has(movement))
}
