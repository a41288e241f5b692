/** Where an answer of the compressor differs from the oracle's: value, strength, seconds, and the plan itself. */
import type { SessionAnswer } from '../../../../domain/compressor/answer.ts'
import type { DoingSegment } from './doing.ts'
import { enumerateAnswer, type OracleAnswer } from './enumerate.ts'
import type { RandomCase } from './random-session.ts'
import { readAnswer } from './read-answer.ts'
import { readRules } from './rules.ts'
import { sizeValue, strengthValue } from './value.ts'

/** One line a segment, in an order of its own: the page's order is the auditor's concern. */
export const planOf = (segments: readonly DoingSegment[]): string[] =>
  segments
    .map(({ kind, members }) => {
      const doings = members.map(
        ({ exercise, sets, restSeconds, rampCut }) =>
          `${exercise.id} ${sets}@${restSeconds}${rampCut ? ' last ramp set' : ''}`,
      )
      return `${kind}: ${doings.join(', ')}`
    })
    .sort()

const outcomeOf = ({ answer }: OracleAnswer): SessionAnswer['outcome'] =>
  answer === 1 ? 'unchanged' : answer === 5 ? 'unmet' : 'compressed'

export const differences = (
  { session, amendment, targetMinutes }: RandomCase,
  answer: SessionAnswer,
): string[] => {
  const oracle = enumerateAnswer(session, amendment, targetMinutes)
  const { segments } = readAnswer(session, answer)
  const size = sizeValue(segments, readRules(session, amendment).priorityOf)
  const strength = strengthValue(segments)
  const minimumSeconds = answer.minimumAchievableSeconds
  const plan = planOf(segments).join('; ')
  const expectedPlan = planOf(oracle.segments).join('; ')
  const found: [boolean, string][] = [
    [answer.outcome === outcomeOf(oracle), `${answer.outcome}, but answer ${oracle.answer}`],
    [Math.abs(size - oracle.size) <= 1e-9, `V ${size}, but ${oracle.size}`],
    [Math.abs(strength - oracle.strength) <= 1e-9, `G ${strength}, but ${oracle.strength}`],
    [
      answer.compressedDurationSeconds === oracle.durationSeconds,
      `${answer.compressedDurationSeconds} s, but ${oracle.durationSeconds} s`,
    ],
    [minimumSeconds === oracle.minimumSeconds, `minimum ${minimumSeconds}, but ${oracle.minimumSeconds}`],
    [answer.optimality.proven && answer.optimality.gap === 0, 'not proven'],
    [plan === expectedPlan, `${plan}\nbut ${expectedPlan}`],
  ]
  return found.filter(([same]) => !same).map(([, difference]) => difference)
}
