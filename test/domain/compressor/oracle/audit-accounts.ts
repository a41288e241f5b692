/** What the answer says about itself: value retained, muscles, and one change record an exercise. */
import type { ChangeKind, SessionAnswer } from '../../../../domain/compressor/answer.ts'
import type { SessionExercise } from '../../../../domain/plan/session.ts'
import { type Audited, doingOf } from './audit-protection.ts'
import { segmentSeconds, workOf } from './clock.ts'
import { asProgrammed, type DoingSegment, programmedSegments } from './doing.ts'
import { retainedSets } from './retained-sets.ts'
import { fractionalSet, muscles, segmentStimulus, sizeOf, sizeValue, strengthValue } from './value.ts'

const near = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-9
const ratio = (now: number, programmed: number): number => (programmed === 0 ? 1 : now / programmed)

/** Each exercise's part of a segment's time: by working-set work, rounded down, the remainder to the first. */
const secondsOf = (segments: readonly DoingSegment[]): Map<string, number> => {
  const parts = new Map<string, number>()
  for (const segment of segments) {
    const total = segmentSeconds(segment)
    const works = segment.members.map(({ exercise, sets }) => workOf(retainedSets(exercise, sets)))
    const all = works.reduce((sum, work) => sum + work, 0)
    const shares = works.map((work) => Math.floor((total * work) / all))
    shares[0]! += total - shares.reduce((sum, share) => sum + share, 0)
    for (const [index, { exercise }] of segment.members.entries()) parts.set(exercise.id, shares[index]!)
  }
  return parts
}

const plainSets = (segments: readonly DoingSegment[], muscle: number): number =>
  segments
    .flatMap(({ members }) => members)
    .reduce((sum, { exercise, sets }) => sum + fractionalSet(exercise)[muscle]! * sets, 0)

export const retained = ({ segments, rules }: Audited, { retained }: SessionAnswer): string[] => {
  const before = programmedSegments(rules.session.exercises)
  const size = ratio(sizeValue(segments, rules.priorityOf), sizeValue(before, rules.priorityOf))
  const complaints = muscles.flatMap((muscle, index) => {
    const said = retained.muscles.find((one) => one.muscle === muscle)
    const programmed = plainSets(before, index)
    if (said === undefined) return programmed === 0 ? [] : [`${muscle} is not in the list of muscles`]
    const right = near(said.before, programmed) && near(said.after, plainSets(segments, index))
    return right ? [] : [`the sets for ${muscle} are wrong`]
  })
  if (!near(retained.size, size)) complaints.push(`retained size should be ${size}`)
  const strength = ratio(strengthValue(segments), strengthValue(before))
  if (!near(retained.strength, strength)) complaints.push(`retained strength should be ${strength}`)
  return complaints
}

/** V with this exercise alone as programmed, minus V now. */
const valueLost = (exercise: SessionExercise, { segments, rules }: Audited): number => {
  const now = muscles.map(() => 0)
  const withIt = muscles.map(() => 0)
  const add = (to: number[], amounts: readonly number[], sign: 1 | -1): void => {
    for (const [muscle, amount] of amounts.entries()) to[muscle]! += sign * amount
  }
  for (const segment of segments) {
    add(now, segmentStimulus(segment, rules.priorityOf), 1)
    const own = segment.members.findIndex((member) => member.exercise.id === exercise.id)
    add(withIt, segmentStimulus(segment, rules.priorityOf), 1)
    if (own === -1) continue
    const without = segment.members.map((member, index) => (index === own ? { ...member, sets: 0 } : member))
    add(withIt, segmentStimulus(segment, rules.priorityOf), -1)
    add(withIt, segmentStimulus({ ...segment, members: without }, rules.priorityOf), 1)
  }
  const alone: DoingSegment = { kind: 'single', members: [asProgrammed(exercise)] }
  add(withIt, segmentStimulus(alone, rules.priorityOf), 1)
  return sizeOf(withIt.map((amount) => Math.max(0, amount))) - sizeOf(now)
}

const kindsOf = (exercise: SessionExercise, segments: readonly DoingSegment[]): ChangeKind[] => {
  const doing = doingOf(segments, exercise.id)
  if (doing === undefined) return ['dropped']
  const group = segments.find(({ kind, members }) => kind === 'new_group' && members.includes(doing))
  const kinds: ChangeKind[] = []
  if (doing.sets < exercise.workingSets.length) kinds.push('trimmed')
  if (group !== undefined) kinds.push(group.members.length === 2 ? 'paired' : 'blocked')
  if (doing.restSeconds < exercise.restSeconds) kinds.push('rest_shortened')
  if (doing.rampCut) kinds.push('ramp_cut')
  return kinds.length === 0 ? ['kept'] : kinds
}

export const changes = (audited: Audited, answer: SessionAnswer): string[] => {
  const { segments, rules } = audited
  const before = secondsOf(programmedSegments(rules.session.exercises))
  const after = secondsOf(segments)
  const complaints = rules.session.exercises.flatMap((exercise) => {
    const said = answer.changes.filter(({ exerciseId }) => exerciseId === exercise.id)
    const [change] = said
    if (change === undefined || said.length > 1) return [`${exercise.id} has no change record of its own`]
    const seconds = before.get(exercise.id)! - (after.get(exercise.id) ?? 0)
    const lost = valueLost(exercise, audited)
    const expectations: [boolean, string][] = [
      [change.setsBefore === exercise.workingSets.length, 'sets before'],
      [change.setsAfter === (doingOf(segments, exercise.id)?.sets ?? 0), 'sets after'],
      [change.secondsSaved === seconds, `seconds saved, ${seconds}`],
      [near(change.valueLost, lost), `value lost, ${lost}`],
      [[...change.kinds].sort().join() === kindsOf(exercise, segments).sort().join(), 'kinds'],
      [change.reason.length > 0, 'the reason'],
    ]
    return expectations.filter(([holds]) => !holds).map(([, what]) => `${exercise.id}: wrong ${what}`)
  })
  const saved = answer.changes.reduce((sum, { secondsSaved }) => sum + secondsSaved, 0)
  if (saved !== answer.originalDurationSeconds - answer.compressedDurationSeconds) {
    complaints.push('the seconds saved do not add up')
  }
  return complaints
}
