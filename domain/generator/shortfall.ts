/** Why a muscle did not reach the least that its range asks for. */
import type { Movement } from '../movements/movement.ts'
import { type Exclusion, exclusionOf, isLifting } from './available-movements.ts'
import type { Drafted } from './draft-week.ts'
import { type DraftSession, dutyOf, type Room, suitsSession, type WeekDraft } from './week-draft.ts'

export type Shortfall = Exclusion | 'library' | 'time' | 'volume' | 'full' | 'variety'

/** What stands in the way most often among the movements for the muscle that the intent leaves no place. */
const commonest = (exclusions: readonly Exclusion[]): Exclusion =>
  (['equipment', 'limitation', 'experience'] as const).reduce((most, each) => {
    const count = (one: Exclusion): number => exclusions.filter((other) => other === one).length
    return count(each) > count(most) ? each : most
  })

const roomFor = (draft: WeekDraft, session: DraftSession, movement: Movement): Room | 'done' => {
  const there = session.exercises.find((exercise) => exercise.movement === movement)
  if (there !== undefined) {
    return there.sets < draft.bounds(there.duty).most ? draft.room(session, there, there.sets, 1) : 'done'
  }
  const duty = dutyOf(movement)
  const candidate = draft.candidate(session, movement, 'accessory', duty)
  return draft.room(session, candidate, 0, draft.bounds(duty).fewest)
}

export const shortfallOf = (
  { draft, lifts }: Pick<Drafted, 'draft' | 'lifts'>,
  muscle: string,
  movements: readonly Movement[],
): Shortfall => {
  const forIt = movements.filter(
    (movement) => isLifting(movement, draft.intent) && movement.primaryMuscles.includes(muscle),
  )
  if (forIt.length === 0) return 'library'
  const available = lifts.filter((movement) => movement.primaryMuscles.includes(muscle))
  if (available.length === 0) {
    return commonest(forIt.flatMap((movement) => exclusionOf(movement, draft.intent) ?? []))
  }
  const rooms = new Set(
    draft.sessions.flatMap((session) =>
      available
        .filter((movement) => suitsSession(session, movement))
        .map((movement) => roomFor(draft, session, movement)),
    ),
  )
  return (['time', 'volume', 'full'] as const).find((reason) => rooms.has(reason)) ?? 'variety'
}
