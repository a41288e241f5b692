/**
 * A draft enters the library, or leaves it: the draft's state, the library's row, the names and the audit change in one
 * transaction, or none of them does.
 */
import type { Knex } from 'knex'
import { movementOf } from '../domain/curation/complete-draft.ts'
import { fieldChanges } from '../domain/curation/field-changes.ts'
import { draftOf } from '../domain/curation/movement-draft.ts'
import type { Movement } from '../domain/movements/movement.ts'
import { type Act, recordAudit } from './curation-audit.ts'
import { lockSlugs, releaseNames } from './curation-names.ts'
import { type Written, writeOrRefuse } from './curation-outcome.ts'
import { draftColumns, type StoredDraft, toStoredDraft } from './curation-row.ts'
import { write } from './curation-write.ts'
import type { MovementStore } from './movement-store.ts'
import { trustingReader } from './row-reader.ts'

/** What curation asks of the movement library's store; both writes run inside the transaction that they are given. */
export type LibraryWriter = Pick<MovementStore, 'publish' | 'archive' | 'findBySlug'>

/** The published draft of this slug gives way to its successor. */
const supersede = async (
  transaction: Knex.Transaction,
  successor: StoredDraft,
  actorId: string,
): Promise<void> => {
  const row = await transaction('movement_drafts')
    .where({ slug: successor.draft.slug, status: 'PUBLISHED' })
    .first(...draftColumns)
  if (!row) return
  const before = toStoredDraft(row, trustingReader)
  const after = await write(transaction, before, { status: 'ARCHIVED' })
  await recordAudit(transaction, [
    {
      draftId: before.id,
      version: after.version,
      actorId,
      action: 'supersede',
      from: before.status,
      to: after.status,
      changes: [],
      comment: `Draft ${successor.id} took its place`,
    },
  ])
}

/** `published` is what the library has of the slug before. */
export const publishDraft = (
  knex: Knex,
  library: LibraryWriter,
  before: StoredDraft,
  published: Movement | undefined,
  { actorId, comment }: Act,
): Promise<Written> =>
  writeOrRefuse(knex, async (transaction) => {
    const movement = movementOf(before.draft)
    if (!movement) throw new Error(`Draft ${before.id} was approved with open fields`)
    await lockSlugs(transaction, [movement.slug])
    // Two steps, because one published draft a slug is the database's rule: first the place is free, then it is taken.
    const locked = await write(transaction, before, {})
    await supersede(transaction, before, actorId)
    await transaction('movement_drafts').where({ id: before.id }).update({ status: 'PUBLISHED' })
    await library.publish(transaction, movement)
    await releaseNames(transaction, movement.slug)
    const stored: StoredDraft = { ...locked, status: 'PUBLISHED' }
    await recordAudit(transaction, [
      {
        draftId: before.id,
        version: stored.version,
        actorId,
        action: 'publish',
        from: before.status,
        to: stored.status,
        changes: fieldChanges(published && draftOf(published), before.draft),
        comment: comment ?? null,
      },
    ])
    return stored
  })

export const archiveDraft = (
  knex: Knex,
  library: LibraryWriter,
  before: StoredDraft,
  { actorId, comment }: Act,
): Promise<Written> =>
  writeOrRefuse(knex, async (transaction) => {
    const { slug } = before.draft
    await lockSlugs(transaction, [slug])
    const stored = await write(transaction, before, { status: 'ARCHIVED' })
    await library.archive(transaction, slug)
    await releaseNames(transaction, slug)
    await recordAudit(transaction, [
      {
        draftId: before.id,
        version: stored.version,
        actorId,
        action: 'archive',
        from: before.status,
        to: stored.status,
        changes: [],
        comment: comment ?? null,
      },
    ])
    return stored
  })
