/** What happened to an exercise, in the words of a change record. */
import type { ChangeKind } from './answer.ts'
import type { Placement } from './placement.ts'

/** Several may hold; "kept" where nothing changed, "dropped" where the exercise is out. */
export const changeKinds = (now: Placement | undefined): ChangeKind[] => {
  if (now === undefined) return ['dropped']
  const { dose, segment } = now
  const kinds: ChangeKind[] = []
  if (dose.retained.length < dose.exercise.workingSets.length) kinds.push('trimmed')
  if (segment.kind === 'accessory_superset') kinds.push('paired')
  if (segment.kind === 'accessory_block') kinds.push('blocked')
  if (dose.level === 'short') kinds.push('rest_shortened')
  if (dose.rampSets < dose.exercise.warmupSets.length) kinds.push('ramp_cut')
  return kinds.length === 0 ? ['kept'] : kinds
}
