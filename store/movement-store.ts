/** The movement library in the database: what curation publishes and archives, and what routes read and search. */
import type { Knex } from 'knex'
import type { Movement } from '../domain/movements/movement.ts'
import type { FoundMovement, MovementQuery } from './movement-query.ts'
import {
  findMovement,
  movementColumns,
  movementRow,
  type PublishedMovement,
  raiseRevision,
  toPublished,
  writeTerms,
} from './movement-row.ts'
import { createMovementSearch } from './movement-search.ts'
import { now } from './plan-row.ts'
import { type RowReader, trustingReader } from './row-reader.ts'

export interface MovementStore {
  /** Inside the caller's transaction; the movement is the curators' from then on. */
  publish(transaction: Knex.Transaction, movement: Movement): Promise<{ version: number }>
  /** Takes a movement out of the library; false when it is not in it. */
  archive(transaction: Knex.Transaction, slug: string): Promise<boolean>
  findBySlug(slug: string): Promise<PublishedMovement | undefined>
  /** A page, in the order of its matches: exact names, beginnings, words, similar names. */
  search(query: MovementQuery): Promise<FoundMovement[]>
  /** Every published movement that can be read, by name. */
  all(): Promise<Movement[]>
  /** Rises with every change of the library. */
  revision(): Promise<number>
}

export const createMovementStore = (knex: Knex, rows: RowReader = trustingReader): MovementStore => {
  const published = () => knex('movements').where({ published: true })
  const search = createMovementSearch(knex, rows)

  return {
    async publish(transaction, movement) {
      const moment = now(transaction)
      const columns = { ...movementRow(movement), published: true, release_digest: null, updated_at: moment }
      const [row] = await transaction('movements')
        .insert({ ...columns, version: 1, created_at: moment })
        .onConflict('slug')
        .merge({ ...columns, version: transaction.raw('movements.version + 1') })
        .returning('version')
      await writeTerms(transaction, [movement])
      await raiseRevision(transaction)
      return { version: row.version }
    },

    async archive(transaction, slug) {
      const archived = await transaction('movements')
        .where({ slug, published: true })
        .update({
          published: false,
          release_digest: null,
          version: transaction.raw('version + 1'),
          updated_at: now(transaction),
        })
        .returning('slug')
      if (archived.length === 0) return false
      await transaction('movement_terms').where({ slug }).delete()
      await raiseRevision(transaction)
      return true
    },

    async findBySlug(slug) {
      // Nothing has such a slug, and the database would not even look.
      if (slug.includes('\0')) return undefined
      const row = await published()
        .where({ slug })
        .first(...movementColumns)
      return row && toPublished(row, rows)
    },

    search,

    async all() {
      const found = await published().orderBy(['name_key', 'slug']).select('slug', 'document')
      return found.flatMap((row) => findMovement(row, rows) ?? [])
    },

    async revision() {
      const row = await knex('movement_library').first('revision')
      // bigint: the drivers give text.
      return Number(row?.revision)
    },
  }
}
