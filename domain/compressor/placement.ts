/** Where each exercise of a layout stands: its dose, its segment, and its share of the segment's time. */
import type { Dose } from '../clock/dose.ts'
import { type LaidSegment, type Layout, segmentTiming } from '../clock/layout.ts'

export interface Placement {
  readonly dose: Dose
  readonly segment: LaidSegment
  /** Integer seconds; the shares of a segment add up to its time. */
  readonly seconds: number
}

/** A group's time is shared by working-set work, rounded down; what is left goes to its first member. */
const sharesOf = (segment: LaidSegment): number[] => {
  const total = segmentTiming(segment).totalSeconds
  const work = segment.doses.reduce((sum, dose) => sum + dose.workSeconds, 0)
  const shares = segment.doses.map((dose) => Math.floor((total * dose.workSeconds) / work))
  const rest = total - shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share, index) => (index === 0 ? share + rest : share))
}

export const placementsOf = (layout: Layout): Map<string, Placement> => {
  const placements = new Map<string, Placement>()
  for (const segment of layout) {
    const shares = sharesOf(segment)
    for (const [index, dose] of segment.doses.entries()) {
      placements.set(dose.exercise.id, { dose, segment, seconds: shares[index]! })
    }
  }
  return placements
}
