/** What a search decides about: the items of a session. */
import type { SessionRules } from '../../amendment/session-rules.ts'
import type { SessionExercise } from '../../plan/session.ts'

/** One thing to decide about: a single exercise, or a programmed group without a core lift. */
export interface Item {
  readonly exercises: readonly SessionExercise[]
  readonly mustStay: boolean
  /** Whether it may take part in new groups. */
  readonly groupable: boolean
  /** Place in the programme: the order inside a group, whatever the order of the search. */
  readonly place: number
}

/** Rests that it has as programmed, in seconds. */
const restedSeconds = ({ exercises: [first] }: Item): number => first!.workingSets.length * first!.restSeconds

/**
 * The items of a session: pinned exercises and, unless `pinnedOnly`, everything else that is neither core nor in a
 * protected group; warm-ups and cool-downs only where pinned (the others come back into what time is left).
 */
export const searchItems = (rules: SessionRules, pinnedOnly = false): Item[] => {
  const items: Item[] = []
  for (const unit of rules.units) {
    const first = unit[0]!
    if (rules.isProtected(first.id) || first.role === 'core') continue
    const mustStay = unit.some((exercise) => rules.of(exercise.id).pinnedSets !== null)
    const optional = first.role !== 'warmup' && first.role !== 'cooldown' && !pinnedOnly
    if (!mustStay && !optional) continue
    items.push({
      exercises: unit,
      mustStay,
      groupable: unit.length === 1 && first.role === 'accessory',
      place: items.length,
    })
  }
  // The subset table covers the last items: those that rest most, which gain most from being grouped.
  return [
    ...items.filter((item) => !item.groupable),
    ...items.filter((item) => item.groupable).sort((a, b) => restedSeconds(a) - restedSeconds(b)),
  ]
}
