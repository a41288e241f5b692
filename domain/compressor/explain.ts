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

/**
 * `restoredFrom` gives, for an exercise, the smallest target in minutes from which on it is fully restored. Records
 * come in programmed order; their seconds saved add up to what the session saves.
 */
export const explainChanges = (
  rules: SessionRules,
  programmed: Layout,
  answered: Layout,
  restoredFrom: (exerciseId: string) => number | null,
): Change[] => {
  const before = placementsOf(programmed)
  const after = placementsOf(answered)
  const setsNow = effectiveSets(answered, rules.weightOf)
  const valueNow = sizeValue(setsNow)
  const valueBefore = sizeValue(effectiveSets(programmed, rules.weightOf))

  /** V with this exercise alone as programmed, the others as they are, minus V now. */
  const valueLost = (exerciseId: string): number => {
    const then = before.get(exerciseId)!
    const now = after.get(exerciseId)
    const { exercise } = then.dose
    const missing = exercise.workingSets.length - (now ? countedSets(now) : 0)
    const weight = exercise.role === 'core' ? 1 : rules.weightOf(exerciseId)
    const restored = new Map(setsNow)
    for (const { muscle, sets } of fractionalSets(exercise)) {
      restored.set(muscle, (restored.get(muscle) ?? 0) + sets * weight * missing)
    }
    return sizeValue(restored) - valueNow
  }

  return rules.session.exercises.map((exercise) => {
    const now = after.get(exercise.id)
    const kinds = changeKinds(now)
    const secondsSaved = before.get(exercise.id)!.seconds - (now?.seconds ?? 0)
    const lost = kinds[0] === 'kept' ? 0 : valueLost(exercise.id)
    const returnsAtMinutes = restoredFrom(exercise.id)
    return {
      exerciseId: exercise.id,
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
        banned: rules.of(exercise.id).banned,
        secondsSaved,
        shareLost: valueBefore === 0 ? 0 : lost / valueBefore,
        returnsAtMinutes,
      }),
      returnsAtMinutes,
    }
  })
}
