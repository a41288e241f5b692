/**
 * Solving a session: the answers for every target, as plain data. This is the part that takes time; it can be done in
 * another thread, kept, and shared by sessions of the same content. `SessionPlanner` turns it into answers.
 */
import type { Amendment } from '../amendment/amendment.ts'
import { doseOf } from '../clock/dose.ts'
import type { Layout, SegmentKind } from '../clock/layout.ts'
import type { Session } from '../plan/session.ts'
import type { Outcome } from './answer.ts'
import { frontierOf } from './frontier.ts'
import type { SearchLimits } from './search/problem.ts'
import { type AnswerStep, SessionCompressor } from './session-compressor.ts'
import { type HoldingArticle, holdingArticles } from './shortfall.ts'

export interface SolvedMember {
  /** Place of the exercise in the session. */
  readonly exercise: number
  readonly sets: number
  readonly short: boolean
  readonly rampSets: number
}

export interface SolvedSegment {
  readonly kind: SegmentKind
  readonly members: readonly SolvedMember[]
}

export interface SolvedStep {
  /** The answer holds from this target on, up to the next step. */
  readonly fromMinutes: number
  /** Which of the five answers of the model it is. */
  readonly step: AnswerStep
  readonly outcome: Outcome
  readonly durationSeconds: number
  readonly optimality: { readonly proven: boolean; readonly gap: number }
  readonly segments: readonly SolvedSegment[]
}

export interface SolvedSession {
  readonly minimumAchievableSeconds: number
  /** The articles that hold the minimum; empty where every target can be met. */
  readonly heldBy: readonly HoldingArticle[]
  /** By rising target; the first starts at the shortest. */
  readonly steps: readonly SolvedStep[]
}

/** Same input, same output, on any machine: the work is bounded by counted steps, not by time. */
export const solveSession = (session: Session, amendment: Amendment, limits: SearchLimits): SolvedSession => {
  const compressor = new SessionCompressor(session, amendment, limits)
  const placeOf = new Map(session.exercises.map((exercise, index) => [exercise.id, index]))
  const segmentsOf = (layout: Layout): SolvedSegment[] =>
    layout.map(({ kind, doses }) => ({
      kind,
      members: doses.map((dose) => ({
        exercise: placeOf.get(dose.exercise.id)!,
        sets: dose.retained.length,
        short: dose.level === 'short',
        rampSets: dose.rampSets,
      })),
    }))
  const steps = frontierOf(compressor, limits)
  const unmet = steps.some(({ draft }) => draft.outcome === 'unmet')
  return {
    minimumAchievableSeconds: compressor.minimumAchievableSeconds,
    heldBy: unmet ? holdingArticles(session, amendment, compressor.shortestSeconds, limits) : [],
    steps: steps.map(({ fromMinutes, draft }) => ({
      fromMinutes,
      step: draft.step,
      outcome: draft.outcome,
      durationSeconds: draft.durationSeconds,
      optimality: draft.optimality,
      segments: segmentsOf(draft.layout),
    })),
  }
}

/** The layout that a solved step stands for. */
export const layoutOf = (session: Session, step: SolvedStep): Layout =>
  step.segments.map(({ kind, members }) => ({
    kind,
    doses: members.map(({ exercise, sets, short, rampSets }) =>
      doseOf(session.exercises[exercise]!, sets, short ? 'short' : 'programmed', rampSets),
    ),
  }))
