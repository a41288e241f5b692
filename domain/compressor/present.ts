/** Segments as the API shows them: retained sets in the plan document's form, and where the seconds go. */
import type { Dose } from '../clock/dose.ts'
import { type LaidSegment, type Layout, segmentTiming } from '../clock/layout.ts'
import { roundPauseSeconds } from '../clock/new-group.ts'
import type { SetDocument } from '../plan/document.ts'
import { groupClassOf } from '../stimulus/pairing.ts'
import type { Segment, SegmentExercise } from './answer.ts'

const presentSets = ({ exercise, retained, rampSets }: Dose): SetDocument[] => [
  ...exercise.warmupSets.slice(exercise.warmupSets.length - rampSets).map((set) => ({ ...set.prescription })),
  ...retained.map((index) => ({ ...exercise.workingSets[index]!.prescription })),
]

const presentExercise = (dose: Dose): SegmentExercise => ({
  exerciseId: dose.exercise.id,
  name: dose.exercise.name,
  role: dose.exercise.role,
  sets: presentSets(dose),
  restSeconds: dose.restSeconds,
})

/** Rounds and the pause between them; in a coach's group the pause is the last member's rest. */
const presentRounds = ({ kind, doses }: LaidSegment): Partial<Segment> => {
  if (doses.length === 1) return {}
  const rounds = Math.max(...doses.map((dose) => dose.retained.length))
  if (kind === 'programmed_group') return { rounds, roundRestSeconds: doses.at(-1)!.exercise.restSeconds }
  return {
    pairing: groupClassOf(doses.map((dose) => dose.exercise))!,
    rounds,
    roundRestSeconds: roundPauseSeconds(doses),
  }
}

export const presentSegments = (layout: Layout): Segment[] =>
  layout.map((segment, index) => ({
    id: `segment-${index + 1}`,
    order: index + 1,
    kind: segment.kind,
    ...presentRounds(segment),
    timing: segmentTiming(segment),
    exercises: segment.doses.map(presentExercise),
  }))
