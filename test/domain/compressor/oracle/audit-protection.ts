/** What protects the core, in the auditor's own words: A1 presence to A5 rest, and A7 warm-up. */
import type { Session } from '../../../../domain/plan/session.ts'
import { sessionSeconds, shortRest } from './clock.ts'
import { asProgrammed, type Doing, type DoingSegment, programmedSegments } from './doing.ts'
import {
  cappedSets,
  fewestSets,
  isCore,
  isPinned,
  isProtected,
  isWarmupOrCooldown,
  type Rules,
} from './rules.ts'

export interface Audited {
  readonly segments: readonly DoingSegment[]
  readonly rules: Rules
  readonly budgetSeconds: number
  readonly unchanged: boolean
}

export const isAsProgrammed = ({ exercise, sets, restSeconds, rampCut }: Doing): boolean =>
  sets === exercise.workingSets.length && restSeconds === exercise.restSeconds && !rampCut

export const doingOf = (segments: readonly DoingSegment[], id: string): Doing | undefined =>
  segments.flatMap(({ members }) => members).find(({ exercise }) => exercise.id === id)

const placeOf = ({ exercises }: Session, id: string): number => exercises.findIndex((one) => one.id === id)

const rankOf = ({ members }: DoingSegment): number => {
  if (members.some(({ exercise }) => isCore(exercise))) return 1
  const role = members[0]?.exercise.role
  return role === 'warmup' ? 0 : role === 'cooldown' ? 3 : 2
}

export const presence = ({ segments, rules }: Audited): string[] =>
  rules.session.exercises
    .filter((exercise) => isCore(exercise) && doingOf(segments, exercise.id) === undefined)
    .map(({ id }) => `A1: core lift ${id} is gone`)

export const order = ({ segments, rules, unchanged }: Audited): string[] => {
  const keys = segments.map((segment) => {
    const places = segment.members.map(({ exercise }) => placeOf(rules.session, exercise.id))
    const sorted = places.every((place, index) => index === 0 || places[index - 1]! < place)
    return { rank: unchanged ? 0 : rankOf(segment), place: places[0] ?? -1, sorted }
  })
  const wrong = keys.some(({ rank, place, sorted }, index) => {
    const before = keys[index - 1]
    const later = before === undefined || rank > before.rank || (rank === before.rank && place > before.place)
    return !sorted || !later
  })
  return wrong ? ['A2: the order is wrong'] : []
}

const coreStandsAlone = ({ kind, members }: DoingSegment): boolean =>
  kind === 'programmed_group' || members.length === 1 || !members.some(({ exercise }) => isCore(exercise))

export const isolation = ({ segments, rules }: Audited): string[] => [
  ...(segments.every(coreStandsAlone) ? [] : ['A3: a core lift is paired']),
  ...rules.units.filter(isProtected).flatMap((unit) => {
    const ids = unit.map(({ id }) => id).join()
    const kept = segments.find(
      ({ kind, members }) =>
        kind === 'programmed_group' && members.map(({ exercise }) => exercise.id).join() === ids,
    )
    return kept?.members.every(isAsProgrammed) ? [] : [`A3: the protected group ${ids} is not whole`]
  }),
]

const loneLifts = (rules: Rules) => rules.units.filter((unit) => unit.length === 1 && isCore(unit[0]!)).flat()

/** Are the unpinned non-core sets gone, but for groups that are protected or hold a pin? */
const nothingElseToGive = ({ segments, rules }: Audited): boolean =>
  rules.units
    .filter((unit) => !isProtected(unit) && !isPinned(unit, rules) && !isCore(unit[0]!))
    .flat()
    .filter((exercise) => doingOf(segments, exercise.id) !== undefined)
    .every((exercise) => !isWarmupOrCooldown(exercise) && isLastOfValue(segments))

/** The one thing of value that stays in a session that has nothing core or pinned. */
const isLastOfValue = (segments: readonly DoingSegment[]): boolean =>
  segments.filter(({ members }) => !isWarmupOrCooldown(members[0]!.exercise)).length === 1

export const workingSets = (audited: Audited): string[] => {
  const { segments, rules, budgetSeconds } = audited
  const wholeFits = sessionSeconds(programmedSegments(rules.units.flat())) <= budgetSeconds
  return loneLifts(rules).flatMap((lift) => {
    const sets = doingOf(segments, lift.id)?.sets ?? 0
    const most = wholeFits ? lift.workingSets.length : cappedSets(lift, rules)
    if (sets > most) return [`A4: ${lift.id} has more sets than its cap`]
    if (sets < fewestSets(lift, rules)) return [`A4: ${lift.id} has fewer sets than its floor`]
    return sets < most && !nothingElseToGive(audited) ? [`A4: ${lift.id} lost a set before others did`] : []
  })
}

export const rest = ({ segments }: Audited): string[] =>
  segments.flatMap(({ kind, members }) =>
    members.flatMap(({ exercise, sets, restSeconds }) => {
      if (restSeconds > exercise.restSeconds) return [`A5: ${exercise.id} rests longer than programmed`]
      if (restSeconds === exercise.restSeconds) return []
      const mayRestShort = exercise.role === 'accessory' && kind !== 'programmed_group'
      return mayRestShort && restSeconds === shortRest(exercise, sets)
        ? []
        : [`A5: ${exercise.id} rests at a level that is not offered`]
    }),
  )

export const warmup = (audited: Audited): string[] => {
  const { segments, rules, budgetSeconds } = audited
  const cut = segments.flatMap(({ members }) => members).filter(({ rampCut }) => rampCut)
  const complaints = cut
    .filter(({ exercise }) => !loneLifts(rules).some(({ id }) => id === exercise.id))
    .map(({ exercise }) => `A7: the ramp of ${exercise.id} is not to be cut`)
  if (cut.length > 0 && !nothingElseToGive(audited)) complaints.push('A7: a ramp was cut before others gave')
  const cuttable = loneLifts(rules).filter(({ warmupSets }) => warmupSets.length > 1)
  const lastOnes = cuttable.slice(cuttable.length - cut.length)
  if (!lastOnes.every(({ id }) => cut.some(({ exercise }) => exercise.id === id))) {
    complaints.push('A7: ramps were not cut from the last lift on')
  }
  const trimmed = loneLifts(rules).some((lift) => {
    const sets = doingOf(segments, lift.id)?.sets ?? 0
    return sets < cappedSets(lift, rules)
  })
  if (trimmed && cut.length < cuttable.length)
    complaints.push('A7: a core set went before all ramps were cut')
  const first = cut[0]
  if (!trimmed && first !== undefined) {
    const uncut = segments.map((segment) =>
      segment.members.includes(first)
        ? { ...segment, members: [asProgrammed(first.exercise, first.sets)] }
        : segment,
    )
    if (sessionSeconds(uncut) <= budgetSeconds) complaints.push('A7: more ramps were cut than needed')
  }
  return complaints
}
