/** The `movement_drafts` table's row, and what it means. */
import type { MovementDraft } from '../domain/curation/movement-draft.ts'
import { nameClaims } from '../domain/curation/name-key.ts'
import type { DraftStatus } from '../domain/curation/status.ts'
import type { RowReader } from './row-reader.ts'

export interface DraftRow {
  id: string
  slug: string
  name: string
  status: DraftStatus
  version: number
  document: unknown
  authors: string[]
  submitted_by: string | null
  reviewer_id: string | null
  source: string | null
  created_at: Date
  updated_at: Date
}

export interface StoredDraft {
  readonly id: string
  readonly status: DraftStatus
  /** Rises by one with every update and every move. */
  readonly version: number
  /** Throws `UnreadableRow`, when it is asked for. */
  readonly draft: MovementDraft
  /** Everybody who created or edited it, the creator first. */
  readonly authors: readonly string[]
  /** Who put it up for review last. */
  readonly submittedBy: string | null
  /** Who is asked to review it, or has. */
  readonly reviewerId: string | null
  /** Where an imported draft came from. */
  readonly source: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** A row of a list: the draft is undefined where it can't be read. */
export interface ListedDraft extends Omit<StoredDraft, 'draft'> {
  readonly draft: MovementDraft | undefined
}

export const draftColumns = [
  'id',
  'status',
  'version',
  'document',
  'authors',
  'submitted_by',
  'reviewer_id',
  'source',
  'created_at',
  'updated_at',
] as const

type SelectedRow = Pick<DraftRow, (typeof draftColumns)[number]>

const toHead = (row: SelectedRow): Omit<StoredDraft, 'draft'> => ({
  id: row.id,
  status: row.status,
  version: row.version,
  authors: row.authors,
  submittedBy: row.submitted_by,
  reviewerId: row.reviewer_id,
  source: row.source,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

export const toStoredDraft = (row: SelectedRow, rows: RowReader): StoredDraft => ({
  ...toHead(row),
  get draft() {
    return rows.require('draft', row.id, row.document)
  },
})

export const toListedDraft = (row: SelectedRow, rows: RowReader): ListedDraft => ({
  ...toHead(row),
  draft: rows.find('draft', row.id, row.document),
})

/** The columns that a draft's document fills. Lists as text: the drivers would send an array their own way. */
export const documentColumns = (draft: MovementDraft): Record<string, unknown> => ({
  slug: draft.slug,
  name: draft.name,
  document: JSON.stringify(draft),
  tags: JSON.stringify(draft.tags),
  search_text: nameClaims(draft)
    .map(({ key }) => key)
    .join('\n'),
})
