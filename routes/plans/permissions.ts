/** Who may do what with a plan that they can see: its owner, its coach, an admin (docs/plans.md). */
import type { Amendment } from '../../domain/amendment/amendment.ts'
import { coachsWordChanges } from '../../domain/plan/coachs-word.ts'
import type { NormalPlan } from '../../domain/plan/document.ts'
import { problem } from '../../problems.ts'
import { type Caller, isAdmin } from '../../store/caller.ts'

/** The coach's word is free for the coach, for admins, and for the owner of a plan that names no other coach. */
export const mayAmend = (caller: Caller, ownerId: string, coachId: string | null | undefined): boolean =>
  isAdmin(caller) || caller.id === (coachId ?? ownerId)

export const requireMayAmend = (
  caller: Caller,
  ownerId: string,
  coachId: string | null | undefined,
): void => {
  if (mayAmend(caller, ownerId, coachId)) return
  throw problem('forbidden', "Only the plan's coach or an admin may write its amendment")
}

/** An athlete can't rewrite the coach's word by replacing the plan. */
export const requireCoachsWordKept = (before: NormalPlan, after: NormalPlan, amendment: Amendment): void => {
  const changes = coachsWordChanges(before, after, amendment)
  if (changes.length === 0) return
  throw problem('forbidden', "Only the plan's coach or an admin may change what the coach protects", {
    errors: changes.slice(0, 100).map(({ path, message }) => ({ path, message })),
  })
}

/** The plan is its owner's: a coach edits it, but does not take it away. */
export const requireMayRemove = (caller: Caller, ownerId: string): void => {
  if (isAdmin(caller) || caller.id === ownerId) return
  throw problem('forbidden', 'Only the owner of a plan or an admin may delete it')
}
