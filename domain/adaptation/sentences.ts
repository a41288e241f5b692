/** Reasons in plain words: what was reported, then what follows from it. */
import type { Evidence } from './evidence.ts'
import type { Verdict } from './judge-lift.ts'
import type { PlanJudgement, Sign } from './judge-plan.ts'
import { adaptationParameters } from './parameters.ts'
import type { PlanChange, ProposalKind } from './proposal.ts'
import type { Blocked } from './set-changes.ts'

const tenths = (value: number): string => String(Math.round(Math.abs(value) * 10) / 10)
const percent = (ratio: number): string => `${Math.round(ratio * 100)} %`
const reports = (count: number): string => (count === 1 ? '1 report' : `${count} reports`)

const deviationWords = (deviation: number): string => {
  if (Math.abs(deviation) < 0.05) return 'on its target'
  return `${tenths(deviation)} RPE ${deviation > 0 ? 'above' : 'below'} its target`
}

const trendWords = (slope: number | null): string => {
  if (slope === null || Math.abs(slope) < 0.05) return ''
  return `, ${slope > 0 ? 'rising' : 'falling'} by ${tenths(slope)} a week`
}

/** "3 to 5", "3 and 5", "3, 5 and 8": runs of neighbours are drawn together. */
const weekList = (weeks: readonly number[]): string => {
  const runs: number[][] = []
  for (const week of weeks) {
    const run = runs.at(-1)
    if (run?.at(-1) === week - 1) run.push(week)
    else runs.push([week])
  }
  const parts = runs.flatMap((run) => (run.length > 2 ? [`${run[0]} to ${run.at(-1)}`] : run.map(String)))
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
}

export const weeksOf = (changes: readonly PlanChange[]): string => {
  const weeks = [...new Set(changes.map(({ weekNumber }) => weekNumber))].sort((one, other) => one - other)
  return `${weeks.length === 1 ? 'week' : 'weeks'} ${weekList(weeks)}`
}

/** What was reported of a lift. */
const liftFacts = (name: string, { rpeReports, ...evidence }: Evidence): string => {
  const { medianDeviation, slopePerWeek, completion, performanceReports } = evidence
  const facts: string[] = []
  if (medianDeviation !== null) {
    const trend = trendWords(slopePerWeek)
    facts.push(`was rated ${deviationWords(medianDeviation)}${trend} (median of ${reports(rpeReports)})`)
  }
  if (completion !== null) {
    facts.push(`had ${percent(completion)} of its sets done (${reports(performanceReports)})`)
  }
  return `${name} ${facts.join(' and ')}.`
}

type Judged = Exclude<Verdict, 'unknown'>

const remedies: Readonly<Record<ProblemVerdict, string>> = {
  too_hard: 'lower its load instead',
  left_undone: 'look at what keeps them from being done',
  too_easy: 'raise its load instead',
}
type ProblemVerdict = Exclude<Judged, 'on_target'>

const obstacles: Readonly<Record<Blocked, string>> = {
  no_weeks: 'the plan has no week after those that were reported',
  differs: 'the weeks ahead have another number of sets already',
  bounds: 'it is at the bound that the coach, or good sense, sets',
  volume: 'its muscles have all the sets that a week should hold',
}

const { tooEasy, tooHard } = adaptationParameters

/** Far from target, but of fewer sets, or the other way the last time: nothing follows from that, for good or ill. */
const isAsMeant = ({ medianDeviation }: Evidence): boolean =>
  medianDeviation === null || (medianDeviation > tooEasy.value && medianDeviation < tooHard.value)

/** Why nothing is to be changed: because all is well, or because nothing may be. */
export const holdReason = (
  name: string,
  evidence: Evidence,
  verdict: Judged,
  obstacle: Blocked | 'deload' | null,
): string => {
  const facts = liftFacts(name, evidence)
  if (verdict === 'on_target' || obstacle === null) {
    return `${facts} ${isAsMeant(evidence) ? 'That is as it was meant: keep it.' : 'That is no clear sign: go on as it is.'}`
  }
  if (obstacle === 'deload') return `${facts} An easier week comes first: no set is added until then.`
  const consequence = obstacle === 'differs' ? 'see how they go' : remedies[verdict]
  return `${facts} No set is changed, for ${obstacles[obstacle]}: ${consequence}.`
}

export const setReason = (
  kind: Extract<ProposalKind, 'add_set' | 'cut_set'>,
  name: string,
  evidence: Evidence,
  changes: readonly PlanChange[],
): string => {
  const weeks = weeksOf(changes)
  return kind === 'add_set'
    ? `${liftFacts(name, evidence)} There is room for one set more than lately, in ${weeks}.`
    : `${liftFacts(name, evidence)} One set fewer than lately, in ${weeks}, leaves what can be done well.`
}

export const swapReason = (
  name: string,
  evidence: Evidence,
  swap: { readonly to: string; readonly reasons: readonly string[]; readonly weeks: string },
): string => {
  const advice = `${swap.to} may suit better, from ${swap.weeks} on.`
  return [liftFacts(name, evidence), advice, ...swap.reasons].join(' ')
}

const signWords: Readonly<Record<Sign, (evidence: Evidence) => string>> = {
  lifts_too_hard: ({ medianDeviation }) =>
    `at least half of the judged lifts are too hard (over all ${deviationWords(medianDeviation ?? 0).replace('its', 'their')})`,
  low_readiness: ({ readiness }) => `readiness is ${tenths(readiness ?? 0)} of 5`,
  sets_left_undone: ({ completion }) => `${percent(completion ?? 0)} of the planned sets were done`,
}

export const deloadReason = ({ signs, evidence }: PlanJudgement, week: number): string => {
  const [first = '', ...others] = signs.map((sign) => signWords[sign](evidence))
  const facts = [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(', and ')
  return `${facts}. An easier week ${week}, with about half the sets and loads as they are, lets fatigue pass.`
}
