/** What the articles ask of a laid-out session again and again. */
import type { Dose } from '../clock/dose.ts'
import type { LaidSegment, Layout } from '../clock/layout.ts'
import type { SessionRules } from './session-rules.ts'

export const dosesOf = (layout: Layout): Dose[] => layout.flatMap((segment) => segment.doses)

export const isNewGroup = (segment: LaidSegment): boolean =>
  segment.kind === 'accessory_superset' || segment.kind === 'accessory_block'

/** Whether members of different units are passed off as one group of the coach's. */
export const isInvented = (rules: SessionRules, { kind, doses }: LaidSegment): boolean =>
  kind === 'programmed_group' &&
  !rules.units.some((unit) => doses.every((dose) => unit.some(({ id }) => id === dose.exercise.id)))

/**
 * Whether any set is left that must go before a core lift is touched: of an unpinned exercise that is not core,
 * outside groups that are protected or hold a pin.
 */
export const sparesRemain = (rules: SessionRules, layout: Layout): boolean =>
  layout.some((segment) => {
    const guarded =
      segment.kind === 'programmed_group' &&
      segment.doses.some(
        ({ exercise }) => exercise.role === 'core' || rules.of(exercise.id).pinnedSets !== null,
      )
    return (
      !guarded &&
      segment.doses.some(
        ({ exercise }) => exercise.role !== 'core' && rules.of(exercise.id).pinnedSets === null,
      )
    )
  })
