/** The core lifts and protected groups of a session: as programmed, with ramps cut, with sets trimmed, at the floor. */
import type { SessionRules } from '../amendment/session-rules.ts'
import { doseOf } from '../clock/dose.ts'
import { type LaidSegment, layoutSeconds, programmedGroupSegment, singleSegment } from '../clock/layout.ts'
import { singleSeconds } from '../clock/single.ts'
import { compressorParameters } from '../parameters.ts'
import type { SessionExercise } from '../plan/session.ts'
import { liftStrength } from '../stimulus/strength.ts'

/** What is done of a core lift that stands alone. */
interface LiftDose {
  readonly sets: number
  readonly rampSets: number
}

const tolerance = compressorParameters.tieTolerance.value

export class ProtectedLifts {
  readonly #rules: SessionRules
  /** Core lifts outside programmed groups, in programmed order. */
  readonly lifts: readonly SessionExercise[]
  readonly #groups: readonly LaidSegment[]

  constructor(rules: SessionRules) {
    this.#rules = rules
    const guarded = rules.units.filter((unit) => rules.isProtected(unit[0]!.id))
    this.#groups = guarded.map((unit) => programmedGroupSegment(unit.map((exercise) => doseOf(exercise))))
    this.lifts = rules.units
      .filter((unit) => unit[0]!.role === 'core' && !rules.isProtected(unit[0]!.id))
      .map((unit) => unit[0]!)
  }

  get isEmpty(): boolean {
    return this.lifts.length === 0 && this.#groups.length === 0
  }

  #mostSets(lift: SessionExercise): number {
    return this.#rules.of(lift.id).mostSets
  }

  #segments(doseFor: (lift: SessionExercise, index: number) => LiftDose): LaidSegment[] {
    const singles = this.lifts.map((lift, index) => {
      const { sets, rampSets } = doseFor(lift, index)
      return singleSegment(doseOf(lift, sets, 'programmed', rampSets))
    })
    return [...this.#groups, ...singles]
  }

  /** Capped if the amendment caps, ramps whole. */
  full(): LaidSegment[] {
    return this.#segments((lift) => ({ sets: this.#mostSets(lift), rampSets: lift.warmupSets.length }))
  }

  /** Every set that the cap leaves, ramps cut to their last set from the last lift on, no more than needed; or null. */
  withRampsCut(budgetSeconds: number): LaidSegment[] | null {
    for (let whole = this.lifts.length - 1; whole >= 0; whole -= 1) {
      if (this.lifts[whole]!.warmupSets.length < 2) continue
      const segments = this.#segments((lift, index) => ({
        sets: this.#mostSets(lift),
        rampSets: index < whole ? lift.warmupSets.length : lastRampSet(lift),
      }))
      if (layoutSeconds(segments) <= budgetSeconds) return segments
    }
    return null
  }

  /** All ramps cut, core sets trimmed: the most strength, then the shortest, then more sets for the earlier lift. */
  withSetsTrimmed(budgetSeconds: number): LaidSegment[] | null {
    const sets = mostStrength(
      this.lifts.map((lift) => this.#choices(lift)),
      budgetSeconds - layoutSeconds(this.#groups),
    )
    return sets && this.#segments((lift, index) => ({ sets: sets[index]!, rampSets: lastRampSet(lift) }))
  }

  /** Every lift at its floor after its last ramp set. */
  atFloor(): LaidSegment[] {
    return this.#segments((lift) => ({
      sets: this.#rules.of(lift.id).fewestSets,
      rampSets: lastRampSet(lift),
    }))
  }

  #choices(lift: SessionExercise): LiftChoice[] {
    const { fewestSets } = this.#rules.of(lift.id)
    const choices: LiftChoice[] = []
    for (let sets = this.#mostSets(lift); sets >= fewestSets; sets -= 1) {
      choices.push({ sets, seconds: singleSeconds(doseOf(lift, sets, 'programmed', lastRampSet(lift))) })
    }
    return choices
  }
}

const lastRampSet = (lift: SessionExercise): number => Math.min(1, lift.warmupSets.length)

interface LiftChoice {
  readonly sets: number
  readonly seconds: number
}

/** The best of the lifts from some lift on that takes exactly these seconds. */
interface Reached {
  readonly strength: number
  readonly sets: readonly number[]
}

/** A dynamic programme over the lifts, from the last to the first, by exact seconds. Choices: most sets first. */
const mostStrength = (
  lifts: readonly (readonly LiftChoice[])[],
  budgetSeconds: number,
): readonly number[] | null => {
  if (budgetSeconds < 0) return null
  let reached = new Map<number, Reached>([[0, { strength: 0, sets: [] }]])
  for (const choices of lifts.toReversed()) {
    const next = new Map<number, Reached>()
    for (const choice of choices) {
      for (const [seconds, rest] of reached) {
        const total = seconds + choice.seconds
        const strength = liftStrength(choice.sets) + rest.strength
        const known = next.get(total)
        if (total > budgetSeconds || (known && strength <= known.strength + tolerance)) continue
        next.set(total, { strength, sets: [choice.sets, ...rest.sets] })
      }
    }
    reached = next
  }
  let best: (Reached & { seconds: number }) | null = null
  for (const seconds of [...reached.keys()].sort((a, b) => a - b)) {
    const candidate = reached.get(seconds)!
    if (best === null || candidate.strength > best.strength + tolerance) best = { ...candidate, seconds }
  }
  return best === null ? null : best.sets
}
