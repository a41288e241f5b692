/** A10 no needless change and A11 honesty: the outcome, and every second that the answer reports. */
import type { Segment, SessionAnswer } from '../../../../domain/compressor/answer.ts'
import { type Audited, isAsProgrammed } from './audit-protection.ts'
import {
  originalSeconds,
  pauseSeconds,
  rampOf,
  roundsOf,
  segmentSeconds,
  sessionSeconds,
  workOf,
} from './clock.ts'
import { type DoingSegment, programmedSegments } from './doing.ts'
import { retainedSets } from './retained-sets.ts'
import { pairClass } from './value.ts'

export const noNeedlessChange = (
  { segments, rules, budgetSeconds }: Audited,
  { outcome }: SessionAnswer,
): string[] => {
  const left = programmedSegments(rules.units.flat())
  if (sessionSeconds(left) > budgetSeconds) {
    return outcome === 'unchanged' ? ['A10: unchanged, though it does not fit'] : []
  }
  const expected = rules.hasBanned ? 'compressed' : 'unchanged'
  const shape = (list: readonly DoingSegment[]): string =>
    list
      .map(({ kind, members }) => `${kind}:${members.map(({ exercise }) => exercise.id)}`)
      .sort()
      .join()
  const untouched =
    shape(segments) === shape(left) && segments.every(({ members }) => members.every(isAsProgrammed))
  return [
    ...(outcome === expected ? [] : [`A10: ${outcome} where it should be ${expected}`]),
    ...(untouched ? [] : ['A10: changed, though it fits']),
  ]
}

const kindOf = ({ kind, members }: DoingSegment): Segment['kind'] => {
  if (kind === 'programmed_group') return kind
  if (kind === 'new_group') return members.length === 2 ? 'accessory_superset' : 'accessory_block'
  const { role } = members[0]!.exercise
  return role === 'core' ? 'core_lift' : role === 'accessory' ? 'accessory_single' : role
}

const worstFirst = ['same_primary', 'shared_synergist', 'non_competing', 'antagonist'] as const

const segmentTiming = (segment: DoingSegment, said: Segment): string[] => {
  const { kind, members } = segment
  const totalSeconds = segmentSeconds(segment)
  const setupSeconds = members.reduce((sum, { exercise }) => sum + exercise.setupSeconds, 0)
  const workSeconds = members.reduce(
    (sum, doing) => sum + workOf(rampOf(doing)) + workOf(retainedSets(doing.exercise, doing.sets)),
    0,
  )
  const timing = {
    setupSeconds,
    workSeconds,
    restSeconds: totalSeconds - setupSeconds - workSeconds,
    totalSeconds,
  }
  const complaints = Object.entries(timing)
    .filter(([name, seconds]) => said.timing[name as keyof typeof timing] !== seconds)
    .map(([name, seconds]) => `A11: ${said.id} ${name} should be ${seconds}`)
  if (said.kind !== kindOf(segment)) complaints.push(`${said.id} should be ${kindOf(segment)}`)
  if (kind === 'single') return complaints
  if (said.rounds !== roundsOf(members)) complaints.push(`${said.id}: its rounds are wrong`)
  if (kind === 'programmed_group') return complaints
  const classes = members.flatMap(({ exercise }, index) =>
    members.slice(index + 1).map((other) => pairClass(exercise, other.exercise)),
  )
  if (said.pairing !== worstFirst.find((name) => classes.includes(name)))
    complaints.push(`${said.id}: wrong class`)
  if (said.roundRestSeconds !== pauseSeconds(members)) complaints.push(`${said.id}: wrong pause`)
  return complaints
}

export const honesty = (audited: Audited, answer: SessionAnswer, minimumSeconds: number): string[] => {
  const { segments, rules, budgetSeconds } = audited
  const duration = sessionSeconds(segments)
  const fits = duration <= budgetSeconds
  const expectations: [boolean, string][] = [
    [answer.originalDurationSeconds === originalSeconds(rules.session), 'the original duration'],
    [answer.compressedDurationSeconds === duration, `the duration, ${duration}`],
    [answer.meetsTimeConstraint === fits, 'meetsTimeConstraint'],
    [(answer.outcome === 'unmet') === !fits, 'the outcome'],
    [answer.minimumAchievableSeconds === minimumSeconds, `the minimum, ${minimumSeconds}`],
    [answer.segments.every(({ order }, index) => order === index + 1), 'the numbering of segments'],
    [answer.amendment.every(({ held }) => held), 'an article'],
  ]
  return [
    ...expectations.filter(([holds]) => !holds).map(([, what]) => `A11: ${what} is wrong`),
    ...segments.flatMap((segment, index) => segmentTiming(segment, answer.segments[index]!)),
  ]
}
