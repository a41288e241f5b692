/** One change record an exercise: what happened, what it saves, what it costs, when it comes back. */
import type { SessionRules } from '../amendment/session-rules.ts'
import type { Layout } from '../clock/layout.ts'
import { fractionalSets } from '../stimulus/fractional-sets.ts'
import { doseQuality, effectiveSets, segmentQuality, sizeValue } from '../stimulus/size.ts'
import type { Change } from './answer.ts'
import { changeKinds } from './change-kinds.ts'
import { type Placement, placementsOf } from './placement.ts'
import { changeSentence } from './sentences.ts'

/** Sets that count, before the muscle shares: k·κ·q ratio, or n as programmed. */
const countedSets = ({ dose, segment }: Placement): number =>
  dose.retained.length * segmentQuality(segment) * doseQuality(dose)

/** Make it once for a session, and have it explain any answer to it. */
export class Explainer {
  readonly #rules: SessionRules
  readonly #before: ReadonlyMap<string, Placement>
  readonly #valueBefore: number

  constructor(rules: SessionRules) {
    this.#rules = rules
    this.#before = placementsOf(rules.programmed)
    this.#valueBefore = sizeValue(effectiveSets(rules.programmed, rules.weightOf))
  }

  /**
   * `restoredFrom` gives, for an exercise, the smallest target in minutes from which on it is fully restored. Records
   * come in programmed order; their seconds saved add up to what the session saves.
   */
  changes(answered: Layout, restoredFrom: (exerciseId: string) => number | null): Change[] {
    const after = placementsOf(answered)
    const setsNow = effectiveSets(answered, this.#rules.weightOf)
    const valueNow = sizeValue(setsNow)
    return this.#rules.session.exercises.map((exercise) => {
      const { id } = exercise
      const now = after.get(id)
      const kinds = changeKinds(now)
      const secondsSaved = this.#before.get(id)!.seconds - (now?.seconds ?? 0)
      const lost = kinds[0] === 'kept' ? 0 : this.#valueLost(id, now, setsNow, valueNow)
      const returnsAtMinutes = restoredFrom(id)
      return {
        exerciseId: id,
        name: exercise.name,
        kinds,
        setsBefore: exercise.workingSets.length,
        setsAfter: now?.dose.retained.length ?? 0,
        secondsSaved,
        valueLost: lost,
        reason: changeSentence({
          exercise,
          kinds,
          now,
          banned: this.#rules.of(id).banned,
          secondsSaved,
          shareLost: this.#valueBefore === 0 ? 0 : lost / this.#valueBefore,
          returnsAtMinutes,
        }),
        returnsAtMinutes,
      }
    })
  }

  /** V with this exercise alone as programmed, the others as they are, minus V now. */
  #valueLost(
    exerciseId: string,
    now: Placement | undefined,
    setsNow: ReadonlyMap<string, number>,
    valueNow: number,
  ): number {
    const { exercise } = this.#before.get(exerciseId)!.dose
    const missing = exercise.workingSets.length - (now ? countedSets(now) : 0)
    const weight = exercise.role === 'core' ? 1 : this.#rules.weightOf(exerciseId)
    const restored = new Map(setsNow)
    for (const { muscle, sets } of fractionalSets(exercise)) {
      restored.set(muscle, (restored.get(muscle) ?? 0) + sets * weight * missing)
    }
    return sizeValue(restored) - valueNow
  }
}
