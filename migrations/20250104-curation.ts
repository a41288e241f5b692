/** Movement curation: drafts, the names that they and what they published lay claim to, and the audit of every move. */
import type { Knex } from 'knex'

const open = `status in ('DRAFT', 'READY_FOR_REVIEW', 'CHANGES_REQUESTED', 'APPROVED')`

const createDrafts = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable('movement_drafts', (table) => {
    table.uuid('id').primary()
    table.text('slug').notNullable()
    table.text('name').notNullable()
    table.text('status').notNullable()
    table.integer('version').notNullable()
    // json, as plans are: read whole, and given back as it was written.
    table.specificType('document', 'json').notNullable()
    table.jsonb('tags').notNullable()
    // Slug, name and aliases without case and signs, one a line: what a search looks into.
    table.text('search_text').notNullable()
    table.jsonb('authors').notNullable()
    table.text('submitted_by')
    table.text('reviewer_id')
    // Where an imported draft came from; unique, so that no second import brings it again.
    table.text('source').unique()
    table.timestamp('created_at', { useTz: true, precision: 3 }).notNullable()
    table.timestamp('updated_at', { useTz: true, precision: 3 }).notNullable()
  })
  await knex.raw(
    `alter table movement_drafts add constraint movement_drafts_status
     check (${open} or status in ('PUBLISHED', 'ARCHIVED'))`,
  )
  // The database's own word on what the routes check first: of a slug one draft is open and one is published.
  await knex.raw(`create unique index movement_drafts_open on movement_drafts (slug) where ${open}`)
  await knex.raw(
    `create unique index movement_drafts_published on movement_drafts (slug) where status = 'PUBLISHED'`,
  )
}

/** The orders of the lists: a page is one short walk along an index. */
const indexLists = async (knex: Knex): Promise<void> => {
  const order = 'created_at desc, id desc'
  await knex.raw(`create index movement_drafts_newest on movement_drafts (${order})`)
  await knex.raw(`create index movement_drafts_of_status on movement_drafts (status, ${order})`)
  await knex.raw(
    `create index movement_drafts_of_reviewer on movement_drafts (reviewer_id, ${order})
     where reviewer_id is not null`,
  )
  await knex.raw('create index movement_drafts_tags on movement_drafts using gin (tags jsonb_path_ops)')
}

export const up = async (knex: Knex): Promise<void> => {
  await createDrafts(knex)
  await indexLists(knex)
  await knex.schema.createTable('movement_draft_names', (table) => {
    // One owner a name, in the database: of two drafts that claim it at the same moment, one gets it.
    table.text('name_key').primary()
    table.text('slug').notNullable().index('movement_draft_names_of_slug')
  })
  await knex.schema.createTable('movement_draft_audit', (table) => {
    table.uuid('draft_id').notNullable().references('id').inTable('movement_drafts').onDelete('CASCADE')
    // The version that the move made: one move a version, so the key is also the order.
    table.integer('version').notNullable()
    table.timestamp('at', { useTz: true, precision: 3 }).notNullable()
    table.text('actor_id').notNullable()
    table.text('action').notNullable()
    table.text('from_status')
    table.text('to_status').notNullable()
    table.specificType('changes', 'json').notNullable()
    table.text('comment')
    table.primary(['draft_id', 'version'])
  })
}

export const down = async (knex: Knex): Promise<void> => {
  await knex.schema.dropTable('movement_draft_audit')
  await knex.schema.dropTable('movement_draft_names')
  await knex.schema.dropTable('movement_drafts')
}
