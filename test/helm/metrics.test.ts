/** Metrics: a port of their own, found by Prometheus and by nobody else. */
import t from 'tap'
import { find, ofKind, podOf, render } from './objects.ts'
import { allOn } from './switches.ts'

const all = render({ values: allOn })
const name = 'planning-engine'

t.test('metrics have a named port of their own, and no public way leads there', async (t) => {
  const [container] = podOf(all, 'Deployment', name).spec.containers
  t.match(container?.ports, [
    { name: 'http', containerPort: 3000 },
    { name: 'metrics', containerPort: 9464 },
  ])
  t.match(find(all, 'ConfigMap', name).data, { PORT: '3000', METRICS_PORT: '9464' })
  t.strictSame(
    find(all, 'Service', name).spec.ports.map(({ targetPort }: { targetPort: string }) => targetPort),
    ['http'],
  )
  const ways = [...ofKind(all, 'Ingress'), ...ofKind(all, 'HTTPRoute')]
  t.equal(ways.length, 2)
  for (const way of ways) t.notMatch(JSON.stringify(way), /metrics|9464/)
  t.match(find(all, 'Service', `${name}-metrics`).spec, {
    clusterIP: 'None',
    ports: [{ targetPort: 'metrics' }],
  })
})

t.test('the ServiceMonitor finds the metrics Service and its port', async (t) => {
  const { selector, endpoints, jobLabel } = find(all, 'ServiceMonitor', name).spec
  const services = ofKind(all, 'Service').filter(({ metadata }) =>
    Object.entries(selector.matchLabels).every(([label, value]) => metadata.labels[label] === value),
  )
  t.strictSame(
    services.map(({ metadata }) => metadata.name),
    [`${name}-metrics`],
  )
  t.equal(endpoints[0].port, services[0]?.spec.ports[0].name)
  t.match(services[0]?.metadata.labels[jobLabel], /planning-engine/, 'the job that the rules look for')
})
