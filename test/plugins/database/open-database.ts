/** A bare app with nothing but the database plugin. */
import Fastify, { type FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import database, { type DatabaseOptions } from '../../../plugins/database/index.ts'

export const openDatabase = async (
  t: Test,
  url: string,
  change: Partial<DatabaseOptions> = {},
): Promise<FastifyInstance> => {
  const app = Fastify({ pluginTimeout: 60_000 })
  t.teardown(() => app.close())
  app.register(database, { url, poolMax: 4, statementTimeoutMs: 10_000, migrate: false, ...change })
  await app.ready()
  return app
}
