/**
 * From a plan and what was reported of it to proposals. Pure: the day is an argument, the order of the reports does not
 * matter, and nothing that comes in is changed. The plan changes only when somebody applies a proposal.
 */
import type { Amendment } from '../amendment/amendment.ts'
import type { NormalPlan } from '../plan/document.ts'
import { type LiftAnalysis, liftAnalyses, type MuscleAnalysis, muscleAnalyses } from './analyses.ts'
import { freshness, hundredths } from './confidence.ts'
import { deloadChanges } from './deload-changes.ts'
import type { Evidence } from './evidence.ts'
import { futureWeeks, placesIn } from './future-weeks.ts'
import { type Gathered, gather } from './gather.ts'
import { judgePlan, type PlanJudgement } from './judge-plan.ts'
import { adaptationParameters } from './parameters.ts'
import { type Proposal, proposalId } from './proposal.ts'
import { proposeLift } from './propose-lift.ts'
import type { FeedbackReport } from './report.ts'
import { deloadReason } from './sentences.ts'
import { type FindAlternatives, swapRules } from './swap-changes.ts'
import { weeklyVolume } from './weekly-volume.ts'

export interface AdaptationRequest {
  readonly plan: NormalPlan
  readonly amendment: Amendment
  readonly reports: readonly FeedbackReport[]
  /** UTC's calendar day; old reports carry less. */
  readonly today: string
  readonly findAlternatives: FindAlternatives
}

export interface Adaptation {
  readonly generatedFrom: {
    readonly rpeReports: number
    readonly performanceReports: number
    readonly judgedExercises: number
    readonly from: string | null
    readonly to: string | null
    readonly latestWeek: number | null
    readonly weeksToChange: readonly number[]
  }
  readonly analysis: {
    readonly plan: Evidence
    readonly exercises: readonly LiftAnalysis[]
    readonly muscles: readonly MuscleAnalysis[]
  }
  readonly proposals: readonly Proposal[]
}

const proposeDeload = (
  { plan, amendment, today }: AdaptationRequest,
  latestWeek: number | null,
  judgement: PlanJudgement,
): Proposal | undefined => {
  const { next } = futureWeeks(plan, latestWeek)
  if (!judgement.needsDeload || !next || next.deload === true) return undefined
  const changes = deloadChanges(next, amendment)
  if (changes.length === 0) return undefined
  const { evidence, agreement } = judgement
  const target = { name: next.name ?? `Week ${next.weekNumber}`, weekNumber: next.weekNumber }
  const reports = Math.max(evidence.rpeReports, evidence.performanceReports)
  const amount = Math.min(1, reports / adaptationParameters.windowReports.value)
  return {
    id: proposalId({ kind: 'deload', target, changes }),
    kind: 'deload',
    target,
    changes,
    reason: deloadReason(judgement, next.weekNumber),
    evidence,
    confidence: hundredths(amount * agreement * freshness(evidence.to, today)),
    needsCoach: false,
  }
}

const generatedFrom = (gathered: Gathered, lifts: readonly LiftAnalysis[], weeks: readonly number[]) => ({
  rpeReports: gathered.rpeReports,
  performanceReports: gathered.performanceReports,
  judgedExercises: lifts.filter(({ verdict }) => verdict !== 'unknown').length,
  from: gathered.earliestDate,
  to: gathered.latestDate,
  latestWeek: gathered.latestWeek,
  weeksToChange: weeks,
})

export const proposeAdaptations = (request: AdaptationRequest): Adaptation => {
  const { plan, amendment, reports } = request
  const gathered = gather(plan, reports)
  const lifts = liftAnalyses(plan, gathered)
  const judgement = judgePlan(gathered, lifts)
  const weeks = futureWeeks(plan, gathered.latestWeek)
  const deload = proposeDeload(request, gathered.latestWeek, judgement)
  const context = {
    ahead: placesIn(weeks.all),
    inBlock: placesIn(weeks.block),
    amendment,
    today: request.today,
    isCoached: plan.coachId !== undefined,
    deloadComes: deload !== undefined,
    volume: weeklyVolume(weeks.block),
    rules: swapRules(plan, amendment),
    findAlternatives: request.findAlternatives,
  }
  const byLift = lifts.flatMap((lift) => {
    const found = gathered.lifts.get(lift.exerciseId)
    return found ? proposeLift(lift, found, context) : []
  })
  return {
    generatedFrom: generatedFrom(
      gathered,
      lifts,
      weeks.all.map(({ weekNumber }) => weekNumber),
    ),
    analysis: { plan: judgement.evidence, exercises: lifts, muscles: muscleAnalyses(lifts, gathered) },
    proposals: [...(deload ? [deload] : []), ...byLift],
  }
}
