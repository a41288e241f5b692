/** What every pod keeps to: no rights, room to leave in peace, and a reason to be replaced. */
import t from 'tap'
import { containersOf, find, type KubernetesObject, podOf, podsOf, render } from './objects.ts'
import { allOn, overlay, production, switches } from './switches.ts'

const all = render({ values: allOn })
const name = 'planning-engine'
const serviceOf = (objects: readonly KubernetesObject[]) => find(objects, 'Deployment', name)

t.test('every pod: no root, no rights, no token, nothing to write on', async (t) => {
  const cronJob = render({ values: switches['rollout guard that comes and goes'] ?? {} })
  const initContainer = render({ values: overlay(production, { migrations: { mode: 'init' } }) })
  const pods = [...podsOf(all), ...podsOf(cronJob), ...podsOf(initContainer)]
  t.strictSame(
    [...new Set(pods.map(({ owner }) => owner.kind))].sort(),
    ['CronJob', 'Deployment', 'Job', 'Pod'],
    'pods of every kind are looked at',
  )
  for (const pod of pods) {
    const where = `${pod.owner.kind}/${pod.owner.metadata.name}`
    t.match(
      pod.spec,
      {
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 1000,
          seccompProfile: { type: 'RuntimeDefault' },
        },
      },
      where,
    )
    for (const container of containersOf(pod)) {
      t.match(
        container,
        {
          securityContext: {
            allowPrivilegeEscalation: false,
            privileged: false,
            readOnlyRootFilesystem: true,
            runAsNonRoot: true,
            capabilities: { drop: ['ALL'] },
          },
          resources: {
            requests: { cpu: String, memory: String },
            limits: { cpu: String, memory: String },
          },
        },
        `${where} ${container.name}`,
      )
      t.strictSame(container.securityContext?.capabilities, { drop: ['ALL'] })
    }
  }
})

t.test('Kubernetes waits longer than the service drains', async (t) => {
  for (const [drainDelayMs, drainMs, preStopSeconds, graceSeconds] of [
    [0, 20_000, 5, 35],
    [1_500, 20_000, 5, 37],
    [0, 600_000, 30, 640],
  ]) {
    const values = { settings: { DRAIN_DELAY_MS: drainDelayMs, DRAIN_MS: drainMs }, preStopSeconds }
    const { spec } = podOf(render({ values }), 'Deployment', name)
    t.equal(spec.terminationGracePeriodSeconds, graceSeconds)
    t.match(spec.containers[0]?.lifecycle, { preStop: { sleep: { seconds: preStopSeconds } } })
  }
})

t.test('a changed setting or inline secret makes new pods; a changed flag does not', async (t) => {
  const checksums = (values: object) => serviceOf(render({ values })).spec.template.metadata.annotations
  const flags = (value: boolean) => ({ flags: { file: { flagValues: { a: value } } } })
  t.strictSame(checksums(flags(true)), checksums(flags(false)))
  t.notSame(checksums({ settings: { LOG_LEVEL: 'warn' } }), checksums({}))
  const secret = (last: string) => ({ jwt: { secret: `0123456789abcdef0123456789abcde${last}` } })
  t.notSame(checksums(secret('1')), checksums(secret('2')))
})

t.test('the number of pods is the autoscaler’s, where there is one', async (t) => {
  t.notOk('replicas' in serviceOf(all).spec)
  t.equal(serviceOf(render()).spec.replicas, 1)
  t.match(find(all, 'HorizontalPodAutoscaler', name).spec, {
    scaleTargetRef: { kind: 'Deployment', name },
    metrics: [
      { type: 'Resource', resource: { name: 'cpu' } },
      { type: 'Resource', resource: { name: 'memory' } },
      { type: 'Pods' },
    ],
  })
})

t.test('every selector finds the pods that it is meant for', async (t) => {
  const labels = podOf(all, 'Deployment', name).labels
  const selectors: [string, Record<string, string>][] = [
    ['Deployment', serviceOf(all).spec.selector.matchLabels],
    ['Service', find(all, 'Service', name).spec.selector],
    ['metrics Service', find(all, 'Service', `${name}-metrics`).spec.selector],
    ['budget', find(all, 'PodDisruptionBudget', name).spec.selector.matchLabels],
    ['policy', find(all, 'NetworkPolicy', name).spec.podSelector.matchLabels],
  ]
  const others = podsOf(all).filter(({ owner }) => owner.metadata.name !== name)
  for (const [what, selector] of selectors) {
    const selects = (pod: Readonly<Record<string, string>>) =>
      Object.entries(selector).every(([label, value]) => pod[label] === value)
    t.ok(selects(labels), `${what} finds the service`)
    t.strictSame(
      others.filter((pod) => selects(pod.labels)),
      [],
      `${what} finds nothing else`,
    )
  }
})

t.test('names fit, whatever the release is called', async (t) => {
  const release = 'a-release-with-a-name-of-fifty-three-characters-abcde'
  for (const object of render({ values: allOn, release })) {
    t.ok(object.metadata.name.length <= 63, object.metadata.name)
  }
})

t.test('the guard, and every other optional thing, is off unless asked for', async (t) => {
  t.strictSame(
    render({ options: ['--skip-tests'] })
      .map(({ kind, metadata }) => `${kind}/${metadata.name}`)
      .sort(),
    [
      'ConfigMap/planning-engine',
      'Deployment/planning-engine',
      'Service/planning-engine',
      'Service/planning-engine-metrics',
      'ServiceAccount/planning-engine',
    ],
  )
})
