/** The draft of a request's path, and whether it may take the move that is asked of it. */
import { type DraftMove, type DraftStatus, moveRefusal, statusAfter } from '../../domain/curation/status.ts'
import { problem } from '../../problems.ts'
import type { StoredDraft } from '../../store/curation-row.ts'
import type { CurationStore } from '../../store/curation-store.ts'
import { requireVersion } from '../if-match.ts'

export const findDraft = async (store: CurationStore, draftId: string): Promise<StoredDraft> => {
  const stored = await store.find(draftId)
  if (!stored) throw problem('movement_not_found', 'There is no movement draft with this id')
  return stored
}

/** Where the move leads; 409 when the table has no such move. */
export const requireMove = ({ status }: StoredDraft, move: DraftMove): DraftStatus => {
  const to = statusAfter(status, move)
  if (to === undefined) throw problem('state_conflict', moveRefusal(status, move))
  return to
}

/**
 * The version before the state: to a caller who has read something older, the state is news as well. A move may leave
 * If-Match out, and then acts on whatever the draft is now.
 */
export const findForMove = async (
  store: CurationStore,
  draftId: string,
  ifMatch: string | undefined,
  move: DraftMove,
): Promise<{ stored: StoredDraft; to: DraftStatus }> => {
  const stored = await findDraft(store, draftId)
  if (ifMatch !== undefined) requireVersion(ifMatch, stored.version, 'draft')
  return { stored, to: requireMove(stored, move) }
}
