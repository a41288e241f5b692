/** Plans: the document and its amendment, each with its version. */
import type { Knex } from 'knex'

export const up = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable('plans', (table) => {
    table.uuid('id').primary()
    table.text('owner_id').notNullable()
    table.text('coach_id')
    table.text('name').notNullable()
    table.integer('version').notNullable()
    // json, not jsonb: documents are read whole, and come back as they were written, with their keys in order.
    table.specificType('document', 'json').notNullable()
    table.specificType('amendment', 'json').notNullable()
    table.integer('amendment_version').notNullable()
    // Milliseconds, as in JavaScript: a list's cursor must name a row's moment exactly.
    table.timestamp('created_at', { useTz: true, precision: 3 }).notNullable()
    table.timestamp('updated_at', { useTz: true, precision: 3 }).notNullable()
  })
  // The order of the lists, so that a page is one short walk along an index, however many plans there are.
  await knex.raw('create index plans_of_owner on plans (owner_id, created_at desc, id desc)')
  await knex.raw(
    'create index plans_of_coach on plans (coach_id, created_at desc, id desc) where coach_id is not null',
  )
}

export const down = async (knex: Knex): Promise<void> => {
  await knex.schema.dropTable('plans')
}
