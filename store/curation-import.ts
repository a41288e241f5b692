/** Drafts by the hundred: what an import must know beforehand, and batches that are written whole or not at all. */
import type { Knex } from 'knex'
import { fieldChanges } from '../domain/curation/field-changes.ts'
import type { NewDraft } from '../domain/curation/import/sort-entries.ts'
import { nameClaims } from '../domain/curation/name-key.ts'
import { recordAudit } from './curation-audit.ts'
import { claimRows } from './curation-names.ts'
import { documentColumns } from './curation-row.ts'
import { now } from './plan-row.ts'

export interface KnownDrafts {
  /** Name key → slug. */
  readonly names: ReadonlyMap<string, string>
  readonly sources: ReadonlySet<string>
}

export const readKnownDrafts = async (knex: Knex): Promise<KnownDrafts> => {
  const names = await knex('movement_draft_names').select('name_key', 'slug')
  const sources: string[] = await knex('movement_drafts').whereNotNull('source').pluck('source')
  return { names: new Map(names.map((row) => [row.name_key, row.slug])), sources: new Set(sources) }
}

/** Claims the names of a batch; answers those drafts whose every name was free. */
const claimAll = async (transaction: Knex.Transaction, batch: readonly NewDraft[]): Promise<NewDraft[]> => {
  const rows = batch.flatMap(({ draft }) => nameClaims(draft).map(({ key }) => ({ slug: draft.slug, key })))
  const claimed: string[] = await transaction('movement_draft_names')
    .insert(claimRows(rows))
    .onConflict('name_key')
    .ignore()
    .returning('name_key')
    .then((inserted) => inserted.map((row: { name_key: string }) => row.name_key))
  const got = new Set(claimed)
  const won = batch.filter(({ draft }) => nameClaims(draft).every(({ key }) => got.has(key)))
  for (const { draft } of won) for (const { key } of nameClaims(draft)) got.delete(key)
  if (got.size > 0) {
    await transaction('movement_draft_names')
      .whereIn('name_key', [...got])
      .delete()
  }
  return won
}

/**
 * Writes one batch in one transaction; answers the sources that became drafts. Those that somebody else has claimed
 * since the names were read are left out.
 */
export const importBatch = (
  knex: Knex,
  makeId: () => string,
  batch: readonly NewDraft[],
  actorId: string,
): Promise<ReadonlySet<string>> =>
  knex.transaction(async (transaction) => {
    const won = (await claimAll(transaction, batch)).map((fresh) => ({ ...fresh, id: makeId() }))
    if (won.length === 0) return new Set<string>()
    const moment = now(transaction)
    await transaction('movement_drafts').insert(
      won.map(({ id, draft, source }) => ({
        ...documentColumns(draft),
        id,
        status: 'DRAFT',
        version: 1,
        authors: JSON.stringify([actorId]),
        source,
        created_at: moment,
        updated_at: moment,
      })),
    )
    await recordAudit(
      transaction,
      won.map(({ id, draft, source }) => ({
        draftId: id,
        version: 1,
        actorId,
        action: 'import',
        from: null,
        to: 'DRAFT',
        changes: fieldChanges(undefined, draft),
        comment: source,
      })),
    )
    return new Set(won.map(({ source }) => source))
  })
