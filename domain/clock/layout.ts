/** A session laid out: its segments in the order they are done, each with the doses of its members. */
import type { Session, SessionExercise } from '../plan/session.ts'
import { type Dose, doseOf } from './dose.ts'
import { newGroupTiming } from './new-group.ts'
import { programmedGroupTiming } from './programmed-group.ts'
import { singleTiming } from './single.ts'
import type { Timing } from './timing.ts'

export type SegmentKind =
  | 'core_lift'
  | 'accessory_single'
  | 'accessory_superset'
  | 'accessory_block'
  | 'programmed_group'
  | 'warmup'
  | 'conditioning'
  | 'cooldown'

export interface LaidSegment {
  readonly kind: SegmentKind
  /** In programmed order. */
  readonly doses: readonly Dose[]
}

export type Layout = readonly LaidSegment[]

const singleKinds = {
  core: 'core_lift',
  accessory: 'accessory_single',
  warmup: 'warmup',
  cooldown: 'cooldown',
  conditioning: 'conditioning',
} as const satisfies Record<SessionExercise['role'], SegmentKind>

export const singleSegment = (dose: Dose): LaidSegment => ({
  kind: singleKinds[dose.exercise.role],
  doses: [dose],
})

/** A superset of two, a block of three. */
export const newGroupSegment = (doses: readonly Dose[]): LaidSegment => ({
  kind: doses.length === 2 ? 'accessory_superset' : 'accessory_block',
  doses,
})

export const programmedGroupSegment = (doses: readonly Dose[]): LaidSegment => ({
  kind: 'programmed_group',
  doses,
})

/** The exercises of a session, adjacent members of a programmed group together; one member alone is no group. */
export const programmedUnits = (exercises: readonly SessionExercise[]): SessionExercise[][] => {
  const units: SessionExercise[][] = []
  for (const exercise of exercises) {
    const unit = units.at(-1)
    if (unit !== undefined && exercise.group !== null && unit[0]!.group === exercise.group)
      unit.push(exercise)
    else units.push([exercise])
  }
  return units
}

/** A unit of `programmedUnits` as the coach wrote it. */
export const segmentAsProgrammed = (unit: readonly SessionExercise[]): LaidSegment => {
  const doses = unit.map((exercise) => doseOf(exercise))
  return doses.length > 1 ? programmedGroupSegment(doses) : singleSegment(doses[0]!)
}

/** The session exactly as programmed. */
export const programmedLayout = (session: Pick<Session, 'exercises'>): LaidSegment[] =>
  programmedUnits(session.exercises).map(segmentAsProgrammed)

export const segmentTiming = (segment: LaidSegment): Timing => {
  switch (segment.kind) {
    case 'programmed_group':
      return programmedGroupTiming(segment.doses)
    case 'accessory_superset':
    case 'accessory_block':
      return newGroupTiming(segment.doses)
    default:
      return singleTiming(segment.doses[0]!)
  }
}

/** Duration of a session in integer seconds: the sum of its segments. */
export const layoutSeconds = (layout: Layout): number =>
  layout.reduce((sum, segment) => sum + segmentTiming(segment).totalSeconds, 0)
