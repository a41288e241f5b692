/** The plan document: the full week of the draft, written out for every week of the calendar. */
import type { NormalExercise, NormalMicrocycle, NormalPlan, NormalSession } from '../plan/document.ts'
import { slug } from '../plan/identify.ts'
import { levelOn, type Week } from './calendar.ts'
import { dosageOf, type Level } from './dosage.ts'
import { deloadEffort, effortOf, loadOf } from './effort.ts'
import { spoken, type TrainingIntent } from './intent.ts'
import { mannerOf } from './manner.ts'
import type { DraftExercise, DraftSession, WeekDraft } from './week-draft.ts'
import { setsOfWeek, type WeekSets } from './week-sets.ts'
import { writeExercise } from './write-exercise.ts'

const writeLift = (
  { goal, experience }: TrainingIntent,
  { movement, role, duty }: DraftExercise,
  sets: number,
  level: Level,
  { progress }: Week,
): NormalExercise => {
  const { reps, seconds, restSeconds } = dosageOf(goal, experience, duty, level, mannerOf(movement))
  const rpe = effortOf(experience, duty, progress)
  const load = role === 'core' && reps !== undefined ? loadOf(experience, reps, rpe) : undefined
  return writeExercise(movement, role, {
    sets,
    ...(reps !== undefined && { reps }),
    ...(seconds !== undefined && { seconds }),
    ...(load !== undefined && { load }),
    rpe,
    restSeconds,
  })
}

/** Core lifts, then what moves most, then the small and the trunk: nothing heavy is done on tired small muscles. */
const rankOf = ({ role, duty, movement }: DraftExercise): number => {
  if (role === 'core') return 0
  if (duty === 'main') return 1
  if (movement.pattern === 'trunk' || movement.pattern === 'carry') return 4
  return duty === 'compound' ? 2 : 3
}

/** Stable: what was chosen first comes first. */
export const inOrder = (exercises: readonly DraftExercise[]): DraftExercise[] =>
  [...exercises].sort((one, other) => rankOf(one) - rankOf(other))

/** Weeks share nothing, so that whoever edits one changes no other. */
const copy = (exercise: NormalExercise): NormalExercise => ({
  ...exercise,
  primaryMuscles: [...exercise.primaryMuscles],
  secondaryMuscles: [...exercise.secondaryMuscles],
})

/** Conditioning is halved in a deload like everything else, and as easy. */
const easier = (exercise: NormalExercise, { deload, setShare }: Week): NormalExercise =>
  deload && typeof exercise.sets === 'number'
    ? { ...exercise, sets: Math.max(1, Math.ceil(exercise.sets * setShare)), rpe: deloadEffort }
    : exercise

const writeSession = (
  intent: TrainingIntent,
  { template, before, after, exercises }: DraftSession,
  place: number,
  week: Week,
  sets: WeekSets,
): NormalSession => {
  const level = levelOn(week, template, place)
  const name =
    intent.progression === 'undulating' && !template.isEasy ? `${template.name} (${level})` : template.name
  return {
    id: `w${week.weekNumber}-${slug(template.name, 'session')}`,
    name,
    dayOfWeek: template.dayOfWeek,
    exercises: [
      ...before.map(copy),
      ...inOrder(exercises).map((exercise) => writeLift(intent, exercise, sets.get(exercise)!, level, week)),
      ...after.map((exercise) => easier(copy(exercise), week)),
    ],
  }
}

const writeWeek = (draft: WeekDraft, week: Week): NormalMicrocycle => {
  const sets = setsOfWeek(draft, week)
  return {
    weekNumber: week.weekNumber,
    phase: week.phase,
    ...(week.deload && { deload: true }),
    sessions: draft.sessions.map((session, place) => writeSession(draft.intent, session, place, week, sets)),
  }
}

export const writePlan = (draft: WeekDraft, weeks: readonly Week[]): NormalPlan => {
  const { name, goal, experience, minutesPerSession, progression, seed } = draft.intent
  return {
    name,
    description: `Generated for ${spoken(goal)}, ${experience}, at most ${minutesPerSession} minutes a session, ${progression} progression, seed ${JSON.stringify(seed)}.`,
    microcycles: weeks.map((week) => writeWeek(draft, week)),
  }
}
