/**
 * A session for a day on which some equipment is not there. Whatever needs it gives its place to the best alternative
 * that does not; where there is none it is left out. Core lifts, and what the coach grouped with one, are swapped only
 * where the amendment allows it; they and what the coach pinned are never left out.
 */
import type { Amendment } from '../amendment/amendment.ts'
import { prepareSession } from '../clock/prepare-session.ts'
import { groupRuns } from '../plan/check-groups.ts'
import type { NormalExercise, NormalSession } from '../plan/document.ts'
import { type Alternative, alternativesOf } from './alternatives.ts'
import type { Movement } from './movement.ts'
import { canStandIn } from './stand-in.ts'
import type { Swap } from './swap.ts'
import { keptSentence, leftOutSentence, swappedSentence } from './swap-sentences.ts'
import { swappedExercise } from './swapped-exercise.ts'
import { type MovementNames, movementOf, type Wanted, wantedOfExercise } from './wanted.ts'

export interface SwapperOptions {
  readonly library: MovementNames & { all(): readonly Movement[] }
  readonly amendment: Amendment
  /** Words of the vocabulary. */
  readonly unavailable: ReadonlySet<string>
  /** Slugs of movements that may not come in, because the coach banned exercises that are them. */
  readonly banned: ReadonlySet<string>
}

export interface SwappedSession {
  /** The very session that was given, when nothing in it changes. */
  readonly session: NormalSession
  readonly swaps: readonly Swap[]
}

type Guard = 'core' | 'pinned' | null

const swapOf = (
  { id: exerciseId, name: from }: NormalExercise,
  equipment: string,
  found: Alternative | undefined,
  guard: Guard,
  { allowCoreSwaps }: Amendment,
): Swap => {
  if (found !== undefined) {
    const { name: to, slug: movement } = found.movement
    const reason = swappedSentence(equipment, found)
    return { exerciseId, outcome: 'swapped', from, to, movement, reason }
  }
  const nothing = { exerciseId, from, to: null, movement: null }
  if (guard === null) return { ...nothing, outcome: 'left_out', reason: leftOutSentence(equipment) }
  return { ...nothing, outcome: 'kept', reason: keptSentence(equipment, guard, allowCoreSwaps) }
}

/** Swaps session after session; what it finds for an exercise it finds once. */
export class Swapper {
  readonly #options: SwapperOptions
  readonly #found = new Map<string, readonly Alternative[]>()

  constructor(options: SwapperOptions) {
    this.#options = options
  }

  /** `weekNumber` is the session's; the session is not changed. */
  swap(session: NormalSession, weekNumber: number): SwappedSession {
    const { amendment, library } = this.#options
    const missing = session.exercises.filter(
      (exercise) => !amendment.banned.includes(exercise.id) && this.#isMissing(exercise),
    )
    if (missing.length === 0) return { session, swaps: [] }
    const mechanics = new Map(
      prepareSession(session, weekNumber).exercises.map(({ id, mechanic }) => [id, mechanic]),
    )
    const guards = this.#guards(session)
    const taken = new Set(session.exercises.flatMap((exercise) => movementOf(exercise, library)?.slug ?? []))
    const swaps: Swap[] = []
    const exercises = session.exercises.flatMap((exercise): NormalExercise[] => {
      if (!missing.includes(exercise)) return [exercise]
      const wanted = wantedOfExercise(exercise, library)
      const guard = guards.get(exercise.id) ?? null
      const found =
        guard === 'core' && !amendment.allowCoreSwaps
          ? undefined
          : this.#alternatives(wanted).find(({ movement }) => !taken.has(movement.slug))
      swaps.push(swapOf(exercise, wanted.equipment!, found, guard, amendment))
      if (found === undefined) return guard === null ? [] : [exercise]
      taken.add(found.movement.slug)
      const swapped = swappedExercise(exercise, wanted.isUnilateral, found.movement)
      // The programme's mechanic, not the movement's: the rests that it implies are programmed, and they stay.
      return [{ ...swapped, mechanic: mechanics.get(exercise.id)! }]
    })
    const changed = swaps.some(({ outcome }) => outcome !== 'kept')
    return { session: changed ? { ...session, exercises } : session, swaps }
  }

  #isMissing(exercise: NormalExercise): boolean {
    const equipment = exercise.equipment ?? movementOf(exercise, this.#options.library)?.equipment
    return equipment !== undefined && this.#options.unavailable.has(equipment)
  }

  #guards({ exercises }: NormalSession): Map<string, Guard> {
    const { amendment } = this.#options
    const pinned = new Set(amendment.pinned.map(({ exerciseId }) => exerciseId))
    const beside = groupRuns(exercises)
      .filter(({ members }) => members.some(({ role }) => role === 'core'))
      .flatMap(({ members }) => members)
    return new Map(
      exercises.map((exercise) => {
        const { id, role } = exercise
        if (role === 'core' || beside.includes(exercise)) return [id, 'core']
        const isPinned = pinned.has(id) || exercise.pinned === true || exercise.minSets !== undefined
        return [id, isPinned ? 'pinned' : null]
      }),
    )
  }

  #alternatives(wanted: Wanted): readonly Alternative[] {
    const key = JSON.stringify(wanted)
    const known = this.#found.get(key)
    if (known !== undefined) return known
    const { library, unavailable, banned } = this.#options
    const found = alternativesOf(
      wanted,
      library.all(),
      (movement) =>
        !unavailable.has(movement.equipment) && !banned.has(movement.slug) && canStandIn(wanted, movement),
    )
    this.#found.set(key, found)
    return found
  }
}
