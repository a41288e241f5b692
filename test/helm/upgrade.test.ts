/** From a first look to production in one `helm upgrade`: nothing that Kubernetes can't change is changed. */
import t from 'tap'
import { find, type KubernetesObject, render } from './objects.ts'
import { allOn } from './switches.ts'

const before = render()
/** Fields that Kubernetes refuses to change; a change would need the object to be deleted first. */
const immutable: readonly (readonly [string, string, (object: KubernetesObject) => unknown])[] = [
  ['Deployment', 'planning-engine', ({ spec }) => spec.selector],
  ['Service', 'planning-engine', ({ spec }) => spec.clusterIP],
  ['Service', 'planning-engine-metrics', ({ spec }) => spec.clusterIP],
]

for (const [title, after] of [
  ['production values', render({ files: ['values-production.yaml'] })],
  ['everything on', render({ values: allOn })],
] as const) {
  t.test(`the defaults → ${title}`, async (t) => {
    for (const [kind, name, field] of immutable) {
      t.strictSame(field(find(after, kind, name)), field(find(before, kind, name)), `${kind}/${name}`)
    }
    for (const { kind, metadata } of before.filter(
      ({ metadata }) => metadata.labels['app.kubernetes.io/component'] !== 'test',
    )) {
      t.ok(find(after, kind, metadata.name), `${kind}/${metadata.name} is changed in place, not replaced`)
    }
    t.not(
      find(after, 'Deployment', 'planning-engine').spec.template.metadata.annotations['checksum/settings'],
      find(before, 'Deployment', 'planning-engine').spec.template.metadata.annotations['checksum/settings'],
      'the pods are replaced',
    )
  })
}

t.test('another version of the service changes the image and no selector', async (t) => {
  const deployment = (tag: string) =>
    find(render({ values: { image: { tag } } }), 'Deployment', 'planning-engine').spec
  t.strictSame(deployment('0.2.0').selector, deployment('0.1.0').selector)
  t.equal(deployment('0.2.0').template.spec.containers[0].image, 'planning-engine:0.2.0')
})
