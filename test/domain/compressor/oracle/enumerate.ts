/**
 * The oracle's answer to one session, by plain enumeration of everything that section 5 allows. Where the page
 * leaves room, it reads: a group of which the bans leave one accessory is an accessory like any other and may be
 * grouped anew; protected groups keep their ramps; the forced exercises of answers 4 and 5 are those of answer 3;
 * "shorter" among ties is judged before warm-ups and cool-downs come back; where nothing of value is left at all,
 * the quickest warm-up or cool-down stays.
 */
import type { Amendment } from '../../../../domain/amendment/amendment.ts'
import type { Session } from '../../../../domain/plan/session.ts'
import { originalSeconds, segmentSeconds, sessionSeconds } from './clock.ts'
import { everyCombination } from './combinations.ts'
import { type DoingSegment, programmedSegments } from './doing.ts'
import { lastResort } from './last-resorts.ts'
import { hasValue, type Problem, problemOf } from './problem.ts'
import { quickestForced } from './quickest.ts'
import { type Rules, readRules } from './rules.ts'
import { bestOf, type Candidate } from './tie-break.ts'
import { sizeOf, sizeValue, strengthValue } from './value.ts'

export interface OracleAnswer {
  readonly answer: 1 | 2 | 3 | 4 | 5
  /** It fits once the banned is out: nothing was chosen, nothing capped. True of answer 1, too. */
  readonly asProgrammed: boolean
  readonly size: number
  readonly strength: number
  readonly durationSeconds: number
  readonly minimumSeconds: number
  readonly segments: readonly DoingSegment[]
}

/** Answer 2, or undefined where it is impossible. */
export const bestCombination = (
  problem: Problem,
  rules: Rules,
  budgetSeconds: number,
): Candidate | undefined => {
  const { fixed, apart, accessories } = problem
  const mustHaveValue =
    !fixed.some(hasValue) && [...apart, ...accessories].some(({ options }) => options.some(hasValue))
  let highest = Number.NEGATIVE_INFINITY
  let candidates: Candidate[] = []
  everyCombination(
    problem,
    rules,
    () => budgetSeconds,
    ({ options, seconds, changed, stimulus }) => {
      const value = sizeOf(stimulus)
      if (value < highest - 1e-9 || (mustHaveValue && value === 0)) return
      highest = Math.max(highest, value)
      candidates.push({ options: [...options], seconds, changed, value, stimulus: [] })
      if (candidates.length > 2000) candidates = candidates.filter((one) => one.value >= highest - 1e-9)
    },
  )
  return bestOf(candidates, rules)
}

const withReturning = (
  segments: readonly DoingSegment[],
  returning: readonly DoingSegment[],
  budgetSeconds: number,
): readonly DoingSegment[] => {
  const kept = [...segments]
  for (const segment of returning) {
    if (sessionSeconds(kept) + segmentSeconds(segment) <= budgetSeconds) kept.push(segment)
  }
  return kept
}

export const enumerateAnswer = (
  session: Session,
  amendment: Amendment,
  targetMinutes: number,
): OracleAnswer => {
  const rules = readRules(session, amendment)
  const budgetSeconds = targetMinutes * 60 - amendment.bufferSeconds
  const problem = problemOf(rules)
  const fixed = problem.fixed.map(({ segment }) => segment)
  const forced = [...fixed, ...quickestForced(problem, rules).map(({ segment }) => segment)]
  const shortest = sessionSeconds(lastResort(forced, rules, Number.NEGATIVE_INFINITY).segments)
  const answerOf = (
    answer: OracleAnswer['answer'],
    segments: readonly DoingSegment[],
    asProgrammed = false,
  ): OracleAnswer => ({
    answer,
    asProgrammed,
    size: sizeValue(segments, rules.priorityOf),
    strength: strengthValue(segments),
    durationSeconds: sessionSeconds(segments),
    minimumSeconds: Math.min(shortest, originalSeconds(session)),
    segments,
  })

  const left = programmedSegments(rules.units.flat())
  if (sessionSeconds(left) <= budgetSeconds) return answerOf(rules.hasBanned ? 2 : 1, left, true)
  const best = bestCombination(problem, rules, budgetSeconds)
  if (best !== undefined) {
    const chosen = [...fixed, ...best.options.map(({ segment }) => segment)]
    const whole = withReturning(chosen, problem.returning, budgetSeconds)
    if (whole.length > 0 || left.length === 0) return answerOf(2, whole)
  }
  const { answer, segments } = lastResort(forced, rules, budgetSeconds)
  return answerOf(answer, segments)
}
