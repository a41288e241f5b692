/** What bounds the rest of the session, in the auditor's own words: A8 coach's word and A9 sense. */
import type { SessionExercise } from '../../../../domain/plan/session.ts'
import { type Audited, doingOf } from './audit-protection.ts'
import type { DoingSegment } from './doing.ts'
import { fewestRounds, fewestSets, isCore, isPinned, isProtected, mayGroup, type Rules } from './rules.ts'

const groupOf = (unit: readonly SessionExercise[], segments: readonly DoingSegment[]) =>
  segments.find(
    ({ kind, members }) =>
      kind === 'programmed_group' && members.some(({ exercise }) => exercise.id === unit[0]!.id),
  )

const programmedGroup = (
  unit: readonly SessionExercise[],
  segments: readonly DoingSegment[],
  rules: Rules,
): string[] => {
  const ids = unit.map(({ id }) => id).join()
  const group = groupOf(unit, segments)
  if (group === undefined) {
    const strays = unit.filter(({ id }) => doingOf(segments, id) !== undefined)
    if (strays.length > 0) return [`A8: the programmed group ${ids} is split`]
    return isPinned(unit, rules) ? [`A8: the group ${ids} holds a pin and is gone`] : []
  }
  if (group.members.map(({ exercise }) => exercise.id).join() !== ids)
    return [`A8: the group ${ids} is not whole`]
  const rounds = Math.max(...group.members.map(({ sets }) => sets))
  const even = group.members.every(
    ({ exercise, sets }) => sets === Math.min(exercise.workingSets.length, rounds),
  )
  if (!even) return [`A8: the group ${ids} is not trimmed by rounds`]
  return rounds < fewestRounds(unit, rules) ? [`A8: the group ${ids} has too few rounds`] : []
}

export const coachsWord = ({ segments, rules }: Audited): string[] => [
  ...rules.session.exercises
    .filter(({ id }) => rules.amendment.banned.includes(id) && doingOf(segments, id) !== undefined)
    .map(({ id }) => `A8: ${id} is banned and stays`),
  ...rules.units.flat().flatMap((exercise) => {
    const pin = rules.pinOf(exercise)
    const sets = doingOf(segments, exercise.id)?.sets ?? 0
    return pin !== null && sets < pin ? [`A8: ${exercise.id} has fewer sets than its pin`] : []
  }),
  ...rules.units
    .filter((unit) => unit.length > 1 && !isProtected(unit))
    .flatMap((unit) => programmedGroup(unit, segments, rules)),
]

const newGroup = ({ members }: DoingSegment, rules: Rules): string[] => {
  const ids = members.map(({ exercise }) => exercise.id)
  // The rules know which groups the bans have dissolved; the session's own exercises do not.
  const exercises = ids.flatMap((id) => rules.units.flat().filter((exercise) => exercise.id === id))
  const counts = members.map(({ sets }) => sets)
  if (members.length < 2 || members.length > 3) return [`A9: ${ids} is no group of two or three`]
  if (Math.max(...counts) - Math.min(...counts) > 1) return [`A9: the sets of ${ids} are too unequal`]
  return mayGroup(exercises, rules) ? [] : [`A8, A9: ${ids} may not be grouped`]
}

export const sense = ({ segments, rules }: Audited): string[] => [
  ...segments.filter(({ kind }) => kind === 'new_group').flatMap((group) => newGroup(group, rules)),
  ...rules.units
    .filter((unit) => unit.length === 1 && !isCore(unit[0]!))
    .flat()
    .flatMap((exercise) => {
      const sets = doingOf(segments, exercise.id)?.sets
      return sets !== undefined && sets < fewestSets(exercise, rules)
        ? [`A9: ${exercise.id} has fewer sets than its floor`]
        : []
    }),
]
