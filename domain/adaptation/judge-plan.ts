/** Whether the plan as a whole asks for an easier week: signs of fatigue over all lifts, each judged by itself. */
import { type Evidence, evidenceOf } from './evidence.ts'
import type { Gathered } from './gather.ts'
import type { Judgement } from './judge-lift.ts'
import { adaptationParameters } from './parameters.ts'
import { median } from './robust.ts'

export type Sign = 'lifts_too_hard' | 'low_readiness' | 'sets_left_undone'

export interface PlanJudgement {
  readonly needsDeload: boolean
  readonly signs: readonly Sign[]
  /** Of the signs that the reports can show at all, those that they show: 0 to 1. */
  readonly agreement: number
  readonly evidence: Evidence
}

const {
  fewestReports,
  windowReports,
  deloadLifts,
  deloadLiftShare,
  deloadOverall,
  lowReadiness,
  lowCompletion,
} = adaptationParameters

/** The numbers over all lifts: a lift's median is one voice, so that a lift with many reports does not outvote the rest. */
const planEvidence = (gathered: Gathered, judged: readonly Judgement[]): Evidence => {
  const completions = gathered.completions.slice(-windowReports.value)
  const overall = evidenceOf({ deviations: [], completions, readiness: gathered.readiness })
  const numbers = (pick: (evidence: Evidence) => number | null): number | null =>
    median(judged.flatMap(({ evidence }) => pick(evidence) ?? [])) ?? null
  return {
    ...overall,
    rpeReports: judged.reduce((sum, { evidence }) => sum + evidence.rpeReports, 0),
    medianDeviation: numbers(({ medianDeviation }) => medianDeviation),
    slopePerWeek: numbers(({ slopePerWeek }) => slopePerWeek),
    from: gathered.earliestDate,
    to: gathered.latestDate,
  }
}

export const judgePlan = (gathered: Gathered, judgements: readonly Judgement[]): PlanJudgement => {
  const judged = judgements.filter(({ evidence }) => evidence.rpeReports >= fewestReports.value)
  const evidence = planEvidence(gathered, judged)
  const tooHard = judged.filter(({ verdict }) => verdict === 'too_hard').length
  const hasEnough = (reports: number): boolean => reports >= fewestReports.value
  const readable: readonly (readonly [sign: Sign, isReadable: boolean, isThere: boolean])[] = [
    ['lifts_too_hard', judged.length >= deloadLifts.value, tooHard >= judged.length * deloadLiftShare.value],
    [
      'low_readiness',
      hasEnough(gathered.readiness.length),
      evidence.readiness !== null && evidence.readiness <= lowReadiness.value,
    ],
    [
      'sets_left_undone',
      hasEnough(evidence.performanceReports),
      evidence.completion !== null && evidence.completion < lowCompletion.value,
    ],
  ]
  const known = readable.filter(([, isReadable]) => isReadable)
  const signs = known.filter(([, , isThere]) => isThere).map(([sign]) => sign)
  const isPlain = signs.includes('lifts_too_hard') && (evidence.medianDeviation ?? 0) >= deloadOverall.value
  return {
    needsDeload: signs.length >= 2 || isPlain,
    signs,
    agreement: known.length === 0 ? 0 : signs.length / known.length,
    evidence,
  }
}
