/** What each move asks beyond the state that allows it, and what it does. */
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { openFields } from '../../domain/curation/complete-draft.ts'
import { ownWork } from '../../domain/curation/four-eyes.ts'
import type { DraftStatus } from '../../domain/curation/status.ts'
import { problem } from '../../problems.ts'
import type { Caller } from '../../store/caller.ts'
import type { Act } from '../../store/curation-audit.ts'
import type { StoredDraft } from '../../store/curation-row.ts'
import { takenInLibrary } from './library-names.ts'
import { requireSecondPairOfEyes } from './permissions.ts'
import { draftIncomplete, namesTaken, storedOrRefused } from './refusals.ts'

type Parts = Pick<FastifyInstance, 'curationStore' | 'movementLibrary'>

interface Found {
  readonly stored: StoredDraft
  readonly to: DraftStatus
}

interface Words {
  readonly comment?: string
}

const actOf = ({ id }: Caller, { comment }: Words): Act => ({
  actorId: id,
  ...(comment !== undefined && { comment: comment.trim() }),
})

/** The library may have got a movement of that name since the draft was written. */
const requireFreeNames = ({ movementLibrary }: Parts, { draft }: StoredDraft): void => {
  const taken = takenInLibrary(draft, movementLibrary.all())
  if (taken.length > 0) throw namesTaken(taken)
}

/** The write has happened; an instance that can't read it back now reads it with its next look at the database. */
const refreshLibrary = async ({ movementLibrary }: Parts, log: FastifyBaseLogger): Promise<void> => {
  await movementLibrary.refresh().catch((error: unknown) => {
    log.warn({ err: error }, 'the movement library could not be refreshed after a change')
  })
}

export const submit = async (
  parts: Parts,
  { stored, to }: Found,
  caller: Caller,
  { comment, reviewerId }: Words & { readonly reviewerId?: string },
): Promise<StoredDraft> => {
  const open = openFields(stored.draft)
  if (open.length > 0) throw draftIncomplete(open)
  requireFreeNames(parts, stored)
  if (reviewerId !== undefined && ownWork({ ...stored, submittedBy: caller.id }, reviewerId) !== undefined) {
    throw problem('invalid_request', 'Nobody reviews their own work', {
      errors: [{ path: '/reviewerId', message: 'must be somebody who neither wrote nor submits the draft' }],
    })
  }
  const review = {
    move: 'submit' as const,
    to,
    submittedBy: caller.id,
    ...(reviewerId !== undefined && { reviewerId }),
  }
  const words = comment === undefined ? {} : { comment }
  return storedOrRefused(await parts.curationStore.review(stored, review, actOf(caller, words)))
}

export const approve = async (
  { curationStore }: Parts,
  { stored, to }: Found,
  caller: Caller,
  words: Words,
): Promise<StoredDraft> => {
  requireSecondPairOfEyes(stored, caller)
  const review = { move: 'approve' as const, to, reviewerId: caller.id }
  return storedOrRefused(await curationStore.review(stored, review, actOf(caller, words)))
}

/** Authors may take their own draft back this way; that makes nobody its reviewer. */
export const requestChanges = async (
  { curationStore }: Parts,
  { stored, to }: Found,
  caller: Caller,
  words: Words,
): Promise<StoredDraft> => {
  const reviewer = ownWork(stored, caller.id) === undefined ? { reviewerId: caller.id } : {}
  const review = { move: 'request-changes' as const, to, ...reviewer }
  return storedOrRefused(await curationStore.review(stored, review, actOf(caller, words)))
}

export const publish = async (
  parts: Parts,
  { stored }: Found,
  caller: Caller,
  words: Words,
  log: FastifyBaseLogger,
): Promise<StoredDraft> => {
  requireFreeNames(parts, stored)
  const after = storedOrRefused(await parts.curationStore.publish(stored, actOf(caller, words)))
  await refreshLibrary(parts, log)
  return after
}

export const archive = async (
  parts: Parts,
  { stored }: Found,
  caller: Caller,
  words: Words,
  log: FastifyBaseLogger,
): Promise<StoredDraft> => {
  const after = storedOrRefused(await parts.curationStore.archive(stored, actOf(caller, words)))
  await refreshLibrary(parts, log)
  return after
}
