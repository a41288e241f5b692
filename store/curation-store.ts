/** Movement drafts in the database: lists by keyset, and writes that only succeed on the version they name. */
import type { Knex } from 'knex'
import type { MovementDraft } from '../domain/curation/movement-draft.ts'
import { type DraftStatus, openStatuses } from '../domain/curation/status.ts'
import { type Act, readAudit, type StoredAuditEntry } from './curation-audit.ts'
import type { Written } from './curation-outcome.ts'
import { archiveDraft, type LibraryWriter, publishDraft } from './curation-publish.ts'
import {
  draftColumns,
  type ListedDraft,
  type StoredDraft,
  toListedDraft,
  toStoredDraft,
} from './curation-row.ts'
import { createDraft, type DraftReview, reviewDraft, updateDraft } from './curation-write.ts'
import { isRowId } from './row-id.ts'
import { type RowReader, trustingReader, whereReadable } from './row-reader.ts'

/** The last row of a page: lists are newest first. */
export interface DraftPosition {
  readonly createdAt: Date
  readonly id: string
}

export interface DraftListQuery {
  readonly status?: DraftStatus
  /** A name key: found anywhere in slug, name and aliases. */
  readonly searchKey?: string
  readonly tag?: string
  readonly reviewerId?: string
  readonly limit: number
  readonly after?: DraftPosition
}

export interface CurationStore {
  create(draft: MovementDraft, act: Act): Promise<Written>
  find(draftId: string): Promise<StoredDraft | undefined>
  /** Slug → id of its open draft, for those that have one. */
  openDraftsOf(slugs: readonly string[]): Promise<ReadonlyMap<string, string>>
  list(query: DraftListQuery): Promise<ListedDraft[]>
  /** The latest first. */
  audit(draftId: string, limit: number, beforeVersion?: number): Promise<StoredAuditEntry[]>
  update(before: StoredDraft, draft: MovementDraft, act: Act): Promise<Written>
  /** Submit, approve or request changes: the document stays as it is. */
  review(before: StoredDraft, review: DraftReview, act: Act): Promise<Written>
  /** Draft, library and audit in one transaction. */
  publish(before: StoredDraft, act: Act): Promise<Written>
  archive(before: StoredDraft, act: Act): Promise<Written>
}

export const createCurationStore = (
  knex: Knex,
  makeId: () => string,
  library: LibraryWriter,
  rows: RowReader = trustingReader,
): CurationStore => {
  const drafts = () => knex('movement_drafts').select(...draftColumns)

  return {
    create: (draft, act) => createDraft(knex, makeId(), draft, act),

    async find(draftId) {
      if (!isRowId(draftId)) return undefined
      const row = await drafts().where({ id: draftId }).first()
      return row && toStoredDraft(row, rows)
    },

    async openDraftsOf(slugs) {
      const open = await knex('movement_drafts')
        .whereIn('slug', slugs)
        .whereIn('status', openStatuses)
        .select('slug', 'id')
      return new Map(open.map(({ slug, id }) => [slug, id]))
    },

    async list({ status, searchKey, tag, reviewerId, limit, after }) {
      const query = drafts()
        .orderBy([
          { column: 'created_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit)
      if (status !== undefined) query.andWhere({ status })
      if (reviewerId !== undefined) query.andWhere({ reviewer_id: reviewerId })
      if (tag !== undefined) query.andWhereRaw('tags @> ?::jsonb', [JSON.stringify([tag])])
      // position, not like: nothing in the key is a pattern.
      if (searchKey !== undefined) query.andWhereRaw('position(? in search_text) > 0', [searchKey])
      if (after) query.andWhereRaw('(created_at, id) < (?, ?)', [after.createdAt.toISOString(), after.id])
      return (await query).map((row) => toListedDraft(row, rows))
    },

    audit: (draftId, limit, beforeVersion) => readAudit(knex, draftId, limit, beforeVersion),
    update: (before, draft, act) => updateDraft(knex, before, draft, act),
    review: (before, review, act) => reviewDraft(knex, before, review, act),
    async publish(before, act) {
      // Outside the transaction, which has the embedded database's only connection.
      const published = await library.findBySlug(before.draft.slug)
      // A published row that can't be read is no reason not to replace it.
      const movement = published && whereReadable(() => published.movement)
      return publishDraft(knex, library, before, movement, act)
    },
    archive: (before, act) => archiveDraft(knex, library, before, act),
  }
}
