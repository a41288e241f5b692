/** The name of what was used: which kinds of segments an answer is made of. */
import type { SegmentKind } from '../clock/layout.ts'
import type { Outcome, Strategy } from './answer.ts'

/** Over one session or a whole plan; anything that is neither core lift, superset nor block counts as accessory. */
export const strategyOf = (outcomes: readonly Outcome[], kinds: ReadonlySet<SegmentKind>): Strategy => {
  if (outcomes.every((outcome) => outcome === 'unchanged')) return 'unchanged'
  const superset = kinds.has('accessory_superset')
  const block = kinds.has('accessory_block')
  if (superset && block) return 'core_plus_block_and_superset'
  if (block) return 'core_plus_block'
  if (superset) return 'core_plus_superset'
  return [...kinds].some((kind) => kind !== 'core_lift') ? 'core_plus_accessory' : 'core_only'
}
