/** The answers of a solved session: explained, priced and audited. */
import type { Amendment } from '../amendment/amendment.ts'
import type { Violation } from '../amendment/article.ts'
import { audit, coachsAmendment } from '../amendment/coachs-amendment.ts'
import { type SessionRules, sessionRules } from '../amendment/session-rules.ts'
import { type Layout, layoutSeconds } from '../clock/layout.ts'
import type { Session } from '../plan/session.ts'
import { fractionalSets } from '../stimulus/fractional-sets.ts'
import { effectiveSets, sizeValue } from '../stimulus/size.ts'
import { strengthValue } from '../stimulus/strength.ts'
import type { FrontierAnswerStep, MuscleSets, Retained, SessionAnswer } from './answer.ts'
import { changeKinds } from './change-kinds.ts'
import { Explainer } from './explain.ts'
import { budgetSecondsOf } from './frontier.ts'
import { placementsOf } from './placement.ts'
import { presentSegments } from './present.ts'
import { holdingSentence } from './sentences.ts'
import { layoutOf, type SolvedSession } from './solve.ts'
import { changesSummary } from './summary.ts'

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

/** Make it once for a session and ask it for any target; neither session nor amendment is changed. */
export class SessionPlanner {
  readonly #session: Session
  readonly #rules: SessionRules
  readonly #solved: SolvedSession
  readonly #programmed: Layout
  readonly #programmedSeconds: number
  readonly #before: Values
  readonly #plainBefore: ReadonlyMap<string, number>
  readonly #explainer: Explainer
  #restored: ReadonlyMap<string, number | null> | null = null

  constructor(session: Session, amendment: Amendment, solved: SolvedSession) {
    this.#session = session
    this.#rules = sessionRules(session, amendment)
    this.#solved = solved
    this.#programmed = this.#rules.programmed
    this.#programmedSeconds = layoutSeconds(this.#programmed)
    this.#before = this.#valuesOf(this.#programmed)
    this.#plainBefore = plainSets(this.#programmed)
    this.#explainer = new Explainer(this.#rules)
  }

  /** Whether the session holds no exercise at all. */
  get isEmpty(): boolean {
    return this.#session.exercises.length === 0
  }

  /** `targetMinutes`: a whole number in 15..180. */
  answer(targetMinutes: number): AuditedAnswer {
    const rules = this.#rules
    const { minimumAchievableSeconds, steps } = this.#solved
    const budgetSeconds = budgetSecondsOf(targetMinutes, rules.amendment)
    const step = steps.findLast(({ fromMinutes }) => fromMinutes <= targetMinutes)!
    const layout = layoutOf(this.#session, step)
    const after = this.#valuesOf(layout)
    const claims = {
      outcome: step.outcome,
      durationSeconds: step.durationSeconds,
      meetsTimeConstraint: step.durationSeconds <= budgetSeconds,
      minimumAchievableSeconds,
    }
    const violations = audit({ rules, budgetSeconds }, { layout, ...claims })
    return {
      values: { before: this.#before, after },
      violations,
      answer: {
        sessionId: this.#session.id,
        name: this.#session.name,
        weekNumber: this.#session.weekNumber,
        dayOfWeek: this.#session.dayOfWeek,
        originalDurationSeconds: this.#programmedSeconds,
        compressedDurationSeconds: step.durationSeconds,
        meetsTimeConstraint: claims.meetsTimeConstraint,
        outcome: step.outcome,
        minimumAchievableSeconds,
        optimality: { ...step.optimality },
        retained: { ...this.#retained(after), muscles: musclesOf(this.#plainBefore, layout) },
        segments: presentSegments(layout),
        changes: this.#explainer.changes(layout, (id) => this.#restoredFrom(id)),
        ...(step.outcome === 'unmet' && { shortfall: this.#shortfall(step.durationSeconds - budgetSeconds) }),
        amendment: coachsAmendment.map(({ id }) => ({
          id,
          held: violations.every((violation) => violation.article !== id),
        })),
      },
    }
  }

  /** The answers for every target, by rising target: only where they change. */
  frontier(): FrontierAnswerStep[] {
    return this.#solved.steps.map((step) => {
      const layout = layoutOf(this.#session, step)
      return {
        fromMinutes: step.fromMinutes,
        durationSeconds: step.durationSeconds,
        outcome: step.outcome,
        optimality: { ...step.optimality },
        retained: this.#retained(this.#valuesOf(layout)),
        changesSummary: changesSummary(this.#session, placementsOf(layout)),
      }
    })
  }

  #retained(after: Values): Retained {
    return {
      size: ratio(after.size, this.#before.size),
      strength: ratio(after.strength, this.#before.strength),
    }
  }

  #shortfall(missingSeconds: number): SessionAnswer['shortfall'] & object {
    return {
      missingSeconds,
      heldBy: this.#solved.heldBy.map((held) => ({ ...held, reason: holdingSentence(held) })),
    }
  }

  #valuesOf(layout: Layout): Values {
    return {
      size: sizeValue(effectiveSets(layout, this.#rules.weightOf)),
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
    for (const step of this.#solved.steps.toReversed()) {
      if (open.size === 0) break
      const placements = placementsOf(layoutOf(this.#session, step))
      for (const id of open) {
        if (changeKinds(placements.get(id))[0] === 'kept') from.set(id, step.fromMinutes)
        else open.delete(id)
      }
    }
    return from
  }
}

/** 1 where there was nothing to retain. */
export const ratio = (after: number, before: number): number => (before === 0 ? 1 : after / before)

/** Plain fractional sets, without priorities and rest, by muscle in alphabetical order. */
const musclesOf = (before: ReadonlyMap<string, number>, answered: Layout): MuscleSets[] => {
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
