/** How long an exercise rests: the default where the plan says nothing, and the short level. */
import { clockParameters } from '../parameters.ts'
import type { Mechanic, Role } from '../plan/document.ts'

/** Default rest in seconds after a working set; `fewestReps` is the hardest set's repetitions. */
export const defaultRestSeconds = (role: Role, mechanic: Mechanic, fewestReps: number): number => {
  switch (role) {
    case 'core':
      return fewestReps <= clockParameters.heavyReps.value
        ? clockParameters.restCoreHeavySeconds.value
        : clockParameters.restCoreSeconds.value
    case 'accessory':
      return mechanic === 'compound'
        ? clockParameters.restCompoundSeconds.value
        : clockParameters.restIsolationSeconds.value
    case 'conditioning':
      return clockParameters.restConditioningSeconds.value
    default:
      return clockParameters.restPreparationSeconds.value
  }
}

/**
 * The short level of an accessory that rests `restSeconds`, or null where it would not be shorter.
 * Offered only with two or more retained sets, which the caller sees to.
 */
export const shortRestSeconds = (restSeconds: number, mechanic: Mechanic): number | null => {
  const floor =
    mechanic === 'compound'
      ? clockParameters.shortRestFloorCompoundSeconds.value
      : clockParameters.shortRestFloorIsolationSeconds.value
  const short = Math.max(floor, Math.round(clockParameters.shortRestRatio.value * restSeconds))
  return short < restSeconds ? short : null
}
