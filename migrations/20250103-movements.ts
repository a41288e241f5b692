/** The movement library: movements, what a search is compared with, and how often the library has changed. */
import type { Knex } from 'knex'

/** Databases that lack the extension, or users who may not create it: the search does without (docs/movements.md). */
const cannotCreate: ReadonlySet<unknown> = new Set(['0A000', '22023', '42501', '58P01'])

/** In a transaction of its own inside the migration's, so that a refusal undoes nothing else. */
const tryTrigrams = async (knex: Knex): Promise<void> => {
  try {
    await knex.transaction((inner) => inner.raw('create extension if not exists pg_trgm'))
  } catch (error) {
    if (!cannotCreate.has((error as { code?: unknown }).code)) throw error
  }
  const found = await knex.raw(`select to_regprocedure('similarity(text, text)') is not null as present`)
  if (!found.rows[0].present) return
  await knex.raw(
    'create index movement_terms_trigrams on movement_terms using gin (term gin_trgm_ops) where not is_inner',
  )
}

export const up = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable('movements', (table) => {
    table.text('slug').primary()
    // Order of the lists: bytes, so that it is the same whatever language the database speaks.
    table.specificType('name_key', 'text collate "C"').notNullable()
    table.text('pattern').notNullable()
    table.text('equipment').notNullable()
    table.specificType('primary_muscles', 'text[]').notNullable()
    // json, as plans are: read whole, and given back as it was written.
    table.specificType('document', 'json').notNullable()
    table.integer('version').notNullable()
    // False where curators archived it: the row stays, so that no seed brings it back.
    table.boolean('published').notNullable()
    // What the release brought, as a digest; null once curators decided: from then on no release touches it.
    table.text('release_digest')
    table.timestamp('created_at', { useTz: true, precision: 3 }).notNullable()
    table.timestamp('updated_at', { useTz: true, precision: 3 }).notNullable()
  })
  await knex.raw('create index movements_by_name on movements (name_key, slug) where published')
  await knex.schema.createTable('movement_terms', (table) => {
    table.text('slug').notNullable().references('slug').inTable('movements').onDelete('CASCADE')
    table.boolean('is_inner').notNullable()
    table.specificType('term', 'text collate "C"').notNullable()
    // The order of the pages of a search, and the way to a movement's own terms.
    table.primary(['is_inner', 'term', 'slug'])
    table.index(['slug', 'term', 'is_inner'], 'movement_terms_of_movement')
  })
  await tryTrigrams(knex)
  await knex.schema.createTable('movement_library', (table) => {
    table.boolean('is_only_row').primary()
    table.bigInteger('revision').notNullable()
  })
  await knex.raw('alter table movement_library add constraint movement_library_one_row check (is_only_row)')
  await knex('movement_library').insert({ is_only_row: true, revision: 0 })
}

/** The extension stays: others may have come to use it. */
export const down = async (knex: Knex): Promise<void> => {
  await knex.schema.dropTable('movement_library')
  await knex.schema.dropTable('movement_terms')
  await knex.schema.dropTable('movements')
}
