/** The lifts that lead each session, one for each of its template's patterns: the heart of the plan, chosen first. */
import type { Movement, MovementPattern } from '../movements/movement.ts'
import { levelsAbove } from './available-movements.ts'
import type { Goal } from './intent.ts'
import { spoken } from './intent.ts'
import { isLoadable } from './manner.ts'
import type { Slot } from './split.ts'
import { type DraftSession, dutyOf, suitsSession, type WeekDraft } from './week-draft.ts'

/** How many core lifts may lead one session, and how much they are wanted there. */
const coreLifts: Readonly<Record<Goal, { most: number; worth: number }>> = {
  strength: { most: 3, worth: 1.5 },
  hypertrophy: { most: 2, worth: 0.6 },
  general_fitness: { most: 2, worth: 0.4 },
  muscular_endurance: { most: 1, worth: 0 },
}

/** What a resistance that grows in known steps is worth in a lead. */
const loadWorth: Readonly<Record<Goal, number>> = {
  strength: 1.5,
  hypertrophy: 0.5,
  general_fitness: 0.6,
  muscular_endurance: 0.4,
}

/** What leads a session should not have to be learnt first. */
const levelPenalty = 0.8

export interface LeftOut {
  readonly session: string
  readonly pattern: MovementPattern
  readonly reason: 'none' | 'time' | 'volume' | 'full'
}

/** Better first; `taste` is the seed's say among movements that are about as good. */
const worthOf = (
  draft: WeekDraft,
  movement: Movement,
  asCore: boolean,
  taste: ReadonlyMap<string, number>,
): number => {
  const { goal, priorities } = draft.intent
  const used = draft.timesInWeek(movement)
  return (
    0.45 * taste.get(movement.slug)! +
    (movement.mechanic === 'compound' ? 0.5 : 0) +
    (asCore ? coreLifts[goal].worth : 0) +
    (isLoadable(movement) ? loadWorth[goal] : 0) +
    (movement.primaryMuscles.some((muscle) => priorities.has(muscle)) ? 0.3 : 0) -
    levelPenalty * levelsAbove(movement, draft.intent) -
    // A core lift is learnt by being done often; other work is better varied.
    (asCore && goal === 'strength' ? 0 : 0.6) * used
  )
}

const mayBeCore = (draft: WeekDraft, session: DraftSession, movement: Movement): boolean =>
  movement.coreLift &&
  !session.template.isEasy &&
  session.exercises.filter(({ role }) => role === 'core').length < coreLifts[draft.intent.goal].most

const whyOf = (movement: Movement, pattern: MovementPattern, isCore: boolean): string =>
  isCore
    ? `leads as the ${spoken(pattern)} of the session: a core lift, so it comes early and Time Crunch keeps it`
    : `leads as the ${spoken(pattern)} of the session, with ${spoken(movement.equipment)}`

const fillSlot = (
  draft: WeekDraft,
  session: DraftSession,
  slot: Slot,
  available: readonly Movement[],
  taste: ReadonlyMap<string, number>,
): LeftOut['reason'] | undefined => {
  const inSession = new Set(session.exercises.map(({ movement }) => movement.slug))
  const fitting = available.filter(
    (movement) => !inSession.has(movement.slug) && suitsSession(session, movement),
  )
  const pattern = slot.find((each) => fitting.some((movement) => movement.pattern === each))
  if (pattern === undefined) return 'none'
  const ranked = fitting
    .filter((movement) => movement.pattern === pattern)
    .map((movement) => {
      const isCore = mayBeCore(draft, session, movement)
      return { movement, isCore, worth: worthOf(draft, movement, isCore, taste) }
    })
    .sort((one, other) => other.worth - one.worth)
  let reason: LeftOut['reason'] = 'none'
  for (const { movement, isCore } of ranked) {
    const lead = isCore || (session.exercises.length === 0 && !session.template.isEasy)
    const duty = lead ? 'main' : dutyOf(movement)
    const candidate = draft.candidate(session, movement, isCore ? 'core' : 'accessory', duty)
    const sets = draft.bounds(duty).fewest
    const room = draft.room(session, candidate, 0, sets)
    if (room === 'ok') {
      draft.add(session, { ...candidate, sets, why: whyOf(movement, pattern, isCore) })
      return undefined
    }
    reason = room
  }
  return reason
}

/** Adds to the draft; answers what found no place. */
export const chooseLeads = (
  draft: WeekDraft,
  available: readonly Movement[],
  taste: ReadonlyMap<string, number>,
): LeftOut[] =>
  draft.sessions.flatMap((session) =>
    session.template.slots.flatMap((slot) => {
      const reason = fillSlot(draft, session, slot, available, taste)
      return reason === undefined ? [] : [{ session: session.template.name, pattern: slot[0]!, reason }]
    }),
  )
