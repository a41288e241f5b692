/**
 * The five answers of the model (section 5) for one session under one amendment. Everything that does not depend on
 * the budget is worked out once, and searches help their neighbours, so that asking for many budgets is cheap.
 */
import type { Amendment } from '../amendment/amendment.ts'
import { type SessionRules, sessionRules } from '../amendment/session-rules.ts'
import { doseOf } from '../clock/dose.ts'
import {
  type LaidSegment,
  type Layout,
  layoutSeconds,
  programmedLayout,
  segmentAsProgrammed,
  segmentTiming,
  singleSegment,
} from '../clock/layout.ts'
import type { Session } from '../plan/session.ts'
import { effectiveSets } from '../stimulus/size.ts'
import { Accessories } from './accessories.ts'
import type { Outcome } from './answer.ts'
import { arrange } from './arrange.ts'
import { ProtectedLifts } from './protected-lifts.ts'
import type { SearchLimits } from './search/problem.ts'

/** Which of the five answers was possible. */
export type AnswerStep = 'programmed' | 'most_value' | 'quickest_pinned' | 'most_strength' | 'unmet'

export interface Draft {
  readonly step: AnswerStep
  readonly outcome: Outcome
  readonly layout: Layout
  readonly durationSeconds: number
  readonly optimality: { readonly proven: boolean; readonly gap: number }
}

const certain = Object.freeze({ proven: true, gap: 0 })

export class SessionCompressor {
  readonly rules: SessionRules
  readonly programmed: Layout
  readonly programmedSeconds: number
  /** The programme without what is banned. */
  readonly #allowed: readonly LaidSegment[]
  readonly #lifts: ProtectedLifts
  readonly #accessories: Accessories
  readonly #targetSteps: number
  #shortestFound: Draft | null = null

  constructor(session: Session, amendment: Amendment, limits: SearchLimits) {
    this.rules = sessionRules(session, amendment)
    this.programmed = programmedLayout(session)
    this.programmedSeconds = layoutSeconds(this.programmed)
    this.#allowed = this.rules.units.map(segmentAsProgrammed)
    this.#lifts = new ProtectedLifts(this.rules)
    this.#accessories = new Accessories(
      this.rules,
      effectiveSets(this.#lifts.full(), this.rules.weightOf),
      this.#lifts.isEmpty,
      limits.targetSteps,
    )
    this.#targetSteps = limits.targetSteps
  }

  /** How long the shortest session is that the articles allow. */
  get shortestSeconds(): number {
    return this.#unmet().durationSeconds
  }

  /** The shortest, or the programme where that is shorter. */
  get minimumAchievableSeconds(): number {
    return Math.min(this.programmedSeconds, this.shortestSeconds)
  }

  /** Steps that its searches for the most value took so far. */
  get stepsTaken(): number {
    return this.#accessories.stepsTaken
  }

  /** Asked again for what is not proven, it searches on from all that it has found since. */
  answer(budgetSeconds: number, steps = this.#targetSteps): Draft {
    return (
      this.#asProgrammed(budgetSeconds) ??
      this.#mostValue(budgetSeconds, steps) ??
      this.#quickestPinned(budgetSeconds) ??
      this.#unmet()
    )
  }

  #draft(
    step: AnswerStep,
    segments: readonly LaidSegment[],
    optimality: Draft['optimality'] = certain,
  ): Draft {
    const outcome = step === 'unmet' ? 'unmet' : 'compressed'
    const layout = arrange(this.rules.session, segments)
    return { step, outcome, layout, durationSeconds: layoutSeconds(layout), optimality }
  }

  #asProgrammed(budgetSeconds: number): Draft | null {
    const nothingBanned = this.rules.allowed.length === this.rules.session.exercises.length
    if (!nothingBanned) {
      return layoutSeconds(this.#allowed) <= budgetSeconds ? this.#draft('programmed', this.#allowed) : null
    }
    if (this.programmedSeconds > budgetSeconds) return null
    return {
      step: 'programmed',
      outcome: 'unchanged',
      layout: this.programmed,
      durationSeconds: this.programmedSeconds,
      optimality: certain,
    }
  }

  #mostValue(budgetSeconds: number, steps: number): Draft | null {
    const lifts = this.#lifts.full()
    const liftSeconds = layoutSeconds(lifts)
    const found = this.#accessories.mostValue(budgetSeconds - liftSeconds, steps)
    if (found === null) return null
    const chosen = [...lifts, ...found.segments]
    const segments = [...chosen, ...this.#comingBack(budgetSeconds - liftSeconds - found.seconds)]
    if (segments.length === 0 && this.rules.allowed.length > 0) return null
    return this.#draft('most_value', segments, found.optimality)
  }

  /** Unpinned warm-ups, then cool-downs, in programmed order, each that still fits whole. */
  #comingBack(secondsLeft: number): LaidSegment[] {
    const segments: LaidSegment[] = []
    let left = secondsLeft
    for (const role of ['warmup', 'cooldown'] as const) {
      for (const exercise of this.rules.allowed) {
        if (exercise.role !== role || this.rules.of(exercise.id).pinnedSets !== null) continue
        const segment = singleSegment(doseOf(exercise))
        const seconds = segmentTiming(segment).totalSeconds
        if (seconds > left) continue
        segments.push(segment)
        left -= seconds
      }
    }
    return segments
  }

  /** Answers 3 and 4: only core lifts, protected groups and pinned exercises are left. */
  #quickestPinned(budgetSeconds: number): Draft | null {
    if (!this.#accessories.hasValueForCertain) return null
    const pinned = this.#accessories.quickestPinned()
    const left = budgetSeconds - pinned.seconds
    const cut = this.#lifts.withRampsCut(left)
    if (cut !== null) return this.#draft('quickest_pinned', [...cut, ...pinned.segments], pinned.optimality)
    const trimmed = this.#lifts.withSetsTrimmed(left)
    return trimmed && this.#draft('most_strength', [...trimmed, ...pinned.segments], pinned.optimality)
  }

  /** Answer 5, whose length is the minimum. */
  #unmet(): Draft {
    this.#shortestFound ??= this.#draft(
      'unmet',
      this.#shortest(),
      this.#accessories.quickestPinned().optimality,
    )
    return this.#shortestFound
  }

  #shortest(): LaidSegment[] {
    const shortest = [...this.#lifts.atFloor(), ...this.#accessories.quickestPinned().segments]
    if (this.#accessories.hasValueForCertain) return shortest
    const extra =
      this.#accessories.quickestOfAll() ?? (shortest.length === 0 ? this.#quickestPreparation() : null)
    return extra === null ? shortest : [...shortest, extra]
  }

  /** Where a session holds nothing but warm-ups and cool-downs: the quickest of them. */
  #quickestPreparation(): LaidSegment | null {
    const segments = this.rules.allowed.map((exercise) => singleSegment(doseOf(exercise)))
    const seconds = segments.map((segment) => segmentTiming(segment).totalSeconds)
    return segments[seconds.indexOf(Math.min(...seconds))] ?? null
  }
}
