/** From a plan document, whose shape and bounds the schema has checked, to its normal form, or to every fault in it. */
import type { FindMovement } from '../movements/movement.ts'
import { groupFaults } from './check-groups.ts'
import type {
  MicrocycleDocument,
  NormalMicrocycle,
  NormalPlan,
  NormalSession,
  PlanDocument,
  SessionDocument,
} from './document.ts'
import type { Checked, Fault } from './faults.ts'
import { identify, repeatedAt } from './identify.ts'
import { normaliseExercise } from './normalise-exercise.ts'
import { textFaults } from './text-faults.ts'

const blankFault = (name: string | undefined, path: string): Fault[] =>
  name?.trim() === '' ? [{ path, message: 'a name may not be blank', kind: 'invalid' }] : []

const normaliseSession = (
  session: SessionDocument,
  id: string,
  findMovement: FindMovement,
  path: string,
  faults: Fault[],
): NormalSession => {
  faults.push(...blankFault(session.name, `${path}/name`))
  const ids = identify(session.exercises, 'exercise')
  for (const index of repeatedAt(ids)) {
    const message = `exercise ids are unique in their session; "${ids[index]}" stands there before`
    faults.push({ path: `${path}/exercises/${index}/id`, message, kind: 'invalid' })
  }
  const exercises = session.exercises.map((exercise, index) =>
    normaliseExercise(exercise, ids[index] ?? '', findMovement, `${path}/exercises/${index}`, faults),
  )
  faults.push(...groupFaults(exercises, `${path}/exercises`))
  const { name, dayOfWeek } = session
  return { id, name, dayOfWeek, exercises }
}

const weekFaults = (microcycles: readonly MicrocycleDocument[]): Fault[] =>
  microcycles.flatMap(({ weekNumber }, index) => {
    const before = microcycles[index - 1]?.weekNumber ?? 0
    if (weekNumber > before) return []
    const message = `microcycles ascend by weekNumber; ${weekNumber} follows ${before}`
    return [{ path: `/microcycles/${index}/weekNumber`, message, kind: 'invalid' as const }]
  })

/**
 * Pure, and never changes what it is given. The document's amendment is left to `checkAmendment`.
 * `findMovement` is the movement library; without it every slug is a mere label.
 */
export const normalisePlan = (
  document: PlanDocument,
  findMovement: FindMovement = () => undefined,
): Checked<NormalPlan> => {
  const { name, description, coachId } = document
  const faults: Fault[] = [
    ...textFaults(document),
    ...blankFault(name, '/name'),
    ...weekFaults(document.microcycles),
  ]
  // Session ids are unique in the whole plan, so they are made over all weeks at once.
  const ids = identify(
    document.microcycles.flatMap(({ sessions }) => sessions),
    'session',
  )
  const repeated = new Set(repeatedAt(ids))
  let sessionCount = 0
  const microcycles = document.microcycles.map((microcycle, week): NormalMicrocycle => {
    const sessions = microcycle.sessions.map((session, day) => {
      const path = `/microcycles/${week}/sessions/${day}`
      const id = ids[sessionCount] ?? ''
      if (repeated.has(sessionCount)) {
        const message = `session ids are unique in the plan; "${id}" stands there before`
        faults.push({ path: `${path}/id`, message, kind: 'invalid' })
      }
      sessionCount += 1
      return normaliseSession(session, id, findMovement, path, faults)
    })
    return { ...microcycle, sessions }
  })
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: {
      name,
      ...(description !== undefined && { description }),
      ...(coachId !== undefined && { coachId }),
      microcycles,
    },
  }
}
