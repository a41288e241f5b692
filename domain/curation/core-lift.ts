/**
 * When a movement may carry the tag `core-lift`. The tag makes it core in every plan that names it without a role, and
 * core lifts are what compression leaves alone: a wrong tag would cost somebody their accessories.
 */
import type { MovementPattern } from '../movements/movement.ts'
import { coreLiftTag } from '../movements/tags.ts'
import type { Fault } from '../plan/faults.ts'
import type { MovementDraft } from './movement-draft.ts'

/** The patterns whose barbell lifts strength programmes are built on. */
const corePatterns: ReadonlySet<MovementPattern> = new Set([
  'squat',
  'hinge',
  'horizontal_push',
  'vertical_push',
  'horizontal_pull',
  'olympic',
])

/** Only what is said is judged: an open field is the next editor's to fill, and review sees it filled. */
const objections = ({ mechanic, equipment, pattern }: MovementDraft): string[] => [
  ...(mechanic === 'isolation' ? ['it is an isolation'] : []),
  ...(equipment !== null && equipment !== 'barbell' ? [`its equipment is ${equipment}`] : []),
  ...(pattern !== null && !corePatterns.has(pattern) ? [`its pattern is ${pattern}`] : []),
]

export const coreLiftFaults = (draft: MovementDraft): Fault[] => {
  const at = draft.tags.indexOf(coreLiftTag)
  const why = at < 0 ? [] : objections(draft)
  if (why.length === 0) return []
  const patterns = [...corePatterns].join(', ')
  return [
    {
      path: `/tags/${at}`,
      kind: 'invalid',
      message: `${coreLiftTag} is for compound barbell lifts of the patterns ${patterns}; ${why.join(', ')}`,
    },
  ]
}
