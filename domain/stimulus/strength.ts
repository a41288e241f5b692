/** The strength value G: what the core lifts' sets are worth for strength. */
import type { Layout } from '../clock/layout.ts'
import { stimulusParameters } from '../parameters.ts'

const scale = stimulusParameters.strengthScale.value
const half = stimulusParameters.strengthHalfSets.value

/** 1.7·k/(k + 0.7): the first sets count most. */
export const liftStrength = (sets: number): number => (scale * sets) / (sets + half)

/** G = Σ over core lifts. */
export const strengthValue = (layout: Layout): number =>
  layout
    .flatMap((segment) => segment.doses)
    .filter((dose) => dose.exercise.role === 'core')
    .reduce((sum, dose) => sum + liftStrength(dose.retained.length), 0)
