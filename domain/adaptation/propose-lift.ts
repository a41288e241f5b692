/** What follows for one lift: a set more or fewer, another movement, or to go on as it is, with the reason. */
import type { Amendment } from '../amendment/amendment.ts'
import type { LiftAnalysis } from './analyses.ts'
import { confidenceIn, hundredths } from './confidence.ts'
import type { Place } from './future-weeks.ts'
import type { LiftReports } from './gather.ts'
import { adaptationParameters } from './parameters.ts'
import { type PlanChange, type Proposal, type ProposalKind, proposalId } from './proposal.ts'
import { holdReason, setReason, swapReason, weeksOf } from './sentences.ts'
import { addChanges, type Blocked, cutChanges } from './set-changes.ts'
import { type Alternative, type FindAlternatives, findSwap, type SwapRules } from './swap-changes.ts'
import type { WeeklyVolume } from './weekly-volume.ts'

export interface LiftContext {
  /** Places by exercise id, in all weeks ahead and in those up to the next deload. */
  readonly ahead: ReadonlyMap<string, readonly Place[]>
  readonly inBlock: ReadonlyMap<string, readonly Place[]>
  readonly amendment: Amendment
  readonly today: string
  readonly isCoached: boolean
  readonly deloadComes: boolean
  readonly volume: WeeklyVolume
  readonly rules: SwapRules
  readonly findAlternatives: FindAlternatives
}

const write = (
  kind: ProposalKind,
  lift: LiftAnalysis,
  { today }: LiftContext,
  content: { reason: string; changes: readonly PlanChange[]; replacement?: Alternative },
): Proposal => {
  const { exerciseId, name, evidence, agreement } = lift
  const target = { name, exerciseId }
  return {
    ...content,
    id: proposalId({ kind, target, ...content }),
    kind,
    target,
    evidence,
    confidence: confidenceIn(evidence, agreement, today),
    needsCoach: false,
  }
}

const hold = (lift: LiftAnalysis, context: LiftContext, obstacle: Blocked | 'deload' | null): Proposal[] => {
  const { name, evidence, verdict } = lift
  if (verdict === 'unknown') return []
  return [
    write('hold', lift, context, { reason: holdReason(name, evidence, verdict, obstacle), changes: [] }),
  ]
}

/** Another movement, where a lift is skipped, or is too hard at as few sets as it may have. */
const swap = (lift: LiftAnalysis, places: readonly Place[], context: LiftContext): Proposal[] => {
  const found = findSwap(places, context.rules, context.findAlternatives)
  if (!found) return []
  const { changes, replacement } = found
  const { movement, reasons } = replacement
  const weeks = weeksOf(changes.slice(0, 1))
  const reason = swapReason(lift.name, lift.evidence, { to: movement.name, reasons, weeks })
  const proposal = write('swap', lift, context, { reason, changes, replacement })
  return [
    {
      ...proposal,
      confidence: hundredths(proposal.confidence * adaptationParameters.swapWeight.value),
      // Of a lift that nobody pinned or named only a core lift is the coach's word.
      needsCoach: context.isCoached && places.some(({ exercise }) => exercise.role === 'core'),
    },
  ]
}

const proposeLess = (lift: LiftAnalysis, reports: LiftReports, context: LiftContext): Proposal[] => {
  const { name, exerciseId, evidence } = lift
  const places = context.inBlock.get(exerciseId) ?? []
  const { changes, blocked } = cutChanges(places, reports, context.amendment)
  const isSkipped =
    evidence.completion !== null &&
    evidence.performanceReports >= adaptationParameters.fewestReports.value &&
    evidence.completion < adaptationParameters.skippedCompletion.value
  const swaps =
    isSkipped || blocked === 'bounds' ? swap(lift, context.ahead.get(exerciseId) ?? [], context) : []
  if (blocked === null) {
    const reason = setReason('cut_set', name, evidence, changes)
    return [write('cut_set', lift, context, { reason, changes }), ...swaps]
  }
  return swaps.length > 0 ? swaps : hold(lift, context, blocked)
}

const proposeMore = (lift: LiftAnalysis, reports: LiftReports, context: LiftContext): Proposal[] => {
  if (context.deloadComes) return hold(lift, context, 'deload')
  const { name, exerciseId, evidence } = lift
  const places = context.inBlock.get(exerciseId) ?? []
  const { changes, blocked } = addChanges(places, reports, context.amendment, context.volume)
  if (blocked !== null) return hold(lift, context, blocked)
  const reason = setReason('add_set', name, evidence, changes)
  return [write('add_set', lift, context, { reason, changes })]
}

/** Nothing for what is banned (it is not done), and nothing before there are reports enough. */
export const proposeLift = (lift: LiftAnalysis, reports: LiftReports, context: LiftContext): Proposal[] => {
  if (context.amendment.banned.includes(lift.exerciseId)) return []
  if (lift.verdict === 'unknown') return []
  if (lift.verdict === 'on_target') return hold(lift, context, null)
  return lift.verdict === 'too_easy'
    ? proposeMore(lift, reports, context)
    : proposeLess(lift, reports, context)
}
