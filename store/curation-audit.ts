/** The audit of a draft: one entry a version, written in the transaction of the move and never changed. */
import type { Knex } from 'knex'
import type { FieldChange } from '../domain/curation/field-changes.ts'
import type { DraftMove, DraftStatus } from '../domain/curation/status.ts'
import { now } from './plan-row.ts'

/** `supersede`: the published draft that a newer one of the same slug took the place of. */
export type AuditAction = DraftMove | 'create' | 'import' | 'supersede'

/** Who does it, and what they say to it. */
export interface Act {
  readonly actorId: string
  readonly comment?: string
}

export interface AuditEntry {
  readonly draftId: string
  /** The version that the move made. */
  readonly version: number
  readonly actorId: string
  readonly action: AuditAction
  readonly from: DraftStatus | null
  readonly to: DraftStatus
  readonly changes: readonly FieldChange[]
  readonly comment: string | null
}

export interface StoredAuditEntry extends AuditEntry {
  readonly at: Date
}

export const recordAudit = async (
  transaction: Knex.Transaction,
  entries: readonly AuditEntry[],
): Promise<void> => {
  if (entries.length === 0) return
  await transaction('movement_draft_audit').insert(
    entries.map((entry) => ({
      draft_id: entry.draftId,
      version: entry.version,
      at: now(transaction),
      actor_id: entry.actorId,
      action: entry.action,
      from_status: entry.from,
      to_status: entry.to,
      changes: JSON.stringify(entry.changes),
      comment: entry.comment,
    })),
  )
}

/** The latest first, from below a version. */
export const readAudit = async (
  knex: Knex,
  draftId: string,
  limit: number,
  beforeVersion: number | undefined,
): Promise<StoredAuditEntry[]> => {
  const query = knex('movement_draft_audit')
    .where({ draft_id: draftId })
    .orderBy('version', 'desc')
    .limit(limit)
  if (beforeVersion !== undefined) query.andWhere('version', '<', beforeVersion)
  const rows = await query
  return rows.map((row) => ({
    draftId: row.draft_id,
    version: row.version,
    at: row.at,
    actorId: row.actor_id,
    action: row.action,
    from: row.from_status,
    to: row.to_status,
    changes: row.changes,
    comment: row.comment,
  }))
}
