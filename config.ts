/** The service's settings: every key described, read once by the process and passed on as data. */
import { type Static, Type } from '@sinclair/typebox'
import { ConfigError } from './config/config-error.ts'
import { publicKeysUrlFault } from './config/public-keys-url.ts'
import { readSettings, type Settings } from './config/read-settings.ts'
import { parseTrustProxy, type TrustProxy } from './config/trust-proxy.ts'

export { ConfigError } from './config/config-error.ts'

const milliseconds = (minimum: number, value: number, description: string) =>
  Type.Integer({ minimum, maximum: 600_000, default: value, description })

const port = { minimum: 0, maximum: 65_535 }

/** In the order of `docs/configuration.md`. `secret: true` keeps a value out of every message. */
export const serviceSettingsSchema = Type.Object({
  APP_ENV: Type.Union([Type.Literal('development'), Type.Literal('production')], {
    default: 'development',
    description: 'production demands real keys and lets nothing be made up at start.',
  }),
  HOST: Type.String({ default: '127.0.0.1', description: 'Address to listen on.' }),
  PORT: Type.Integer({ ...port, default: 3000, description: 'Port to listen on; 0 takes a free one.' }),
  METRICS_PORT: Type.Optional(
    Type.Integer({ ...port, description: 'Own port for `/metrics`. When unset it is served on PORT.' }),
  ),
  METRICS_HOST: Type.Optional(
    Type.String({ description: 'Address of the metrics port. When unset it is HOST.' }),
  ),
  LOG_LEVEL: Type.Union(
    ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'].map((level) => Type.Literal(level)),
    { default: 'info', description: 'What is logged, from this level up.' },
  ),
  TRUST_PROXY: Type.String({
    default: 'false',
    description:
      'Whose X-Forwarded-For is believed: `false`, `true` (anybody: only behind a proxy that overwrites it), or addresses and networks divided by commas (`loopback`, `linklocal`, `uniquelocal`, `10.0.0.0/8`).',
  }),
  BODY_LIMIT_BYTES: Type.Integer({
    minimum: 1_024,
    maximum: 16_777_216,
    default: 1_048_576,
    description: 'The largest request body.',
  }),
  REQUEST_TIMEOUT_MS: milliseconds(
    100,
    30_000,
    'Longest time for receiving a request, and for answering it.',
  ),
  DRAIN_MS: milliseconds(0, 20_000, 'Longest time that requests in flight get to finish after SIGTERM.'),
  DRAIN_DELAY_MS: milliseconds(
    0,
    0,
    'Time after SIGTERM in which requests are still taken and `/health/ready` says 503, so that a load balancer looks elsewhere.',
  ),
  RATE_LIMIT_MAX: Type.Integer({
    minimum: 1,
    maximum: 1_000_000,
    default: 300,
    description: 'Requests per user and minute; without a valid token, per client address.',
  }),
  EVENT_LOOP_DELAY_MAX_MS: milliseconds(
    0,
    1_000,
    'Mean event-loop delay above which requests are shed with 503; 0 never sheds.',
  ),
  REQUESTS_IN_FLIGHT_MAX: Type.Integer({
    minimum: 1,
    maximum: 100_000,
    default: 1_000,
    description: 'Requests that are answered at once; those beyond them are shed with 503.',
  }),
  DATABASE_URL: Type.String({
    default: 'pglite:./data/pglite',
    pattern: '^(pglite:.+|postgres(ql)?://.+)$',
    secret: true,
    expected: '`pglite:<folder>`, `pglite:memory` or `postgres://…`',
    description: 'Where the data live: `pglite:<folder>` (embedded), `pglite:memory` or `postgres://…`.',
  }),
  DATABASE_POOL_MAX: Type.Integer({
    minimum: 1,
    maximum: 1_000,
    default: 10,
    description: 'Most connections to PostgreSQL.',
  }),
  DATABASE_STATEMENT_TIMEOUT_MS: milliseconds(
    0,
    10_000,
    'Longest time for one SQL statement; 0 is no limit.',
  ),
  DATABASE_MIGRATE: Type.Optional(
    Type.Boolean({
      description:
        'Whether the start brings the schema up to date. When unset: in development yes, in production no (`npm run migrate` does it).',
    }),
  ),
  JWT_SECRET: Type.Optional(
    Type.String({
      secret: true,
      description:
        'Shared secret of HS256 tokens, at least 32 bytes; only where JWT_JWKS_URL is unset. Development makes its own at start.',
    }),
  ),
  JWT_JWKS_URL: Type.Optional(
    Type.String({
      description:
        'Where the issuer publishes its keys (RS256, ES256, EdDSA). https, or http on the loopback address.',
    }),
  ),
  JWT_ISSUER: Type.Optional(
    Type.String({
      description:
        'The `iss` that tokens must carry. Production demands it; development takes `planning-engine`.',
    }),
  ),
  JWT_AUDIENCE: Type.Optional(
    Type.String({
      description:
        'The `aud` that tokens must carry. Production demands it; development takes `planning-engine`.',
    }),
  ),
  FLAGS_FILE: Type.Optional(
    Type.String({
      description:
        'LaunchDarkly file data (JSON), watched. When unset: a file that ships with the service and has the feature on.',
    }),
  ),
  LAUNCHDARKLY_SDK_KEY: Type.Optional(
    Type.String({ secret: true, description: 'Server-side SDK key; wins over FLAGS_FILE.' }),
  ),
  LAUNCHDARKLY_MODE: Type.Union([Type.Literal('streaming'), Type.Literal('polling')], {
    default: 'streaming',
    description: 'How flag values arrive.',
  }),
  LAUNCHDARKLY_BASE_URI: Type.Optional(
    Type.String({ pattern: '^https?://', description: 'Polling address, for a relay proxy.' }),
  ),
  LAUNCHDARKLY_STREAM_URI: Type.Optional(
    Type.String({ pattern: '^https?://', description: 'Streaming address, for a relay proxy.' }),
  ),
  LAUNCHDARKLY_EVENTS_URI: Type.Optional(
    Type.String({ pattern: '^https?://', description: 'Events address, for a relay proxy.' }),
  ),
  LAUNCHDARKLY_START_WAIT_MS: milliseconds(
    0,
    3_000,
    'The start waits no longer than this for LaunchDarkly; the feature is off until it answers.',
  ),
  TIME_CRUNCH_KILL_SWITCH: Type.Boolean({
    default: false,
    description: 'Switches Time Crunch Mode off for everybody, whatever the flag says.',
  }),
  SOLVER_BUDGET_MS: Type.Integer({
    minimum: 1,
    maximum: 10_000,
    default: 100,
    description:
      'About how long the search for one target of one session may take; all its targets together may take twenty times as long. Then the best session found, marked as unproven.',
  }),
  CONSOLE_ENABLED: Type.Optional(
    Type.Boolean({
      description:
        "Serves the coach's console, a web page, under `/console/`. When unset: in development yes, in production no.",
    }),
  ),
  SEED_DEMO: Type.Optional(
    Type.Boolean({
      description:
        'Loads the demo plans for the demo user. When unset: in development yes, in production no.',
    }),
  ),
})

type ServiceSettings = Settings<Static<typeof serviceSettingsSchema>>

/** What only `finish` can decide: settings whose default or form depends on others. */
type Decided = {
  trustProxy: TrustProxy
  metricsHost: string
  databaseMigrate: boolean
  consoleEnabled: boolean
  seedDemo: boolean
  jwtIssuer: string
  jwtAudience: string
}

export type Config = Omit<ServiceSettings, keyof Decided> & Decided

const developmentName = 'planning-engine'
const secretMinimumBytes = 32

const requireForProduction = ({ jwtSecret, jwtJwksUrl, jwtIssuer, jwtAudience }: ServiceSettings): void => {
  if (!jwtSecret && !jwtJwksUrl) {
    throw new ConfigError('JWT_JWKS_URL', 'nothing, nor a JWT_SECRET', 'one of the two in production')
  }
  if (!jwtIssuer) throw new ConfigError('JWT_ISSUER', 'nothing', "the issuer's name in production")
  if (!jwtAudience) throw new ConfigError('JWT_AUDIENCE', 'nothing', "this service's audience in production")
}

const checkKeys = ({ jwtSecret, jwtJwksUrl }: ServiceSettings): void => {
  if (jwtSecret && jwtJwksUrl) {
    throw new ConfigError('JWT_SECRET', 'a value beside JWT_JWKS_URL', 'only one of the two')
  }
  if (jwtSecret && new TextEncoder().encode(jwtSecret).length < secretMinimumBytes) {
    throw new ConfigError('JWT_SECRET', 'a shorter value', `at least ${secretMinimumBytes} bytes`)
  }
  const fault = jwtJwksUrl && publicKeysUrlFault(jwtJwksUrl)
  if (fault) throw new ConfigError('JWT_JWKS_URL', fault, 'an https URL, or http on the loopback address')
}

/**
 * The configuration of these variables; an empty value counts as unset. Throws ConfigError, one line, at the first
 * wrong or missing one. The secret of a development server is not made here: that takes a random source.
 */
export const loadConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const settings = readSettings(serviceSettingsSchema, env)
  const isDevelopment = settings.appEnv === 'development'
  if (!isDevelopment) requireForProduction(settings)
  checkKeys(settings)
  return {
    ...settings,
    trustProxy: parseTrustProxy(settings.trustProxy),
    metricsHost: settings.metricsHost ?? settings.host,
    databaseMigrate: settings.databaseMigrate ?? isDevelopment,
    consoleEnabled: settings.consoleEnabled ?? isDevelopment,
    seedDemo: settings.seedDemo ?? isDevelopment,
    jwtIssuer: settings.jwtIssuer ?? developmentName,
    jwtAudience: settings.jwtAudience ?? developmentName,
  }
}
