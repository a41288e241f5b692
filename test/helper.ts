/** Builds the real app for a test: the server's own factory, a database of its own, and tokens that it accepts. */
import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import { buildApp, type Overrides } from '../app.ts'
import { type Config, loadConfig } from '../config.ts'
import { signToken } from '../plugins/auth/sign-token.ts'
import { testDatabaseUrl } from './database.ts'

/** For tests only: nothing is behind it. */
export const testSecret = 'a-secret-for-tests-with-32-bytes-or-more'

export interface TestOverrides extends Overrides {
  /** Settings that this test needs otherwise. */
  config?: Partial<Config>
}

/** What every test starts from: a busy machine sheds nothing, and nobody runs into the rate limit by accident. */
export const testConfig = (databaseUrl: string, overrides: Partial<Config> = {}): Config => ({
  ...loadConfig({
    DATABASE_URL: databaseUrl,
    JWT_SECRET: testSecret,
    RATE_LIMIT_MAX: '100000',
    EVENT_LOOP_DELAY_MAX_MS: '0',
    SEED_DEMO: 'false',
  }),
  ...overrides,
})

export const testApp = async (t: Test, overrides: TestOverrides = {}): Promise<FastifyInstance> => {
  const { config, ...rest } = overrides
  const databaseUrl = config?.databaseUrl ?? (await testDatabaseUrl(t))
  const app = await buildApp(testConfig(databaseUrl, config), rest)
  t.teardown(() => app.close())
  await app.ready()
  return app
}

export const tokenFor = (subject: string, roles: readonly string[] = ['athlete']): string =>
  signToken({
    secret: testSecret,
    issuer: 'planning-engine',
    audience: 'planning-engine',
    subject,
    roles,
    issuedAtSeconds: Math.floor(Date.now() / 1_000),
    lifetimeSeconds: 3_600,
  })

/** The header to inject with. */
export const bearer = (subject: string, roles?: readonly string[]): { authorization: string } => ({
  authorization: `Bearer ${tokenFor(subject, roles)}`,
})
