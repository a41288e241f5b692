/** The size value V of a laid-out session: how much muscle-building stimulus the model sees in it. */
import type { Dose } from '../clock/dose.ts'
import type { LaidSegment, Layout } from '../clock/layout.ts'
import { stimulusParameters } from '../parameters.ts'
import type { Priority } from '../plan/document.ts'
import { fractionalSets } from './fractional-sets.ts'
import { groupClassOf, groupQuality } from './pairing.ts'
import { restQuality } from './rest-quality.ts'

const cap = stimulusParameters.setsCap.value
const exponent = stimulusParameters.sizeExponent.value

/** π of a priority. */
export const priorityWeight = (priority: Priority): number => {
  if (priority === 'high') return stimulusParameters.priorityHigh.value
  return priority === 'low' ? stimulusParameters.priorityLow.value : stimulusParameters.priorityNormal.value
}

/** min(11, S)^0.45: what a muscle's fractional sets are worth. Concave and never falling. */
export const muscleValue = (sets: number): number => Math.min(sets, cap) ** exponent

/** q(ρ)/q(r): 1 at the programmed rest. */
export const doseQuality = (dose: Dose): number =>
  dose.level === 'short' ? restQuality(dose.restSeconds) / restQuality(dose.exercise.restSeconds) : 1

/** κ of a segment: 1 for singles and for groups that the coach programmed. */
export const segmentQuality = ({ kind, doses }: LaidSegment): number =>
  kind === 'accessory_superset' || kind === 'accessory_block'
    ? groupQuality(groupClassOf(doses.map((dose) => dose.exercise)), doses.length)
    : 1

/** Effective sets by muscle (φ·π·Q·k summed). `weightOf` gives π; core lifts count 1. */
export const effectiveSets = (
  layout: Layout,
  weightOf: (exerciseId: string) => number,
): Map<string, number> => {
  const sets = new Map<string, number>()
  for (const segment of layout) {
    const kappa = segmentQuality(segment)
    for (const dose of segment.doses) addDose(sets, dose, kappa, weightOf(dose.exercise.id))
  }
  return sets
}

const addDose = (sets: Map<string, number>, dose: Dose, kappa: number, weight: number): void => {
  const pi = dose.exercise.role === 'core' ? 1 : weight
  const factor = pi * kappa * doseQuality(dose) * dose.retained.length
  for (const share of fractionalSets(dose.exercise)) {
    sets.set(share.muscle, (sets.get(share.muscle) ?? 0) + share.sets * factor)
  }
}

/** V = Σ min(11, S_m)^0.45, muscles in alphabetical order so that the sum is the same on every way to it. */
export const sizeValue = (sets: ReadonlyMap<string, number>): number =>
  [...sets.keys()].sort().reduce((sum, muscle) => sum + muscleValue(sets.get(muscle)!), 0)
