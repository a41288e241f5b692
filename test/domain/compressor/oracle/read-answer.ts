/** Reads an answer of the compressor back as the oracle's segments, and says where its sets are not the programme's. */
import type { Segment, SegmentExercise, SessionAnswer } from '../../../../domain/compressor/answer.ts'
import type { SetDocument } from '../../../../domain/plan/document.ts'
import type { Session, SessionExercise, TimedSet } from '../../../../domain/plan/session.ts'
import type { Doing, DoingSegment } from './doing.ts'
import { retainedSets } from './retained-sets.ts'

export interface ReadAnswer {
  readonly segments: readonly DoingSegment[]
  readonly complaints: readonly string[]
}

/** A6: reps, seconds, load and effort of a retained set are those of the programme; its rest is no longer. */
const isSameSet = (said: SetDocument, timed: TimedSet): boolean => {
  const { prescription } = timed
  const same = (['reps', 'seconds', 'load', 'rpe'] as const).every(
    (word) => said[word] === prescription[word],
  )
  return same && (said.restSeconds ?? 0) <= timed.restSeconds
}

const compareSets = (
  what: string,
  said: readonly SetDocument[],
  expected: readonly TimedSet[],
): readonly string[] =>
  said.length === expected.length && said.every((set, index) => isSameSet(set, expected[index]!))
    ? []
    : [`A6: ${what} are not the programmed sets that stay`]

const readExercise = (
  { exerciseId, role, sets, restSeconds }: SegmentExercise,
  exercise: SessionExercise,
): { doing: Doing; complaints: readonly string[] } => {
  const ramp = sets.filter(({ warmup }) => warmup === true)
  const working = sets.filter(({ warmup }) => warmup !== true)
  const rampCut = ramp.length < exercise.warmupSets.length
  const kept = Math.min(working.length, exercise.workingSets.length)
  const expectedRamp = rampCut ? exercise.warmupSets.slice(-1) : exercise.warmupSets
  return {
    doing: { exercise, sets: kept, restSeconds, rampCut },
    complaints: [
      ...(role === exercise.role ? [] : [`${exerciseId} changed its role`]),
      ...(working.length > 0 ? [] : [`${exerciseId} has no working set`]),
      ...(sets.findIndex((set) => set.warmup !== true) === ramp.length
        ? []
        : [`${exerciseId}: the ramp is not first`]),
      ...compareSets(`working sets of ${exerciseId}`, working, retainedSets(exercise, kept)),
      ...compareSets(`ramp sets of ${exerciseId}`, ramp, expectedRamp),
    ],
  }
}

const kindOf = (kind: Segment['kind']): DoingSegment['kind'] => {
  if (kind === 'programmed_group') return kind
  return kind === 'accessory_superset' || kind === 'accessory_block' ? 'new_group' : 'single'
}

export const readAnswer = (session: Session, answer: SessionAnswer): ReadAnswer => {
  const complaints: string[] = []
  const segments = answer.segments.map((segment): DoingSegment => {
    const members = segment.exercises.flatMap((said) => {
      const exercise = session.exercises.find(({ id }) => id === said.exerciseId)
      if (exercise === undefined) {
        complaints.push(`${said.exerciseId} is not in the session`)
        return []
      }
      const read = readExercise(said, exercise)
      complaints.push(...read.complaints)
      return [read.doing]
    })
    return { kind: kindOf(segment.kind), members }
  })
  const ids = segments.flatMap(({ members }) => members.map(({ exercise }) => exercise.id))
  if (new Set(ids).size < ids.length) complaints.push('an exercise is done twice')
  return { segments, complaints }
}
