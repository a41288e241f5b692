/** Values that can't work are refused before anything is sent, with a sentence that says what to set; next to each, what passes. */
import t from 'tap'
import { template } from '../../scripts/chart/helm.ts'
import { overlay, production } from './switches.ts'

const onLaunchDarkly = (values: object): object => overlay(production, values)
const without = (path: 'database' | 'launchdarkly' | 'settings', value: object): object => ({
  ...production,
  [path]: value,
})
const rollout = {
  enabled: true,
  existingSecret: 'own-rollout',
  settings: { PROMETHEUS_URL: 'http://p:9090' },
}

/** Title, refused values, the sentence, and the nearest values that pass. */
const cases: readonly (readonly [string, object, RegExp, object])[] = [
  ['negative replicas', { replicas: -1 }, /replicas': minimum: got -1, want 0/, { replicas: 0 }],
  ['replicas as text', { replicas: '2' }, /replicas': got string, want integer/, { replicas: 1 }],
  ['an unknown key', { replcas: 2 }, /additional properties 'replcas' not allowed/, { replicas: 1 }],
  [
    'an unknown key inside',
    { ingress: { enable: true } },
    /at '\/ingress': additional properties 'enable' not allowed/,
    { ingress: { enabled: true } },
  ],
  [
    'an unknown setting',
    { settings: { LOG_LEVL: 'info' } },
    /at '\/settings': additional properties 'LOG_LEVL' not allowed/,
    { settings: { LOG_LEVEL: 'debug' } },
  ],
  [
    'a secret among the settings',
    { settings: { JWT_SECRET: 'a-secret-for-tests-with-32-bytes-or-more' } },
    /additional properties 'JWT_SECRET' not allowed/,
    { jwt: { secret: 'a-secret-for-tests-with-32-bytes-or-more' } },
  ],
  [
    'a setting beyond its range',
    { settings: { SOLVER_BUDGET_MS: 0 } },
    /SOLVER_BUDGET_MS': minimum: got 0, want 1/,
    { settings: { SOLVER_BUDGET_MS: 1 } },
  ],
  [
    'a setting that is no choice',
    { settings: { LOG_LEVEL: 'loud' } },
    /LOG_LEVEL': value must be one of/,
    { settings: { LOG_LEVEL: 'warn' } },
  ],
  [
    'a drain without a length',
    { settings: { DRAIN_MS: null } },
    /missing property 'DRAIN_MS'/,
    { settings: { DRAIN_MS: 0 } },
  ],
  ['pods as root', { podUserId: 0 }, /podUserId': minimum: got 0, want 1/, { podUserId: 1 }],
  [
    'a label that is the chart’s own',
    { podLabels: { 'app.kubernetes.io/name': 'other' } },
    /podLabels has app\.kubernetes\.io\/name, which is the chart's own; set a label with another prefix\./,
    { podLabels: { 'example.com/name': 'other' } },
  ],
  [
    'an annotation that is the chart’s own',
    { podAnnotations: { 'checksum/settings': '0' } },
    /podAnnotations has checksum\/settings, which is the chart's own; set an annotation with another prefix\./,
    { podAnnotations: { 'example.com/checksum': '0' } },
  ],
  [
    'fewest pods above most pods',
    onLaunchDarkly({ autoscaling: { enabled: true, minReplicas: 7, maxReplicas: 6 } }),
    /autoscaling\.minReplicas \(7\) is above autoscaling\.maxReplicas \(6\); set it to 6 or less\./,
    onLaunchDarkly({ autoscaling: { enabled: true, minReplicas: 6, maxReplicas: 6 } }),
  ],
  [
    'autoscaling by nothing',
    onLaunchDarkly({ autoscaling: { enabled: true, cpuPercent: 0, memoryPercent: 0 } }),
    /autoscaling has nothing to go by; set autoscaling\.cpuPercent/,
    onLaunchDarkly({ autoscaling: { enabled: true, cpuPercent: 0, memoryPercent: 80 } }),
  ],
  [
    'a rolling update that can’t move',
    { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } },
    /both 0, so no pod could be replaced; set one of them to 1 or more\./,
    { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
  ],
  [
    'a budget that says two things',
    { podDisruptionBudget: { enabled: true, minAvailable: '50%', maxUnavailable: 1 } },
    /are both set; set one of them to null\./,
    { podDisruptionBudget: { enabled: true, minAvailable: '50%', maxUnavailable: null } },
  ],
  [
    'a budget that says nothing',
    { podDisruptionBudget: { enabled: true, minAvailable: null, maxUnavailable: null } },
    /podDisruptionBudget says nothing; set podDisruptionBudget\.minAvailable or/,
    { podDisruptionBudget: { enabled: true, minAvailable: null, maxUnavailable: 1 } },
  ],
  [
    'a budget that keeps every pod',
    onLaunchDarkly({
      replicas: 2,
      podDisruptionBudget: { enabled: true, minAvailable: 2, maxUnavailable: null },
    }),
    /minAvailable \(2\) leaves none of 2 pods to move, and no node could be drained; set it below 2\./,
    onLaunchDarkly({
      replicas: 2,
      podDisruptionBudget: { enabled: true, minAvailable: 1, maxUnavailable: null },
    }),
  ],
  [
    'an inline and an existing database secret',
    { database: { url: 'postgres://database.example.com/p', existingSecret: 'own' } },
    /database\.url and database\.existingSecret are both set; set only one of them\./,
    { database: { existingSecret: 'own' } },
  ],
  [
    'an inline and an existing token secret',
    { jwt: { secret: 'a-secret-for-tests-with-32-bytes-or-more', existingSecret: 'own' } },
    /jwt\.secret and jwt\.existingSecret are both set; set only one of them\./,
    { jwt: { existingSecret: 'own' } },
  ],
  [
    'an inline and an existing SDK key',
    { launchdarkly: { sdkKey: 'sdk-for-tests', existingSecret: 'own' } },
    /launchdarkly\.sdkKey and launchdarkly\.existingSecret are both set; set only one of them\./,
    { launchdarkly: { sdkKey: 'sdk-for-tests' } },
  ],
  [
    'an inline and an existing REST token',
    onLaunchDarkly({ rollout: { ...rollout, apiToken: 'api-for-tests' } }),
    /rollout\.apiToken and rollout\.existingSecret are both set; set only one of them\./,
    onLaunchDarkly({ rollout }),
  ],
  [
    'an inline and an existing webhook',
    { rollout: { webhook: { url: 'https://hooks.example.com/a', existingSecret: 'own' } } },
    /rollout\.webhook\.url and rollout\.webhook\.existingSecret are both set/,
    { rollout: { webhook: { existingSecret: 'own' } } },
  ],
  [
    'flags from LaunchDarkly and from a file',
    { launchdarkly: { existingSecret: 'own' }, flags: { existingConfigMap: 'own' } },
    /launchdarkly and flags are both set, and the file would never be read; set only one of them\./,
    { flags: { existingConfigMap: 'own' } },
  ],
  [
    'two flags files',
    { flags: { existingConfigMap: 'own', file: { flagValues: { a: true } } } },
    /flags\.file and flags\.existingConfigMap are both set; set only one of them\./,
    { flags: { file: { flagValues: { a: true } } } },
  ],
  [
    'a shared secret beside public keys',
    onLaunchDarkly({ jwt: { existingSecret: 'own' } }),
    /jwt and settings\.JWT_JWKS_URL are both set; set only one of them\./,
    production,
  ],
  [
    'a short shared secret',
    { jwt: { secret: 'short' } },
    /jwt\.secret is shorter than 32 bytes; set a longer one\./,
    { jwt: { secret: '0123456789abcdef0123456789abcdef' } },
  ],
  [
    'production without a database',
    without('database', {}),
    /production needs a PostgreSQL: set database\.existingSecret \(or database\.url\)\./,
    production,
  ],
  [
    'production without a flag',
    without('launchdarkly', {}),
    /in production set launchdarkly\.existingSecret \(or launchdarkly\.sdkKey\), or flags\.file/,
    { ...without('launchdarkly', {}), flags: { existingConfigMap: 'own' } },
  ],
  [
    'production without keys',
    without('settings', { APP_ENV: 'production', JWT_ISSUER: 'i', JWT_AUDIENCE: 'a' }),
    /in production set settings\.JWT_JWKS_URL, or jwt\.existingSecret \(or jwt\.secret\)\./,
    {
      ...without('settings', { APP_ENV: 'production', JWT_ISSUER: 'i', JWT_AUDIENCE: 'a' }),
      jwt: { existingSecret: 'own' },
    },
  ],
  [
    'production without an issuer',
    onLaunchDarkly({ settings: { JWT_ISSUER: '' } }),
    /settings\.JWT_ISSUER is empty; in production set the issuer that tokens must carry\./,
    production,
  ],
  [
    'production without an audience',
    onLaunchDarkly({ settings: { JWT_AUDIENCE: '' } }),
    /settings\.JWT_AUDIENCE is empty; in production set the audience that tokens must carry\./,
    production,
  ],
  [
    'several pods on an embedded database',
    { replicas: 2, jwt: { existingSecret: 'own' } },
    /The embedded database serves one pod; set replicas to 1 and autoscaling\.enabled to false, or/,
    { replicas: 2, jwt: { existingSecret: 'own' }, database: { existingSecret: 'own' } },
  ],
  [
    'several pods that each make their own token secret',
    { replicas: 2, database: { existingSecret: 'own' } },
    /Each pod would make a token secret of its own; set jwt\.existingSecret/,
    { replicas: 1, database: { existingSecret: 'own' } },
  ],
  [
    'metrics on the public port',
    { metrics: { port: 3000 } },
    /metrics\.port and containerPort are both 3000; set another metrics\.port/,
    { metrics: { port: 3001 } },
  ],
  [
    'a ServiceMonitor without its Service',
    { metrics: { service: { enabled: false }, serviceMonitor: { enabled: true } } },
    /set metrics\.service\.enabled to true\./,
    { metrics: { service: { enabled: true }, serviceMonitor: { enabled: true } } },
  ],
  [
    'an Ingress without hosts',
    { ingress: { enabled: true, hosts: [] } },
    /ingress\.hosts is empty; set at least one host/,
    { ingress: { enabled: false, hosts: [] } },
  ],
  [
    'a route without a Gateway',
    { httpRoute: { enabled: true } },
    /httpRoute\.parentRefs is empty; set the Gateway that carries the route\./,
    { httpRoute: { enabled: true, parentRefs: [{ name: 'public' }] } },
  ],
  [
    'a guard without a token',
    onLaunchDarkly({ rollout: { ...rollout, existingSecret: '' } }),
    /The rollout guard has no REST token; set rollout\.existingSecret \(or rollout\.apiToken\)\./,
    onLaunchDarkly({ rollout }),
  ],
  [
    'a guard without gates',
    onLaunchDarkly({ rollout: { ...rollout, settings: {} } }),
    /set rollout\.settings\.PROMETHEUS_URL\./,
    onLaunchDarkly({ rollout }),
  ],
  [
    'a guard of a service that does not listen',
    { rollout },
    /the service does not listen there; set launchdarkly\.existingSecret/,
    { launchdarkly: { existingSecret: 'own' }, rollout },
  ],
  [
    'tests of a flag both on and off',
    { jwt: { existingSecret: 'own' }, tests: { flagOff: { enabled: true }, preview: { enabled: true } } },
    /tests\.flagOff and tests\.preview can't both pass; enable the one that the flag's state asks for\./,
    { jwt: { existingSecret: 'own' }, tests: { preview: { enabled: true } } },
  ],
  [
    'a preview test without a token',
    { tests: { preview: { enabled: true } } },
    /The preview test has no token and no secret to make one with; set tests\.preview\.tokenSecret/,
    { tests: { preview: { enabled: true, tokenSecret: 'own' } } },
  ],
]

for (const [title, refused, sentence, passes] of cases) {
  t.test(title, async (t) => {
    const bad = template({ values: refused })
    t.not(bad.status, 0, 'is refused')
    t.match(bad.err, sentence)
    t.equal(bad.out, '', 'and nothing is rendered')
    t.match(template({ values: passes }), { status: 0, err: '' }, 'what is nearest to it passes')
  })
}

t.test('all that is wrong is said at once', async (t) => {
  const { err } = template({ values: { settings: { APP_ENV: 'production' } } })
  t.equal(err.match(/^- /gm)?.length, 5, err)
})

t.test('a refusal never repeats a secret', async (t) => {
  const { err } = template({
    values: {
      jwt: { secret: 'hunter2' },
      database: { url: 'postgres://u:hunter2@d/p', existingSecret: 'own' },
    },
  })
  t.match(err, /jwt\.secret is shorter/)
  t.notMatch(err, /hunter2/)
})
