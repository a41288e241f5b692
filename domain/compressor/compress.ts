/** The compressor: one session, one amendment, one target → the answer of the model, explained, priced and audited. */
import { type Amendment, defaultAmendment } from '../amendment/amendment.ts'
import type { Violation } from '../amendment/article.ts'
import { audit, coachsAmendment } from '../amendment/coachs-amendment.ts'
import type { Layout } from '../clock/layout.ts'
import type { Session } from '../plan/session.ts'
import { fractionalSets } from '../stimulus/fractional-sets.ts'
import { effectiveSets, sizeValue } from '../stimulus/size.ts'
import { strengthValue } from '../stimulus/strength.ts'
import type { MuscleSets, SessionAnswer } from './answer.ts'
import { changeKinds } from './change-kinds.ts'
import { explainChanges } from './explain.ts'
import { budgetSecondsOf, type FrontierStep, frontierOf } from './frontier.ts'
import { placementsOf } from './placement.ts'
import { presentSegments } from './present.ts'
import type { SearchLimits } from './search/problem.ts'
import { SessionCompressor } from './session-compressor.ts'

/** About what 100 ms and a second are on one core of 2024; the HTTP edge sets its own. */
export const defaultLimits: SearchLimits = Object.freeze({ targetSteps: 4_000_000, sessionSteps: 40_000_000 })

export interface Values {
  readonly size: number
  readonly strength: number
}

/** An answer with what the plan's totals, the metrics and the audit need. */
export interface AuditedAnswer {
  readonly answer: SessionAnswer
  readonly values: { readonly before: Values; readonly after: Values }
  /** Must be empty; anything in it is a fault of ours and must not be sent. */
  readonly violations: readonly Violation[]
}

/**
 * Everything about one session under one amendment. Make it once and ask it for many targets: the searches are
 * remembered. Neither session nor amendment is changed.
 */
export class SessionPlanner {
  readonly #session: Session
  readonly #amendment: Amendment
  readonly #compressor: SessionCompressor
  readonly #before: Values
  #steps: readonly FrontierStep[] | null = null
  #restored: ReadonlyMap<string, number | null> | null = null

  constructor(
    session: Session,
    amendment: Amendment = defaultAmendment,
    limits: SearchLimits = defaultLimits,
  ) {
    this.#session = session
    this.#amendment = amendment
    this.#compressor = new SessionCompressor(session, amendment, limits)
    this.#before = this.#valuesOf(this.#compressor.programmed)
  }

  /** Steps by rising target, 15..180 minutes. */
  frontier(): readonly FrontierStep[] {
    this.#steps ??= frontierOf(this.#compressor)
    return this.#steps
  }

  /** `targetMinutes`: a whole number in 15..180. */
  answer(targetMinutes: number): AuditedAnswer {
    const { rules, programmed, programmedSeconds, minimumAchievableSeconds } = this.#compressor
    const budgetSeconds = budgetSecondsOf(targetMinutes, this.#amendment)
    const draft = this.frontier().findLast((step) => step.fromMinutes <= targetMinutes)!.draft
    const after = this.#valuesOf(draft.layout)
    const claims = {
      outcome: draft.outcome,
      durationSeconds: draft.durationSeconds,
      meetsTimeConstraint: draft.durationSeconds <= budgetSeconds,
      minimumAchievableSeconds,
    }
    const violations = audit({ rules, budgetSeconds }, { layout: draft.layout, ...claims })
    return {
      values: { before: this.#before, after },
      violations,
      answer: {
        sessionId: this.#session.id,
        name: this.#session.name,
        weekNumber: this.#session.weekNumber,
        dayOfWeek: this.#session.dayOfWeek,
        originalDurationSeconds: programmedSeconds,
        compressedDurationSeconds: draft.durationSeconds,
        meetsTimeConstraint: claims.meetsTimeConstraint,
        outcome: draft.outcome,
        minimumAchievableSeconds,
        optimality: { ...draft.optimality },
        retained: {
          size: ratio(after.size, this.#before.size),
          strength: ratio(after.strength, this.#before.strength),
          muscles: musclesOf(programmed, draft.layout),
        },
        segments: presentSegments(draft.layout),
        changes: explainChanges(rules, programmed, draft.layout, (id) => this.#restoredFrom(id)),
        amendment: coachsAmendment.map(({ id }) => ({
          id,
          held: violations.every((violation) => violation.article !== id),
        })),
      },
    }
  }

  #valuesOf(layout: Layout): Values {
    return {
      size: sizeValue(effectiveSets(layout, this.#compressor.rules.weightOf)),
      strength: strengthValue(layout),
    }
  }

  #restoredFrom(exerciseId: string): number | null {
    this.#restored ??= this.#findRestored()
    return this.#restored.get(exerciseId)!
  }

  /** For each exercise, the start of the unbroken run of steps, up to the longest target, that keep it. */
  #findRestored(): Map<string, number | null> {
    const from = new Map<string, number | null>(this.#session.exercises.map(({ id }) => [id, null]))
    const open = new Set(from.keys())
    for (const { fromMinutes, draft } of this.frontier().toReversed()) {
      const placements = placementsOf(draft.layout)
      for (const id of open) {
        if (changeKinds(placements.get(id))[0] === 'kept') from.set(id, fromMinutes)
        else open.delete(id)
      }
    }
    return from
  }
}

/** The answer for one target. */
export const compressSession = (
  session: Session,
  amendment: Amendment,
  targetMinutes: number,
  limits: SearchLimits = defaultLimits,
): SessionAnswer => new SessionPlanner(session, amendment, limits).answer(targetMinutes).answer

/** 1 where there was nothing to retain. */
export const ratio = (after: number, before: number): number => (before === 0 ? 1 : after / before)

/** Plain fractional sets, without priorities and rest, by muscle in alphabetical order. */
const musclesOf = (programmed: Layout, answered: Layout): MuscleSets[] => {
  const before = plainSets(programmed)
  const after = plainSets(answered)
  return [...before.keys()]
    .sort()
    .map((muscle) => ({ muscle, before: before.get(muscle)!, after: after.get(muscle) ?? 0 }))
}

const plainSets = (layout: Layout): Map<string, number> => {
  const sets = new Map<string, number>()
  for (const { exercise, retained } of layout.flatMap((segment) => segment.doses)) {
    for (const share of fractionalSets(exercise)) {
      sets.set(share.muscle, (sets.get(share.muscle) ?? 0) + share.sets * retained.length)
    }
  }
  return sets
}
