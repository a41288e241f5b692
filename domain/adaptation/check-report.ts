/** From what was sent to a report: the session and its exercises found in the plan, targets and planned sets filled in. */
import type { AppliedSession } from '../applications/applied-session.ts'
import { workingSetCount } from '../plan/check-sets.ts'
import type { NormalExercise, NormalPlan, NormalSession } from '../plan/document.ts'
import type { Fault } from '../plan/faults.ts'
import { loadFault } from '../plan/prescription-grammar.ts'
import { textFaults } from '../plan/text-faults.ts'
import { inItsPlace, meantSets } from './meant-that-day.ts'
import type { DoneExercise, DoneSet, FeedbackReport, PerformanceReport, RpeReport } from './report.ts'
import { targetRpe } from './target-rpe.ts'
import { trainingDayFault } from './training-day.ts'

interface Sent {
  sessionId: string
  date: string
  note?: string
}

export interface SentRpe extends Sent {
  exerciseId: string
  rpe: number
  targetRpe?: number
  sets?: DoneSet[]
}

export interface SentPerformance extends Sent {
  exercises: { exerciseId: string; completedSets: number; plannedSets?: number; sets?: DoneSet[] }[]
  readiness?: number
  durationSeconds?: number
}

export type CheckedReport<Kind extends FeedbackReport> =
  | { readonly outcome: 'checked'; readonly report: Kind }
  | { readonly outcome: 'no_session' }
  | { readonly outcome: 'faulty'; readonly faults: Fault[] }

const invalid = (path: string, message: string): Fault => ({ path, message, kind: 'invalid' })

const findSession = (
  plan: NormalPlan,
  sessionId: string,
): { session: NormalSession; weekNumber: number } | undefined => {
  for (const { weekNumber, sessions } of plan.microcycles) {
    const session = sessions.find(({ id }) => id === sessionId)
    if (session) return { session, weekNumber }
  }
  return undefined
}

const dayFaults = (date: string, today: string): Fault[] => {
  const fault = trainingDayFault(date, today)
  return fault === undefined ? [] : [invalid('/date', fault)]
}

const doneSetFaults = (sets: readonly DoneSet[] = [], path: string): Fault[] =>
  sets.flatMap(({ reps, seconds, load }, index) => {
    const fault = load === undefined ? undefined : loadFault(load)
    const both = reps !== undefined && seconds !== undefined
    return [
      ...(fault === undefined ? [] : [invalid(`${path}/${index}/load`, fault)]),
      ...(both ? [invalid(`${path}/${index}`, 'a set has reps or seconds, not both')] : []),
    ]
  })

const unknownExercise = (path: string, exerciseId: string, { id, exercises }: NormalSession): Fault => {
  const known = exercises.map((exercise) => exercise.id).join(', ')
  return invalid(path, `session "${id}" has no exercise "${exerciseId}"; it has: ${known || 'none'}`)
}

const exerciseOf = ({ exercises }: NormalSession, exerciseId: string): NormalExercise | undefined =>
  exercises.find(({ id }) => id === exerciseId)

/**
 * `today` is UTC's calendar day; `shortened` the session that Time Crunch Mode made for that day: how hard two sets were
 * says little of four.
 */
export const checkRpeReport = (
  plan: NormalPlan,
  sent: SentRpe,
  today: string,
  shortened?: AppliedSession,
): CheckedReport<RpeReport> => {
  const found = findSession(plan, sent.sessionId)
  if (!found) return { outcome: 'no_session' }
  const { session, weekNumber } = found
  const exercise = exerciseOf(session, sent.exerciseId)
  const faults = [
    ...textFaults(sent),
    ...dayFaults(sent.date, today),
    ...doneSetFaults(sent.sets, '/sets'),
    ...(exercise ? [] : [unknownExercise('/exerciseId', sent.exerciseId, session)]),
  ]
  if (!exercise || faults.length > 0) return { outcome: 'faulty', faults }
  const { targetRpe: reported, ...rest } = sent
  const report: RpeReport = {
    kind: 'rpe',
    ...rest,
    weekNumber,
    ...inItsPlace(exercise, shortened),
    ...targetRpe(exercise, reported),
    plannedSets: meantSets(exercise, shortened),
    programmedSets: workingSetCount(exercise),
  }
  return { outcome: 'checked', report }
}

/** The planned sets are the report's word, else what the day meant. */
const doneExercise = (
  { plannedSets, ...done }: SentPerformance['exercises'][number],
  exercise: NormalExercise,
  shortened: AppliedSession | undefined,
): DoneExercise => {
  const programmedSets = workingSetCount(exercise)
  return {
    ...done,
    ...inItsPlace(exercise, shortened),
    plannedSets: plannedSets ?? meantSets(exercise, shortened),
    programmedSets,
  }
}

const doneFaults = (sent: SentPerformance, session: NormalSession): Fault[] =>
  sent.exercises.flatMap(({ exerciseId, completedSets, sets }, index) => {
    const path = `/exercises/${index}`
    const before = sent.exercises.findIndex((other) => other.exerciseId === exerciseId)
    const faults = doneSetFaults(sets, `${path}/sets`)
    if (!exerciseOf(session, exerciseId)) {
      faults.push(unknownExercise(`${path}/exerciseId`, exerciseId, session))
    }
    if (before < index) {
      faults.push(invalid(`${path}/exerciseId`, `"${exerciseId}" stands in entry ${before} already`))
    }
    if (sets && sets.length > completedSets) {
      const message = `${sets.length} sets are listed, but completedSets is ${completedSets}`
      faults.push(invalid(`${path}/sets`, message))
    }
    return faults
  })

/**
 * An exercise that is left out is one that nothing was said about, not one that was skipped: that is 0 sets. `shortened`
 * is the session that Time Crunch Mode made for that day: what it took out was not left undone.
 */
export const checkPerformanceReport = (
  plan: NormalPlan,
  sent: SentPerformance,
  today: string,
  shortened?: AppliedSession,
): CheckedReport<PerformanceReport> => {
  const found = findSession(plan, sent.sessionId)
  if (!found) return { outcome: 'no_session' }
  const { session, weekNumber } = found
  const faults = [...textFaults(sent), ...dayFaults(sent.date, today), ...doneFaults(sent, session)]
  if (faults.length > 0) return { outcome: 'faulty', faults }
  const exercises = sent.exercises.flatMap((done) => {
    const exercise = exerciseOf(session, done.exerciseId)
    return exercise ? [doneExercise(done, exercise, shortened)] : []
  })
  return { outcome: 'checked', report: { kind: 'performance', ...sent, weekNumber, exercises } }
}
