/** Every switch of the chart with the least that it needs, to be tried alone, all together, and not at all. */

/** Whole enough for production; the ends of names that tests look for. */
export const production = {
  settings: {
    APP_ENV: 'production',
    JWT_JWKS_URL: 'https://issuer.example.com/keys',
    JWT_ISSUER: 'https://issuer.example.com/',
    JWT_AUDIENCE: 'planning-engine',
  },
  database: { existingSecret: 'own-database' },
  launchdarkly: { existingSecret: 'own-launchdarkly' },
}

const sharedSecret = { jwt: { existingSecret: 'own-jwt' } }

/** By name: values that turn one thing on, over the defaults. */
export const switches: Readonly<Record<string, object>> = {
  commonLabels: { commonLabels: { team: 'strength' } },
  'image by digest': { image: { digest: `sha256:${'0'.repeat(64)}`, pullSecrets: ['registry'] } },
  'several replicas': { replicas: 3, database: { existingSecret: 'own-database' }, ...sharedSecret },
  'inline secrets': {
    database: { url: 'postgres://planner:not-a-real-one@database.example.com/planning' },
    jwt: { secret: 'a-secret-for-tests-with-32-bytes-or-more' },
    launchdarkly: { sdkKey: 'sdk-for-tests' },
  },
  'existing secrets': {
    database: { existingSecret: 'own-database', existingSecretKey: 'address' },
    jwt: { existingSecret: 'own-jwt', existingSecretKey: 'shared' },
    launchdarkly: { existingSecret: 'own-launchdarkly', existingSecretKey: 'sdk' },
  },
  'migrations by hook': { database: { existingSecret: 'own-database' }, migrations: { mode: 'hook' } },
  'migrations in an init container': {
    database: { existingSecret: 'own-database' },
    migrations: { mode: 'init' },
  },
  'migrations by nobody': { database: { existingSecret: 'own-database' }, migrations: { mode: 'none' } },
  'flags file': { flags: { file: { flagValues: { 'feature.stream5_time_crunch_mode': false } } } },
  'flags of an existing ConfigMap': {
    flags: { existingConfigMap: 'own-flags', existingConfigMapKey: 'f.json' },
  },
  'service account off': { serviceAccount: { enabled: false } },
  'metrics service off': { metrics: { service: { enabled: false } } },
  serviceMonitor: { metrics: { serviceMonitor: { enabled: true, labels: { release: 'prometheus' } } } },
  prometheusRule: {
    metrics: {
      prometheusRule: { enabled: true, runbookBaseUrl: 'https://code.example.com/planning-engine/' },
    },
  },
  dashboard: { metrics: { dashboard: { enabled: true, annotations: { grafana_folder: 'Planning' } } } },
  ingress: {
    ingress: {
      enabled: true,
      className: 'nginx',
      annotations: { 'nginx.ingress.kubernetes.io/proxy-body-size': '1m' },
      tls: [{ hosts: ['planning-engine.example.com'], secretName: 'own-tls' }],
    },
  },
  httpRoute: {
    httpRoute: {
      enabled: true,
      parentRefs: [{ name: 'public', namespace: 'gateways', sectionName: 'https' }],
      hostnames: ['planning-engine.example.com'],
    },
  },
  autoscaling: {
    autoscaling: { enabled: true, requestsPerSecond: { enabled: true } },
    database: { existingSecret: 'own-database' },
    ...sharedSecret,
  },
  podDisruptionBudget: { podDisruptionBudget: { enabled: true, minAvailable: null, maxUnavailable: '25%' } },
  networkPolicy: {
    networkPolicy: { enabled: true, extraEgress: [{ ports: [{ protocol: 'TCP', port: 8030 }] }] },
  },
  'topology spread off': { topologySpread: { enabled: false } },
  scheduling: {
    priorityClassName: 'high',
    nodeSelector: { disk: 'ssd' },
    tolerations: [{ key: 'reserved', operator: 'Exists', effect: 'NoSchedule' }],
    affinity: { nodeAffinity: {} },
    podLabels: { shift: 'day' },
    podAnnotations: { 'example.com/note': 'kept' },
  },
  'extra volumes': {
    extraVolumes: [{ name: 'authority', configMap: { name: 'own-authority' } }],
    extraVolumeMounts: [{ name: 'authority', mountPath: '/etc/authority', readOnly: true }],
  },
  'rollout guard that stays': {
    launchdarkly: { existingSecret: 'own-launchdarkly' },
    rollout: {
      enabled: true,
      existingSecret: 'own-rollout',
      settings: { PROMETHEUS_URL: 'http://prometheus.monitoring:9090' },
    },
  },
  'rollout guard that comes and goes': {
    launchdarkly: { existingSecret: 'own-launchdarkly' },
    rollout: {
      enabled: true,
      kind: 'CronJob',
      apiToken: 'api-for-tests',
      webhook: { url: 'https://hooks.example.com/not-a-real-one' },
      settings: { PROMETHEUS_URL: 'http://prometheus.monitoring:9090' },
    },
  },
  'tests off': { tests: { enabled: false } },
  'flag-off test': { tests: { flagOff: { enabled: true } } },
  'preview test with its own token': { tests: { preview: { enabled: true } }, ...sharedSecret },
  'preview test with a given token': { tests: { preview: { enabled: true, tokenSecret: 'own-token' } } },
}

type Tree = { [name: string]: unknown }

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** As Helm lays one values file over another: maps are merged, anything else is replaced. */
export const overlay = (under: object, over: object): Tree => {
  const merged: Tree = { ...under }
  for (const [name, value] of Object.entries(over)) {
    const before = merged[name]
    merged[name] = isTree(before) && isTree(value) ? overlay(before, value) : value
  }
  return merged
}

/** Everything that can be on at once, in production. */
export const allOn: object = [
  'commonLabels',
  'image by digest',
  'migrations by hook',
  'serviceMonitor',
  'prometheusRule',
  'dashboard',
  'ingress',
  'httpRoute',
  'podDisruptionBudget',
  'networkPolicy',
  'scheduling',
  'extra volumes',
  'rollout guard that stays',
  'preview test with a given token',
]
  .map((name) => switches[name] ?? {})
  .reduce(
    overlay,
    overlay(production, { autoscaling: { enabled: true, requestsPerSecond: { enabled: true } } }),
  )

export const allOff: object = {
  serviceAccount: { enabled: false },
  topologySpread: { enabled: false },
  metrics: { service: { enabled: false } },
  tests: { enabled: false },
}

/** All that is rendered and looked at as a whole. */
export const everyCase: readonly (readonly [string, object])[] = [
  ['the defaults', {}],
  ['production', production],
  ['everything on', allOn],
  ['everything off', allOff],
  ...Object.entries(switches),
  ...Object.entries(switches)
    // In production the address and the issuer's keys are there already; a second way to say so is refused.
    .filter(([, values]) => !('jwt' in values) && !('flags' in values))
    .map(([name, values]) => [`${name}, in production`, overlay(production, values)] as const),
]
