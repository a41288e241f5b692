/**
 * The full week that a plan is made from, while it is being made: what is in each session, how long it lasts on its
 * longest day, and what every muscle has so far. Says what still has room; never lets anything in that has none.
 */
import type { Movement } from '../movements/movement.ts'
import { isUnilateral } from '../movements/tags.ts'
import { stimulusParameters } from '../parameters.ts'
import type { NormalExercise, Role } from '../plan/document.ts'
import type { MuscleShare } from '../stimulus/fractional-sets.ts'
import { type Duty, dosageOf, type Level, setBounds } from './dosage.ts'
import { moreSeconds, type SetTimes, setTimesOf } from './exercise-seconds.ts'
import type { TrainingIntent } from './intent.ts'
import { mannerOf } from './manner.ts'
import type { SessionTemplate } from './split.ts'
import type { VolumeRange } from './volume-range.ts'
import { sharesOf, writeExercise } from './write-exercise.ts'

/** A movement in the part that it would play. */
export interface Candidate {
  readonly movement: Movement
  readonly role: Role
  readonly duty: Duty
  /** What a set counts for each muscle. */
  readonly shares: readonly MuscleShare[]
  /** By level, as in its session's `levels`. */
  readonly times: readonly SetTimes[]
}

export interface DraftExercise extends Candidate {
  readonly why: string
  sets: number
}

export interface DraftSession {
  readonly template: SessionTemplate
  /** Warm-up and conditioning, whose time is set aside first. */
  readonly before: readonly NormalExercise[]
  readonly after: readonly NormalExercise[]
  /** How heavy the session ever is. */
  readonly levels: readonly Level[]
  readonly budgetSeconds: number
  /** Of the lifting, by level, as in `levels`. */
  readonly seconds: number[]
  readonly muscleSets: Map<string, number>
  readonly exercises: DraftExercise[]
}

/** More different exercises than this are a list, not a session. */
const mostExercises = 10

/** A hair, so that sums of halves and quarters do not fail by their rounding. */
export const tolerance = 1e-9

const addTo = (sets: Map<string, number>, muscle: string, count: number): void => {
  sets.set(muscle, (sets.get(muscle) ?? 0) + count)
}

export type Room = 'ok' | 'time' | 'volume' | 'full'

export class WeekDraft {
  readonly intent: TrainingIntent
  readonly ranges: ReadonlyMap<string, VolumeRange>
  readonly sessions: readonly DraftSession[]
  readonly muscleSets = new Map<string, number>()
  readonly #times = new Map<string, SetTimes>()

  constructor(
    intent: TrainingIntent,
    ranges: ReadonlyMap<string, VolumeRange>,
    sessions: readonly DraftSession[],
  ) {
    this.intent = intent
    this.ranges = ranges
    this.sessions = sessions
  }

  candidate(session: DraftSession, movement: Movement, role: Role, duty: Duty): Candidate {
    const times = session.levels.map((level) => this.#timesOf(movement, role, duty, level))
    return { movement, role, duty, shares: sharesOf(movement), times }
  }

  /** Movements that are set up, loaded and done alike cost the same, so the clock is asked once for all of them. */
  #timesOf(movement: Movement, role: Role, duty: Duty, level: Level): SetTimes {
    const { equipment, station, setupSeconds } = movement
    const manner = mannerOf(movement)
    const key = `${role} ${duty} ${level} ${equipment} ${station} ${setupSeconds} ${isUnilateral(movement)} ${manner.isTimed}`
    let times = this.#times.get(key)
    if (times === undefined) {
      const { goal, experience } = this.intent
      const dosage = dosageOf(goal, experience, duty, level, manner)
      times = setTimesOf((sets) => writeExercise(movement, role, { sets, ...dosage }))
      this.#times.set(key, times)
    }
    return times
  }

  /** Whether `count` more sets of a movement that has `from` fit: the time of every level, the muscles' most, the list. */
  room(session: DraftSession, candidate: Candidate, from: number, count: number): Room {
    if (from === 0 && session.exercises.length >= mostExercises) return 'full'
    for (const { muscle, sets } of candidate.shares) {
      const more = sets * count
      const most = this.ranges.get(muscle)?.maximum ?? 0
      if ((this.muscleSets.get(muscle) ?? 0) + more > most + tolerance) return 'volume'
      const inSession = (session.muscleSets.get(muscle) ?? 0) + more
      if (inSession > stimulusParameters.setsCap.value + tolerance) return 'volume'
    }
    const fits = candidate.times.every(
      (times, index) => session.seconds[index]! + moreSeconds(times, from, count) <= session.budgetSeconds,
    )
    return fits ? 'ok' : 'time'
  }

  add(session: DraftSession, exercise: DraftExercise): DraftExercise {
    const added = { ...exercise, sets: 0 }
    session.exercises.push(added)
    this.extend(session, added, exercise.sets)
    return added
  }

  extend(session: DraftSession, exercise: DraftExercise, count: number): void {
    for (const [index, times] of exercise.times.entries()) {
      session.seconds[index]! += moreSeconds(times, exercise.sets, count)
    }
    for (const share of exercise.shares) {
      addTo(session.muscleSets, share.muscle, share.sets * count)
      addTo(this.muscleSets, share.muscle, share.sets * count)
    }
    exercise.sets += count
  }

  timesInWeek(movement: Movement): number {
    return this.sessions.filter(({ exercises }) => exercises.some((one) => one.movement === movement)).length
  }

  bounds(duty: Duty): ReturnType<typeof setBounds> {
    return setBounds(this.intent.goal, duty, this.intent.minutesPerSession)
  }
}

/** Work for the trunk rests and counts like small work, however many joints it takes. */
export const dutyOf = ({ mechanic, pattern }: Movement): Duty =>
  pattern === 'trunk' ? 'isolation' : mechanic

/** Whether the session's part of the body has all that the movement is for. */
export const suitsSession = ({ template }: Pick<DraftSession, 'template'>, movement: Movement): boolean =>
  movement.primaryMuscles.every((muscle) => template.region.has(muscle))
