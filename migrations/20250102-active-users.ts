/** Who used Time Crunch Mode when, last: a digest of the user's id and a moment, nothing else. */
import type { Knex } from 'knex'

export const up = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable('active_users', (table) => {
    table.text('user_digest').primary()
    table.timestamp('last_seen_at', { useTz: true, precision: 3 }).notNullable()
    table.index('last_seen_at', 'active_users_by_last_seen')
  })
}

export const down = async (knex: Knex): Promise<void> => {
  await knex.schema.dropTable('active_users')
}
