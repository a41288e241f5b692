/** The service on a database that it can't change, listening nowhere: for looking at what it does. */
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../app.ts'
import { loadConfig } from '../../config.ts'
import type { SearchLimits } from '../../domain/compressor/search/problem.ts'

/** PostgreSQL refuses every write of such a session. */
const readOnlyUrl = (url: string): string => {
  if (!/^postgres(ql)?:/.test(url)) return url
  const address = new URL(url)
  address.searchParams.set('options', '-c default_transaction_read_only=on')
  return address.href.replaceAll('+', '%20')
}

/**
 * Settings are the service's own, by its environment; tokens, flags, pages and ports are no part of it. `limits`: how far a
 * search went that is done again.
 */
export const readOnlyApp = async (
  environment: NodeJS.ProcessEnv,
  limits: SearchLimits | undefined,
): Promise<FastifyInstance> => {
  const {
    LAUNCHDARKLY_SDK_KEY: _,
    FLAGS_FILE: __,
    JWT_JWKS_URL: ___,
    METRICS_PORT: ____,
    ...settings
  } = environment
  const config = loadConfig({
    ...settings,
    JWT_SECRET: randomBytes(32).toString('base64url'),
    APP_ENV: 'development',
    DATABASE_MIGRATE: 'false',
    SEED_DEMO: 'false',
    CONSOLE_ENABLED: 'false',
  })
  const app = await buildApp(
    { ...config, databaseUrl: readOnlyUrl(config.databaseUrl) },
    limits ? { searchLimits: limits } : {},
  )
  await app.ready()
  // The embedded one has no address to say it in, and one connection. It can't be opened beside a running service.
  if (app.database.dialect === 'pglite') {
    await app.database.knex.raw('set default_transaction_read_only = on')
  }
  return app
}
