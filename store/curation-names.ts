/**
 * Who owns which name among drafts and what they published: a name belongs to a slug from its first draft until the
 * last draft of that slug is archived. The primary key decides between two that claim a name at the same moment.
 */
import type { Knex } from 'knex'
import type { MovementDraft } from '../domain/curation/movement-draft.ts'
import { type NameClaim, nameClaims } from '../domain/curation/name-key.ts'

export interface TakenName extends NameClaim {
  /** The slug whose name it is. */
  readonly owner: string
}

/** Any number that no other two-part advisory lock uses. */
const lockSpace = 730_511

/** One change of a slug's drafts at a time, or a release could miss a claim that is being made. Ends with the transaction. */
export const lockSlugs = async (transaction: Knex.Transaction, slugs: readonly string[]): Promise<void> => {
  for (const slug of [...new Set(slugs)].sort()) {
    await transaction.raw('select pg_advisory_xact_lock(?, hashtext(?))', [lockSpace, slug])
  }
}

/** In one order everywhere, so that two claims that overlap wait for each other instead of locking up. */
export const claimRows = (claims: readonly { slug: string; key: string }[]) =>
  claims
    .map(({ slug, key }) => ({ name_key: key, slug }))
    .sort((one, other) => (one.name_key < other.name_key ? -1 : 1))

/** Claims every name of a draft; answers those that belong to another slug. The caller rolls back when there is any. */
export const claimNames = async (
  transaction: Knex.Transaction,
  draft: MovementDraft,
): Promise<TakenName[]> => {
  const claims = nameClaims(draft)
  const rows = claimRows(claims.map(({ key }) => ({ slug: draft.slug, key })))
  await transaction('movement_draft_names').insert(rows).onConflict('name_key').ignore()
  const owners: { name_key: string; slug: string }[] = await transaction('movement_draft_names')
    .whereIn(
      'name_key',
      claims.map(({ key }) => key),
    )
    .select('name_key', 'slug')
  const ownerOf = new Map(owners.map((row) => [row.name_key, row.slug]))
  return claims.flatMap((claim) => {
    const owner = ownerOf.get(claim.key) ?? draft.slug
    return owner === draft.slug ? [] : [{ ...claim, owner }]
  })
}

/** Lets go of a slug's names that none of its drafts claims any more. */
export const releaseNames = async (transaction: Knex.Transaction, slug: string): Promise<void> => {
  const live: MovementDraft[] = await transaction('movement_drafts')
    .where({ slug })
    .whereNot({ status: 'ARCHIVED' })
    .pluck('document')
  const kept = live.flatMap((draft) => nameClaims(draft).map(({ key }) => key))
  await transaction('movement_draft_names').where({ slug }).whereNotIn('name_key', kept).delete()
}
