import { readFile } from 'node:fs/promises'
import t from 'tap'
import { configurationPage } from '../../config/configuration-page.ts'
import { ConfigError, loadConfig } from '../../config.ts'

const secret = 'x'.repeat(32)
const production = {
  APP_ENV: 'production',
  JWT_JWKS_URL: 'https://issuer.test/keys',
  JWT_ISSUER: 'https://issuer.test/',
  JWT_AUDIENCE: 'plans',
}

t.test('an empty environment is a development server on embedded defaults', async (t) => {
  t.match(loadConfig({ PORT: '', HOST: undefined }), {
    appEnv: 'development',
    host: '127.0.0.1',
    port: 3000,
    metricsHost: '127.0.0.1',
    databaseUrl: 'pglite:./data/pglite',
    databaseMigrate: true,
    seedDemo: true,
    solverBudgetMs: 100,
    launchdarklyStartWaitMs: 3000,
    timeCrunchKillSwitch: false,
    trustProxy: false,
    jwtIssuer: 'planning-engine',
    jwtAudience: 'planning-engine',
  })
  t.notOk('metricsPort' in loadConfig({}), 'what is unset is left out')
})

t.test('values are typed', async (t) => {
  const config = loadConfig({
    ...production,
    PORT: '0',
    METRICS_PORT: '9100',
    HOST: '0.0.0.0',
    TIME_CRUNCH_KILL_SWITCH: 'true',
    SEED_DEMO: 'true',
    DATABASE_MIGRATE: 'true',
    TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::/8',
    LOG_LEVEL: 'warn',
  })
  t.match(config, {
    port: 0,
    metricsPort: 9100,
    metricsHost: '0.0.0.0',
    timeCrunchKillSwitch: true,
    seedDemo: true,
    databaseMigrate: true,
    trustProxy: ['loopback', '10.0.0.0/8', 'fd00::/8'],
    logLevel: 'warn',
  })
  t.match(loadConfig(production), { seedDemo: false, databaseMigrate: false })
  t.equal(loadConfig({ TRUST_PROXY: 'true' }).trustProxy, true)
})

const refused: [string, Record<string, string>, string][] = [
  ['a port that is no number', { PORT: 'http' }, 'PORT: found "http", expected an integer from 0 to 65535'],
  ['a port out of range', { PORT: '70000' }, 'PORT: found "70000", expected an integer from 0 to 65535'],
  [
    'a fraction',
    { SOLVER_BUDGET_MS: '1.5' },
    'SOLVER_BUDGET_MS: found "1.5", expected an integer from 1 to 10000',
  ],
  ['a number with a tail', { PORT: '3000x' }, 'PORT: found "3000x", expected an integer from 0 to 65535'],
  [
    'another spelling of true',
    { TIME_CRUNCH_KILL_SWITCH: 'yes' },
    'TIME_CRUNCH_KILL_SWITCH: found "yes", expected true or false',
  ],
  [
    'an unknown environment',
    { APP_ENV: 'staging' },
    'APP_ENV: found "staging", expected development, production',
  ],
  [
    'a relay address without a scheme',
    { LAUNCHDARKLY_BASE_URI: 'relay:8030' },
    'LAUNCHDARKLY_BASE_URI: found "relay:8030", expected an http or https URL',
  ],
  [
    'a proxy that is no address',
    { TRUST_PROXY: '10.0.0.0/33' },
    'TRUST_PROXY: found "10.0.0.0/33", expected true, false, or addresses and networks',
  ],
  [
    'a key set over plain http',
    { JWT_JWKS_URL: 'http://issuer.test/keys' },
    'JWT_JWKS_URL: found http over the network, expected an https URL, or http on the loopback address',
  ],
  [
    'a key set address with credentials',
    { JWT_JWKS_URL: 'https://user:hunter2@issuer.test/' },
    'JWT_JWKS_URL: found a URL with credentials, expected an https URL, or http on the loopback address',
  ],
  [
    'both kinds of key',
    { JWT_SECRET: secret, JWT_JWKS_URL: 'https://issuer.test/keys' },
    'JWT_SECRET: found a value beside JWT_JWKS_URL, expected only one of the two',
  ],
  [
    'a short secret',
    { JWT_SECRET: 'hunter2' },
    'JWT_SECRET: found a shorter value, expected at least 32 bytes',
  ],
  [
    'an unknown database',
    { DATABASE_URL: 'mysql://root:hunter2@db' },
    'DATABASE_URL: found a value of another form, expected pglite:<folder>, pglite:memory or postgres://…',
  ],
  [
    'production without keys',
    { ...production, JWT_JWKS_URL: '' },
    'JWT_JWKS_URL: found nothing, nor a JWT_SECRET, expected one of the two in production',
  ],
  [
    'production without an issuer',
    { ...production, JWT_ISSUER: '' },
    "JWT_ISSUER: found nothing, expected the issuer's name in production",
  ],
  [
    'production without an audience',
    { ...production, JWT_AUDIENCE: '' },
    "JWT_AUDIENCE: found nothing, expected this service's audience in production",
  ],
]
for (const [what, env, message] of refused) {
  t.test(`${what} is refused in one line`, async (t) => {
    t.throws(() => loadConfig(env), { name: 'ConfigError', message })
    t.throws(() => loadConfig(env), ConfigError)
    t.notMatch(message, /hunter2|\n/)
  })
}

t.test('a secret is measured in bytes, and local key sets may use http', async (t) => {
  t.equal(loadConfig({ JWT_SECRET: 'é'.repeat(16) }).jwtSecret, 'é'.repeat(16))
  t.equal(loadConfig({ JWT_JWKS_URL: 'http://127.0.0.1:9/keys' }).jwtJwksUrl, 'http://127.0.0.1:9/keys')
})

t.test('docs/configuration.md is what `npm run docs` writes', async (t) => {
  const page = await readFile(new URL('../../docs/configuration.md', import.meta.url), 'utf8')
  t.equal(page, configurationPage())
})
