/** The `movements` table's row, what it means, and how one is written. */
import type { Knex } from 'knex'
import { nameKey } from '../domain/curation/name-key.ts'
import type { Movement } from '../domain/movements/movement.ts'
import { searchTerms } from '../domain/movements/search-terms.ts'
import type { RowReader } from './row-reader.ts'

export interface MovementRow {
  slug: string
  document: unknown
  version: number
}

export interface PublishedMovement {
  /** Throws `UnreadableRow`, when it is asked for. */
  readonly movement: Movement
  /** Rises by one with every publication. */
  readonly version: number
}

export const movementColumns = ['slug', 'document', 'version'] as const

/** The document, where it is of this slug: under another it would be in the library twice, or in the place of another. */
const documentOf = ({ slug, document }: Pick<MovementRow, 'slug' | 'document'>): unknown =>
  (document as { slug?: unknown } | null)?.slug === slug ? document : undefined

/** For lists: undefined where the row can't be read. */
export const findMovement = (
  row: Pick<MovementRow, 'slug' | 'document'>,
  rows: RowReader,
): Movement | undefined => rows.find('movement', row.slug, documentOf(row))

export const toPublished = (row: MovementRow, rows: RowReader): PublishedMovement => ({
  get movement() {
    return rows.require('movement', row.slug, documentOf(row))
  },
  version: row.version,
})

/** The columns that a movement fills. Text, because the drivers would send a bare object their own way. */
export const movementRow = (movement: Movement): Record<string, unknown> => ({
  slug: movement.slug,
  name_key: nameKey(movement.name),
  pattern: movement.pattern,
  equipment: movement.equipment,
  primary_muscles: [...movement.primaryMuscles],
  document: JSON.stringify(movement),
})

/** The terms of these movements, in the place of those that they had. */
export const writeTerms = async (
  transaction: Knex.Transaction,
  movements: readonly Movement[],
): Promise<void> => {
  await transaction('movement_terms')
    .whereIn(
      'slug',
      movements.map(({ slug }) => slug),
    )
    .delete()
  const rows = movements.flatMap((movement) =>
    searchTerms(movement).map(({ term, isInner }) => ({ slug: movement.slug, is_inner: isInner, term })),
  )
  // One parameter, however many rows: thousands of them would take longer than the rest of a start.
  await transaction.raw(
    `insert into movement_terms (slug, is_inner, term)
     select slug, is_inner, term from json_to_recordset(?::json) as r(slug text, is_inner boolean, term text)`,
    [JSON.stringify(rows)],
  )
}

/** Every change of the library goes through this one row, so revisions rise in the order of the commits. */
export const raiseRevision = (transaction: Knex.Transaction): Knex.QueryBuilder =>
  transaction('movement_library').update({ revision: transaction.raw('revision + 1') })
