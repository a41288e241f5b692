/** An answered session laid out again from the programme: so that it can be timed and audited without believing it. */
import { doseOf } from '../../domain/clock/dose.ts'
import type { LaidSegment } from '../../domain/clock/layout.ts'
import type { Session, SessionExercise } from '../../domain/plan/session.ts'
import type { PreviewAnswer } from './answer-schema.ts'

export type AnsweredSession = PreviewAnswer['sessions'][number]
type AnsweredExercise = AnsweredSession['segments'][number]['exercises'][number]

const prescriptions = (sets: readonly { readonly prescription: object }[]): object[] =>
  sets.map(({ prescription }) => prescription)

const sameSets = (one: readonly object[], other: readonly object[]): boolean => {
  const written = (sets: readonly object[]) =>
    JSON.stringify(sets.map((set) => Object.entries(set).sort(([a], [b]) => (a < b ? -1 : 1))))
  return written(one) === written(other)
}

/** The dose, and what is wrong with the sets. */
const rebuildDose = (exercise: SessionExercise, { sets, restSeconds }: AnsweredExercise) => {
  const working = sets.filter(({ warmup }) => !warmup).length
  const rampSets = sets.length - working
  const { workingSets, warmupSets } = exercise
  if (working < 1 || working > workingSets.length || rampSets > warmupSets.length) {
    return { fault: `${exercise.name} has ${working} working and ${rampSets} warm-up sets` }
  }
  const level = restSeconds === exercise.restSeconds ? 'programmed' : 'short'
  const dose = doseOf(exercise, working, level, rampSets)
  const expected = [
    ...prescriptions(warmupSets.slice(warmupSets.length - rampSets)),
    ...prescriptions(dose.retained.flatMap((index) => workingSets[index] ?? [])),
  ]
  return sameSets(sets, expected)
    ? { dose: { ...dose, restSeconds } }
    : { fault: `${exercise.name} has other sets than the programme` }
}

/** The layout, or why it can't be one of this session. */
export const rebuildLayout = (
  session: Session,
  answered: AnsweredSession,
): LaidSegment[] | { faults: string[] } => {
  const exercises = new Map(session.exercises.map((exercise) => [exercise.id, exercise]))
  const faults: string[] = []
  const layout = answered.segments.map(({ kind, exercises: members }): LaidSegment => {
    const doses = members.flatMap((member) => {
      const exercise = exercises.get(member.exerciseId)
      // Each exercise has one place: whoever stands twice is not there the second time.
      exercises.delete(member.exerciseId)
      if (exercise === undefined) {
        faults.push(`${member.exerciseId} is not in the programme, or stands there twice`)
        return []
      }
      const { dose, fault } = rebuildDose(exercise, member)
      if (fault !== undefined) faults.push(fault)
      return dose === undefined ? [] : [dose]
    })
    return { kind, doses }
  })
  return faults.length > 0 ? { faults } : layout
}
