/** The fractional sets of every muscle in every week of a plan, against the range that the intent asks for. */
import { workingSetCount } from '../plan/check-sets.ts'
import type { NormalMicrocycle, NormalPlan } from '../plan/document.ts'
import { fractionalSets } from '../stimulus/fractional-sets.ts'
import type { VolumeRange } from './volume-range.ts'
import { tolerance } from './week-draft.ts'

export interface MuscleWeek {
  readonly muscle: string
  readonly sets: number
  readonly minimum: number
  readonly maximum: number
  /** Helpers and deload weeks have no minimum to be under. */
  readonly state: 'within' | 'under' | 'over'
}

export interface WeeklySets {
  readonly weekNumber: number
  readonly phase: string
  readonly deload: boolean
  readonly muscles: MuscleWeek[]
}

/** Of core lifts and accessories; conditioning counts as cardio and for no muscle. */
const muscleSetsOf = ({ sessions }: NormalMicrocycle): Map<string, number> => {
  const counted = new Map<string, number>()
  for (const exercise of sessions.flatMap(({ exercises }) => exercises)) {
    const sets = workingSetCount(exercise)
    for (const share of fractionalSets(exercise)) {
      counted.set(share.muscle, (counted.get(share.muscle) ?? 0) + share.sets * sets)
    }
  }
  return counted
}

const stateOf = (sets: number, minimum: number, maximum: number): MuscleWeek['state'] => {
  if (sets > maximum + tolerance) return 'over'
  return sets < minimum - tolerance ? 'under' : 'within'
}

/** Sets are rounded to hundredths. */
export const weeklySets = (
  { microcycles }: NormalPlan,
  ranges: ReadonlyMap<string, VolumeRange>,
): WeeklySets[] =>
  microcycles.map((microcycle) => {
    const { weekNumber, phase = '', deload = false } = microcycle
    const counted = muscleSetsOf(microcycle)
    const muscles = [...ranges].map(([muscle, range]): MuscleWeek => {
      const sets = counted.get(muscle) ?? 0
      const minimum = deload ? 0 : range.minimum
      const state = stateOf(sets, minimum, range.maximum)
      return { muscle, sets: Math.round(sets * 100) / 100, minimum, maximum: range.maximum, state }
    })
    return { weekNumber, phase, deload, muscles }
  })
