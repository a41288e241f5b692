/** How a write to a draft ends where it does not succeed, and the transaction that then leaves nothing behind. */
import type { Knex } from 'knex'
import type { TakenName } from './curation-names.ts'
import type { StoredDraft } from './curation-row.ts'

export type Refusal =
  /** The draft is no longer at the version that the caller has read. */
  | { readonly ok: false; readonly reason: 'stale' }
  /** Another draft of this slug is open. */
  | { readonly ok: false; readonly reason: 'slug_open'; readonly draftId: string }
  /** Names that belong to other slugs. */
  | { readonly ok: false; readonly reason: 'names_taken'; readonly taken: readonly TakenName[] }

export type Written = { readonly ok: true; readonly stored: StoredDraft } | Refusal

/** Thrown inside a transaction, so that it rolls back. */
class RefusedWrite extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.reason)
    this.refusal = refusal
  }
}

export const refuse = (refusal: Refusal): never => {
  throw new RefusedWrite(refusal)
}

export const writeOrRefuse = async (
  knex: Knex,
  work: (transaction: Knex.Transaction) => Promise<StoredDraft>,
): Promise<Written> => {
  try {
    return { ok: true, stored: await knex.transaction(work) }
  } catch (error) {
    if (error instanceof RefusedWrite) return error.refusal
    throw error
  }
}
