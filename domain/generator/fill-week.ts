/**
 * Fills what time the leads have left: one set, or one new exercise, at a time, always the one that gives the week most
 * of what it lacks for a second of its session. Ends when nothing is lacking or nothing fits.
 *
 * What is added makes no other option better, so a worth once computed stays an upper bound, and only the option with the
 * highest has to be looked at again (the accelerated greedy algorithm, Minoux 1978).
 */
import type { Movement } from '../movements/movement.ts'
import { levelsAbove } from './available-movements.ts'
import { moreSeconds } from './exercise-seconds.ts'
import { spoken } from './intent.ts'
import { isLoadable } from './manner.ts'
import { worthOfSets } from './need.ts'
import { type DraftExercise, type DraftSession, dutyOf, suitsSession, type WeekDraft } from './week-draft.ts'

interface Option {
  readonly session: DraftSession
  /** The exercise that grows; a new one where it has no sets yet. */
  readonly exercise: DraftExercise
  /** Never under its worth; zero or less when it is out. */
  bound: number
}

/** A set of a core lift is practice, whatever its muscles have already (Ralston 2017: 5–9 sets of a lift a week). */
const practiceWorth = 1
/** A fourth and fifth set of one exercise give less than the same sets of another (Fonseca 2014). */
const lateSetShare = 0.7
const lateSets = 3
/** The like of what the session has already. */
const repeatShare = 0.55
const repeatInWeekShare = 0.8
const levelShare = 0.6
/** Core lifts as small work are heavy on everything; they have their own place. */
const coreAsAccessoryShare = 0.25
/** Another session that has less of the muscle is the better place (Schoenfeld 2016). */
const crowding = 0.1
/** A full session loses this share of its pull, so that the week's sessions come out about as long. */
const fullSessionLoss = 0.5
/** Too little to be worth changing shoes for. */
const leastWorth = 0.05

const isAlike = (one: Movement, other: Movement): boolean =>
  one.pattern === other.pattern && one.primaryMuscles[0] === other.primaryMuscles[0]

const holds = ({ exercises }: DraftSession, movement: Movement): boolean =>
  exercises.some((exercise) => exercise.movement === movement)

class Filler {
  readonly #draft: WeekDraft
  readonly #taste: ReadonlyMap<string, number>
  readonly #options: Option[]

  constructor(draft: WeekDraft, available: readonly Movement[], taste: ReadonlyMap<string, number>) {
    this.#draft = draft
    this.#taste = taste
    this.#options = draft.sessions.flatMap((session) => [
      ...session.exercises.map((exercise) => ({ session, exercise, bound: Number.POSITIVE_INFINITY })),
      ...available
        .filter((movement) => suitsSession(session, movement) && !holds(session, movement))
        .map((movement) => ({
          session,
          exercise: {
            ...draft.candidate(session, movement, 'accessory', dutyOf(movement)),
            why: '',
            sets: 0,
          },
          bound: Number.POSITIVE_INFINITY,
        })),
    ])
  }

  /** Sets that the option adds. */
  #countOf({ exercise: { duty, sets } }: Option): number {
    return sets === 0 ? this.#draft.bounds(duty).fewest : 1
  }

  /** Gain of worth over the week, shared down where the session is crowded with the muscle already. */
  #gain({ session, exercise: { shares, role, sets: had } }: Option, count: number): number {
    const { ranges, muscleSets, intent } = this.#draft
    let gain = 0
    for (const { muscle, sets } of shares) {
      const range = ranges.get(muscle)
      if (range === undefined) continue
      const before = muscleSets.get(muscle) ?? 0
      const isPriority = intent.priorities.has(muscle)
      const more =
        worthOfSets(before + sets * count, range, isPriority) - worthOfSets(before, range, isPriority)
      gain += more / (1 + crowding * (session.muscleSets.get(muscle) ?? 0))
    }
    if (role === 'core' && intent.goal === 'strength') gain += practiceWorth * count
    return had >= lateSets ? gain * lateSetShare : gain
  }

  /** How well a new exercise suits its session and athlete, and the seed. */
  #suits({ session, exercise: { movement } }: Option): number {
    const { intent } = this.#draft
    const alike = session.exercises.filter((one) => isAlike(one.movement, movement)).length
    const wantsLoad = intent.goal === 'strength' || intent.goal === 'hypertrophy'
    return (
      (0.8 + 0.4 * this.#taste.get(movement.slug)!) *
      repeatShare ** alike *
      repeatInWeekShare ** this.#draft.timesInWeek(movement) *
      levelShare ** levelsAbove(movement, intent) *
      (movement.coreLift ? coreAsAccessoryShare : 1) *
      (wantsLoad && !isLoadable(movement) ? 0.8 : 1)
    )
  }

  /** For a second of the session's longest day; 0 for what has no room or too little worth, now and ever after. */
  #worth(option: Option): number {
    const { session, exercise } = option
    const { sets, duty, times } = exercise
    if (sets >= this.#draft.bounds(duty).most) return 0
    const count = this.#countOf(option)
    const gain = this.#gain(option, count)
    if (gain < leastWorth || this.#draft.room(session, exercise, sets, count) !== 'ok') return 0
    const seconds = Math.max(...times.map((each) => moreSeconds(each, sets, count)))
    const evenness = 1 - (fullSessionLoss * Math.max(...session.seconds)) / session.budgetSeconds
    return ((sets === 0 ? this.#suits(option) : 1) * evenness * gain) / seconds
  }

  #highest(): Option | undefined {
    let highest: Option | undefined
    for (const option of this.#options) {
      if (option.bound > (highest?.bound ?? 0)) highest = option
    }
    return highest
  }

  /** Takes the best option there is; false when there is none. */
  fillOne(): boolean {
    for (let option = this.#highest(); option !== undefined; option = this.#highest()) {
      const worth = this.#worth(option)
      if (worth === option.bound) {
        this.#take(option)
        return true
      }
      option.bound = worth
    }
    return false
  }

  #take(option: Option): void {
    const { session, exercise } = option
    const count = this.#countOf(option)
    if (exercise.sets > 0) {
      this.#draft.extend(session, exercise, count)
      return
    }
    const why = this.#why(exercise.movement)
    const added = this.#draft.add(session, { ...exercise, sets: count, why })
    option.bound = 0
    this.#options.push({ session, exercise: added, bound: Number.POSITIVE_INFINITY })
  }

  /** The muscle that the exercise is added for, and what the week had of it. */
  #why(movement: Movement): string {
    const { ranges, muscleSets } = this.#draft
    const [neediest] = movement.primaryMuscles
      .map((muscle) => ({ muscle, had: muscleSets.get(muscle) ?? 0, range: ranges.get(muscle)! }))
      .sort((one, other) => other.range.target - other.had - (one.range.target - one.had))
    const { muscle, had, range } = neediest!
    return range.target > 0
      ? `adds ${spoken(muscle)}, which had ${Number(had.toFixed(2))} of ${range.target} sets aimed at in the week`
      : `adds ${spoken(muscle)} of its own, where time was left`
  }
}

export const fillWeek = (
  draft: WeekDraft,
  available: readonly Movement[],
  taste: ReadonlyMap<string, number>,
): void => {
  const filler = new Filler(draft, available, taste)
  while (filler.fillOne());
}
