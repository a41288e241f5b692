/** Applications: a compressed session for one day; and the keys under which answers are given again. */
import type { Knex } from 'knex'

const createApplications = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable('time_crunch_applications', (table) => {
    table.uuid('id').primary()
    // What was applied of a plan that is deleted goes with it.
    table.uuid('plan_id').notNullable().references('id').inTable('plans').onDelete('CASCADE')
    table.integer('plan_version').notNullable()
    table.text('session_id').notNullable()
    table.date('training_date').notNullable()
    table.integer('target_minutes').notNullable()
    // Words of the vocabulary, in order: equipment that is not there that day.
    table.specificType('unavailable_equipment', 'text[]').notNullable()
    // Of what the plan said about the session: tells whether it still says so.
    table.text('programme_digest').notNullable()
    // json, as plans are: read whole, and given back as it was written.
    table.specificType('session', 'json').notNullable()
    table.text('applied_by').notNullable()
    table.timestamp('created_at', { useTz: true, precision: 3 }).notNullable()
    table.text('ended_as')
    table.text('ended_by')
    table.timestamp('ended_at', { useTz: true, precision: 3 })
  })
  await knex.raw(
    `alter table time_crunch_applications add constraint time_crunch_applications_end check (
       (ended_as is null and ended_by is null and ended_at is null)
       or (ended_as in ('replaced', 'reverted') and ended_by is not null and ended_at is not null))`,
  )
  // One answer to "what do I do that day", in the database: two at the same moment can't both stay.
  await knex.raw(
    `create unique index time_crunch_applications_current
     on time_crunch_applications (plan_id, session_id, training_date) where ended_at is null`,
  )
  // The order of the history.
  await knex.raw(
    `create index time_crunch_applications_of_plan
     on time_crunch_applications (plan_id, created_at desc, id desc)`,
  )
}

export const up = async (knex: Knex): Promise<void> => {
  await createApplications(knex)
  await knex.schema.createTable('idempotency_keys', (table) => {
    table.text('user_id').notNullable()
    table.text('key').notNullable()
    table.text('request_digest').notNullable()
    // Null only inside the transaction that works the answer out: nobody else ever sees such a row.
    table.integer('status')
    table.specificType('answer', 'json')
    table.timestamp('created_at', { useTz: true, precision: 3 }).notNullable()
    table.primary(['user_id', 'key'])
    table.index('created_at', 'idempotency_keys_by_age')
  })
}

export const down = async (knex: Knex): Promise<void> => {
  await knex.schema.dropTable('idempotency_keys')
  await knex.schema.dropTable('time_crunch_applications')
}
