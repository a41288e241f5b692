/** Who may curate, and who may review what: roles for the whole scope, four eyes for a draft (docs/curation.md). */
import { ownWork } from '../../domain/curation/four-eyes.ts'
import { problem } from '../../problems.ts'
import { type Caller, isAdmin } from '../../store/caller.ts'
import type { StoredDraft } from '../../store/curation-row.ts'

export const requireCurator = (caller: Caller): void => {
  if (isAdmin(caller) || caller.roles.includes('curator')) return
  throw problem('forbidden', 'Only curators and admins may curate movements')
}

/**
 * 403, not 409: the draft's state allows the approval, this caller may not give it. For admins too: the rule is about a
 * second pair of eyes, not about rights.
 */
export const requireSecondPairOfEyes = (stored: StoredDraft, caller: Caller): void => {
  const part = ownWork(stored, caller.id)
  if (part === undefined) return
  throw problem(
    'forbidden',
    `Nobody approves their own work, admins neither: whoever approves this draft ${part} as well`,
  )
}
