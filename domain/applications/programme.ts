/**
 * What an application rests on: the exercises of its session, and what the amendment says about them. While that is
 * the same, the application is what the coach would still allow; a change anywhere else in the plan is none to it.
 */
import { type Amendment, defaultAmendment } from '../amendment/amendment.ts'
import type { NormalSession } from '../plan/document.ts'

/** The amendment as far as it bears on these exercises, without what it leaves at its default, in a fixed order. */
const bearing = (amendment: Amendment, ids: ReadonlySet<string>, isSwapped: boolean): [string, unknown][] => {
  const named: Amendment = {
    ...amendment,
    priorities: Object.fromEntries(
      Object.entries(amendment.priorities)
        .filter(([id]) => ids.has(id))
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
    pinned: amendment.pinned.filter(({ exerciseId }) => ids.has(exerciseId)),
    // A swap brings in movements of the library, so a ban of any exercise may be about them.
    banned: amendment.banned.filter((id) => isSwapped || ids.has(id)),
    neverPair: amendment.neverPair.filter((entry) => entry.every((id) => ids.has(id))),
  }
  const defaults = new Map<string, unknown>(Object.entries(defaultAmendment))
  return Object.entries(named)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(defaults.get(field)))
    .sort(([one], [other]) => (one < other ? -1 : 1))
}

/**
 * Equal text for an equal programme. A session's name, week and day, and notes, change nothing of what is done.
 * `isSwapped`: whether exercises were swapped for equipment that is not there.
 */
export const programmeText = (
  { exercises }: NormalSession,
  amendment: Amendment,
  isSwapped: boolean,
): string =>
  JSON.stringify([
    exercises.map(({ notes: _notes, ...exercise }) => exercise),
    bearing(amendment, new Set(exercises.map(({ id }) => id)), isSwapped),
  ])
