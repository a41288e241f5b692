/** Network policies: everything is denied, then each pod gets what it needs. */
import t from 'tap'
import { find, ofKind, podsOf, render } from './objects.ts'
import { allOn } from './switches.ts'

const all = render({ values: allOn })
const name = 'planning-engine'

t.test('network: all is denied, then each pod gets what it needs', async (t) => {
  const deny = find(all, 'NetworkPolicy', `${name}-default-deny`)
  t.notOk(deny.spec.ingress ?? deny.spec.egress)
  t.strictSame(deny.spec.policyTypes, ['Ingress', 'Egress'])
  for (const pod of podsOf(all)) {
    const selectors = ofKind(all, 'NetworkPolicy').map(({ spec }) => spec.podSelector.matchLabels)
    const chosen = selectors.filter((selector: Record<string, string>) =>
      Object.entries(selector).every(([label, value]) => pod.labels[label] === value),
    )
    t.equal(chosen.length, 2, `${pod.owner.metadata.name}: the denial and a policy of its own`)
  }
  const ports = (policy: string): unknown[] =>
    find(all, 'NetworkPolicy', policy).spec.egress.flatMap(
      ({ ports: list }: { ports: { port: unknown }[] }) => list.map(({ port }) => port),
    )
  t.strictSame(ports(name), [53, 53, 5432, 443, 8030])
  t.strictSame(ports(`${name}-migrations`), [53, 53, 5432])
  t.strictSame(ports(`${name}-rollout`), [53, 53, 443, 9090])
  t.strictSame(ports(`${name}-tests`), [53, 53, 'http'])
})

t.test('network: a service that calls nobody outside has no way there', async (t) => {
  const policy = find(render({ values: { networkPolicy: { enabled: true } } }), 'NetworkPolicy', name)
  t.notMatch(JSON.stringify(policy.spec.egress), /443|5432/)
})
