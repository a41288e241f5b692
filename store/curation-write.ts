/** What happens to a draft before it is published: created, updated, reviewed. Each with its audit, in one transaction. */
import type { Knex } from 'knex'
import { fieldChanges } from '../domain/curation/field-changes.ts'
import type { MovementDraft } from '../domain/curation/movement-draft.ts'
import { type DraftMove, type DraftStatus, openStatuses } from '../domain/curation/status.ts'
import { type Act, recordAudit } from './curation-audit.ts'
import { claimNames, lockSlugs, releaseNames } from './curation-names.ts'
import { refuse, type Written, writeOrRefuse } from './curation-outcome.ts'
import { documentColumns, draftColumns, type StoredDraft, toStoredDraft } from './curation-row.ts'
import { now } from './plan-row.ts'
import { trustingReader } from './row-reader.ts'

export interface DraftReview {
  readonly move: Extract<DraftMove, 'submit' | 'approve' | 'request-changes'>
  readonly to: DraftStatus
  readonly submittedBy?: string
  readonly reviewerId?: string
}

/** Takes the slug and all names for a draft; refuses when another draft has the slug or another slug a name. */
const take = async (
  transaction: Knex.Transaction,
  draft: MovementDraft,
  ownId: string,
  slugs: readonly string[],
): Promise<void> => {
  await lockSlugs(transaction, slugs)
  const open: { id: string } | undefined = await transaction('movement_drafts')
    .where({ slug: draft.slug })
    .whereIn('status', openStatuses)
    .whereNot({ id: ownId })
    .first('id')
  if (open) refuse({ ok: false, reason: 'slug_open', draftId: open.id })
  const taken = await claimNames(transaction, draft)
  if (taken.length > 0) refuse({ ok: false, reason: 'names_taken', taken })
}

/** Writes columns on the version that was read, one version up; refuses when the draft has moved on. */
export const write = async (
  transaction: Knex.Transaction,
  { id, version }: Pick<StoredDraft, 'id' | 'version'>,
  columns: Record<string, unknown>,
): Promise<StoredDraft> => {
  const [row] = await transaction('movement_drafts')
    .where({ id, version })
    .update({ ...columns, version: version + 1, updated_at: now(transaction) })
    .returning([...draftColumns])
  return row ? toStoredDraft(row, trustingReader) : refuse({ ok: false, reason: 'stale' })
}

export const createDraft = (
  knex: Knex,
  id: string,
  draft: MovementDraft,
  { actorId, comment }: Act,
): Promise<Written> =>
  writeOrRefuse(knex, async (transaction) => {
    await take(transaction, draft, id, [draft.slug])
    const moment = now(transaction)
    const [row] = await transaction('movement_drafts')
      .insert({
        ...documentColumns(draft),
        id,
        status: 'DRAFT',
        version: 1,
        authors: JSON.stringify([actorId]),
        created_at: moment,
        updated_at: moment,
      })
      .returning([...draftColumns])
    const changes = fieldChanges(undefined, draft)
    await recordAudit(transaction, [
      {
        draftId: id,
        version: 1,
        actorId,
        action: 'create',
        from: null,
        to: 'DRAFT',
        changes,
        comment: comment ?? null,
      },
    ])
    return toStoredDraft(row, trustingReader)
  })

export const updateDraft = (
  knex: Knex,
  before: StoredDraft,
  draft: MovementDraft,
  { actorId, comment }: Act,
): Promise<Written> =>
  writeOrRefuse(knex, async (transaction) => {
    await take(transaction, draft, before.id, [before.draft.slug, draft.slug])
    const authors = JSON.stringify([...new Set([...before.authors, actorId])])
    const stored = await write(transaction, before, { ...documentColumns(draft), authors })
    await releaseNames(transaction, before.draft.slug)
    await releaseNames(transaction, draft.slug)
    await recordAudit(transaction, [
      {
        draftId: before.id,
        version: stored.version,
        actorId,
        action: 'update',
        from: before.status,
        to: stored.status,
        changes: fieldChanges(before.draft, draft),
        comment: comment ?? null,
      },
    ])
    return stored
  })

export const reviewDraft = (
  knex: Knex,
  before: StoredDraft,
  { move, to, submittedBy, reviewerId }: DraftReview,
  { actorId, comment }: Act,
): Promise<Written> =>
  writeOrRefuse(knex, async (transaction) => {
    const stored = await write(transaction, before, {
      status: to,
      ...(submittedBy !== undefined && { submitted_by: submittedBy }),
      ...(reviewerId !== undefined && { reviewer_id: reviewerId }),
    })
    await recordAudit(transaction, [
      {
        draftId: before.id,
        version: stored.version,
        actorId,
        action: move,
        from: before.status,
        to,
        changes: [],
        comment: comment ?? null,
      },
    ])
    return stored
  })
