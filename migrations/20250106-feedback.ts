/** Feedback: what an athlete said after a session, one row a plan, session, day and, for RPE, exercise. */
import type { Knex } from 'knex'

export const up = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable('feedback', (table) => {
    table.uuid('id').primary()
    // What was said about a plan that is deleted goes with it.
    table.uuid('plan_id').notNullable().references('id').inTable('plans').onDelete('CASCADE')
    table.integer('plan_version').notNullable()
    table.text('session_id').notNullable()
    // Null for what is said of a whole session: its performance.
    table.text('exercise_id')
    table.date('training_date').notNullable()
    table.integer('version').notNullable()
    // json, as plans are: read whole, and given back as it was written.
    table.specificType('report', 'json').notNullable()
    table.text('reported_by').notNullable()
    table.timestamp('created_at', { useTz: true, precision: 3 }).notNullable()
    table.timestamp('updated_at', { useTz: true, precision: 3 }).notNullable()
  })
  // A fact is stored once, in the database: two reports of it at the same moment become one row. Ids are never empty.
  await knex.raw(
    `create unique index feedback_once
     on feedback (plan_id, session_id, training_date, coalesce(exercise_id, ''))`,
  )
  // The order of the list, and of what the analysis reads.
  await knex.raw('create index feedback_of_plan on feedback (plan_id, training_date desc, id desc)')
}

export const down = async (knex: Knex): Promise<void> => {
  await knex.schema.dropTable('feedback')
}
