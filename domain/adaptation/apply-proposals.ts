/** A plan with proposals applied. Each of them changes values of its own, or they contradict each other. */
import type { NormalExercise, NormalMicrocycle, NormalPlan, NormalSession } from '../plan/document.ts'
import { withDeloadRpe, withMovement, withWorkingSets } from './change-exercise.ts'
import type { PlanChange, Proposal } from './proposal.ts'

export interface Conflict {
  readonly one: Proposal
  readonly other: Proposal
}

/** Where a change is made. */
const placeOf = ({ weekNumber, sessionId, exerciseId }: PlanChange): string =>
  JSON.stringify([weekNumber, sessionId, exerciseId])

/**
 * What a proposal takes for itself: exercises that it changes, whatever it does to them, and the place of what it brings
 * in, which a session holds once.
 */
const claimsOf = ({ changes, replacement }: Proposal): string[] => [
  ...changes.map(placeOf),
  ...(replacement
    ? changes.map((change) => placeOf({ ...change, exerciseId: replacement.movement.slug }))
    : []),
]

/** The first two that claim the same, in their order; undefined when all go together. */
export const findConflict = (proposals: readonly Proposal[]): Conflict | undefined => {
  const taken = new Map<string, Proposal>()
  for (const other of proposals) {
    const claims = claimsOf(other)
    const one = claims.map((claim) => taken.get(claim)).find((earlier) => earlier !== undefined)
    if (one) return { one, other }
    for (const claim of claims) taken.set(claim, other)
  }
  return undefined
}

interface Edit extends PlanChange {
  readonly replacement: Proposal['replacement']
}

const edited = (exercise: NormalExercise, edits: readonly Edit[]): NormalExercise =>
  edits.reduce((before, { field, after, replacement }) => {
    if (field === 'sets') return withWorkingSets(before, Number(after))
    if (field === 'rpe') return withDeloadRpe(before)
    return replacement ? withMovement(before, replacement.movement) : before
  }, exercise)

/** The plan that was given stays as it was; what no proposal touches is shared with it. */
export const applyProposals = (plan: NormalPlan, proposals: readonly Proposal[]): NormalPlan => {
  const edits = new Map<string, Edit[]>()
  for (const { changes, replacement } of proposals) {
    for (const change of changes) {
      const place = placeOf(change)
      edits.set(place, [...(edits.get(place) ?? []), { ...change, replacement }])
    }
  }
  const at = (weekNumber: number, sessionId: string | null, exerciseId: string | null): Edit[] =>
    edits.get(JSON.stringify([weekNumber, sessionId, exerciseId])) ?? []
  const session = (week: NormalMicrocycle, before: NormalSession): NormalSession => ({
    ...before,
    exercises: before.exercises.map((one) => edited(one, at(week.weekNumber, before.id, one.id))),
  })
  return {
    ...plan,
    microcycles: plan.microcycles.map((week) => ({
      ...week,
      ...(at(week.weekNumber, null, null).some(({ field }) => field === 'deload') && { deload: true }),
      sessions: week.sessions.map((one) => session(week, one)),
    })),
  }
}
