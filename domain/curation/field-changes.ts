/** What changed between two forms of a draft, field by field. */
import { type DraftField, draftFields, type MovementDraft } from './movement-draft.ts'

export type FieldValue = MovementDraft[DraftField]

export interface FieldChange {
  readonly field: DraftField
  readonly from: FieldValue
  readonly to: FieldValue
}

const isList = (value: FieldValue): value is readonly string[] => Array.isArray(value)

/** Lists in their order: the first alias is the better known one. */
const same = (one: FieldValue, other: FieldValue): boolean =>
  isList(one) && isList(other)
    ? one.length === other.length && one.every((entry, index) => entry === other[index])
    : one === other

const isEmpty = (value: FieldValue): boolean => value === null || (isList(value) && value.length === 0)

/** Without a form before, everything that the new one says is a change, from null. */
export const fieldChanges = (before: MovementDraft | undefined, after: MovementDraft): FieldChange[] =>
  draftFields.flatMap((field) => {
    const to = after[field]
    if (!before) return isEmpty(to) ? [] : [{ field, from: null, to }]
    return same(before[field], to) ? [] : [{ field, from: before[field], to }]
  })
