/** From the plan's normal form to a session ready for the clock: defaults decided, every set timed. */
import { clockParameters } from '../parameters.ts'
import type { Mechanic, NormalExercise, NormalSession, SetDocument } from '../plan/document.ts'
import type { Session, SessionExercise, TimedSet } from '../plan/session.ts'
import { hardnessReps } from './repetitions.ts'
import { defaultRestSeconds } from './rest.ts'
import { defaultSetupSeconds, stationOf } from './station.ts'
import { workSeconds } from './work.ts'

/** The set with what it takes from its exercise; its own reps or seconds replace whichever the exercise gives. */
const prescriptionOf = (exercise: NormalExercise, set: SetDocument): SetDocument => {
  const dose = set.reps === undefined && set.seconds === undefined ? exercise : set
  return {
    ...(dose.reps === undefined ? {} : { reps: dose.reps }),
    ...(dose.seconds === undefined ? {} : { seconds: dose.seconds }),
    ...withLoad(set.load ?? exercise.load),
    ...withRpe(set.rpe ?? exercise.rpe),
    ...(set.warmup === true ? { warmup: true } : {}),
    ...(set.restSeconds === undefined ? {} : { restSeconds: set.restSeconds }),
  }
}

const withLoad = (load: SetDocument['load']): SetDocument => (load === undefined ? {} : { load })
const withRpe = (rpe: SetDocument['rpe']): SetDocument => (rpe === undefined ? {} : { rpe })

const mechanicOf = (exercise: NormalExercise, secondaryMuscles: readonly string[]): Mechanic => {
  if (exercise.mechanic !== undefined) return exercise.mechanic
  const muscles = exercise.primaryMuscles.length + secondaryMuscles.length
  return muscles >= clockParameters.compoundMuscles.value ? 'compound' : 'isolation'
}

const defaultRamp = (exercise: NormalExercise): TimedSet[] =>
  exercise.role === 'core' && exercise.equipment === 'barbell'
    ? Array.from({ length: clockParameters.defaultRampSets.value }, () => ({
        prescription: {
          seconds: clockParameters.defaultRampSetSeconds.value,
          warmup: true,
          restSeconds: clockParameters.defaultRampRestSeconds.value,
        },
        workSeconds: clockParameters.defaultRampSetSeconds.value,
        restSeconds: clockParameters.defaultRampRestSeconds.value,
      }))
    : []

const prepareExercise = (exercise: NormalExercise, group: string | null): SessionExercise => {
  const secondaryMuscles = exercise.secondaryMuscles.filter(
    (muscle) => !exercise.primaryMuscles.includes(muscle),
  )
  const mechanic = mechanicOf(exercise, secondaryMuscles)
  const documents =
    typeof exercise.sets === 'number' ? Array<SetDocument>(exercise.sets).fill({}) : exercise.sets
  const prescriptions = documents.map((set) => prescriptionOf(exercise, set))
  const working = prescriptions.filter((set) => set.warmup !== true)
  const defaultRest = defaultRestSeconds(
    exercise.role,
    mechanic,
    Math.min(...working.map((set) => hardnessReps(set.reps))),
  )
  const timed = (set: SetDocument, rest: number): TimedSet => ({
    prescription: set,
    workSeconds: workSeconds(set, exercise),
    restSeconds: set.restSeconds ?? rest,
  })
  const workingSets = working.map((set) => timed(set, exercise.restSeconds ?? defaultRest))
  const listed = prescriptions
    .filter((set) => set.warmup === true)
    .map((set) => timed(set, clockParameters.restWarmupSetSeconds.value))
  const station = stationOf(exercise)
  return {
    id: exercise.id,
    name: exercise.name,
    role: exercise.role,
    priority: exercise.priority ?? 'normal',
    pinnedSets: exercise.minSets ?? (exercise.pinned === true ? workingSets.length : null),
    primaryMuscles: exercise.primaryMuscles,
    secondaryMuscles,
    mechanic,
    station,
    setupSeconds: exercise.setupSeconds ?? defaultSetupSeconds(station, exercise.role),
    restSeconds: Math.max(...workingSets.map((set) => set.restSeconds)),
    ownRestSeconds: exercise.restSeconds ?? null,
    group,
    warmupSets: listed.length > 0 ? listed : defaultRamp(exercise),
    workingSets,
  }
}

/** `session` must be in normal form: `normalisePlan` has found no fault in it. */
export const prepareSession = (session: NormalSession, weekNumber: number): Session => ({
  id: session.id,
  name: session.name,
  weekNumber,
  dayOfWeek: session.dayOfWeek,
  exercises: session.exercises.map((exercise, index) => {
    const inGroup =
      exercise.group !== undefined &&
      (session.exercises[index - 1]?.group === exercise.group ||
        session.exercises[index + 1]?.group === exercise.group)
    return prepareExercise(exercise, inGroup ? exercise.group! : null)
  }),
})
