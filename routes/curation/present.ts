/** Stored drafts and audit entries as answers. */
import type { Static } from '@fastify/type-provider-typebox'
import { fieldChanges } from '../../domain/curation/field-changes.ts'
import { draftOf } from '../../domain/curation/movement-draft.ts'
import { movesFrom } from '../../domain/curation/status.ts'
import type { Movement } from '../../domain/movements/movement.ts'
import { coreLiftTag } from '../../domain/movements/tags.ts'
import type { StoredAuditEntry } from '../../store/curation-audit.ts'
import type { StoredDraft } from '../../store/curation-row.ts'
import type { auditEntrySchema, draftForReviewSchema, draftSchema } from './schemas.ts'

export const presentDraft = (stored: StoredDraft) =>
  ({
    id: stored.id,
    version: stored.version,
    status: stored.status,
    ...stored.draft,
    coreLift: stored.draft.tags.includes(coreLiftTag),
    authors: stored.authors,
    submittedBy: stored.submittedBy,
    reviewerId: stored.reviewerId,
    source: stored.source,
    moves: movesFrom(stored.status),
    createdAt: stored.createdAt.toISOString(),
    updatedAt: stored.updatedAt.toISOString(),
  }) as Static<typeof draftSchema>

/** With what publishing it would change in the library: null where it brings a new movement. */
export const presentForReview = (stored: StoredDraft, published: Movement | undefined) =>
  ({
    ...presentDraft(stored),
    changesToLibrary: published ? fieldChanges(draftOf(published), stored.draft) : null,
  }) as Static<typeof draftForReviewSchema>

export const presentAuditEntry = (entry: StoredAuditEntry) =>
  ({
    version: entry.version,
    at: entry.at.toISOString(),
    actorId: entry.actorId,
    action: entry.action,
    from: entry.from,
    to: entry.to,
    changes: entry.changes,
    comment: entry.comment,
  }) as Static<typeof auditEntrySchema>

/** A published movement in a draft's form, so that it can be edited and sent as its next version. */
export const presentPublished = (movement: Movement, openDraftId: string | undefined) => ({
  ...draftOf(movement),
  coreLift: movement.coreLift,
  openDraftId: openDraftId ?? null,
})
