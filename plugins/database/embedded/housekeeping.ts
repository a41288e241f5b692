/**
 * What a PostgreSQL server does by itself, and the embedded one never does: it has no checkpointer and no autovacuum. Its
 * log would grow until the disk is full, or until it is closed in peace; what was replaced would keep its room for good.
 */
import type { Knex } from 'knex'

/** As often as a server does it at the latest. */
const everyMs = 300_000
/** Four files of the log. */
const mostBytes = 67_108_864

const logSince = `
  select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()`

/** Whether there was something to do. Rejects where the database does not answer. */
export const keepHouse = async (knex: Knex): Promise<boolean> => {
  const { rows } = await knex.raw(logSince)
  if (rows[0].bytes < mostBytes) return false
  await knex.raw('vacuum')
  await knex.raw('checkpoint')
  return true
}

/** Every few minutes from now on; the result ends it. What fails is done the next time. */
export const startHousekeeping = (knex: Knex, intervalMs = everyMs): (() => void) => {
  const timer = setInterval(() => keepHouse(knex).catch(() => {}), intervalMs)
  timer.unref()
  return () => clearInterval(timer)
}
