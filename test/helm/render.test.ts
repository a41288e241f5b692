/** What the chart renders, with every switch alone, in production, all on and all off: sound as YAML and to Kubernetes. */
import t from 'tap'
import { rolloutSettingsSchema } from '../../config/rollout-settings.ts'
import { serviceSettingsSchema } from '../../config.ts'
import {
  containersOf,
  type KubernetesObject,
  modelFault,
  ofKind,
  parseObjects,
  podsOf,
  render,
} from './objects.ts'
import { everyCase } from './switches.ts'

const knownVariables = new Set([
  ...Object.keys(serviceSettingsSchema.properties),
  ...Object.keys(rolloutSettingsSchema.properties),
])

/** Names of a container's variables, those of its ConfigMaps among them; a name may be there twice. */
const variablesOf = (objects: readonly KubernetesObject[]) =>
  podsOf(objects).flatMap((pod) =>
    containersOf(pod).map((container) => {
      const configMaps = (container.envFrom ?? []).map(({ configMapRef }) => configMapRef.name)
      const fromMaps = ofKind(objects, 'ConfigMap')
        .filter(({ metadata }) => configMaps.includes(metadata.name))
        .flatMap(({ data }) => Object.keys(data))
      return {
        where: `${pod.owner.kind}/${pod.owner.metadata.name} ${container.name}`,
        names: [...fromMaps, ...(container.env ?? []).map(({ name }) => name)],
      }
    }),
  )

for (const [name, values] of everyCase) {
  t.test(name, async (t) => {
    const objects = render({ values })
    t.strictSame(
      objects.flatMap((object) => modelFault(object) ?? []),
      [],
      'every object has the form of its kind',
    )
    const ids = objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`)
    t.equal(new Set(ids).size, ids.length, 'no object is there twice')
    for (const { where, names } of variablesOf(objects)) {
      t.equal(new Set(names).size, names.length, `${where}: no variable is there twice`)
      t.strictSame(
        names.filter((variable) => !knownVariables.has(variable)),
        [],
        `${where}: every variable is one that the code reads`,
      )
    }
  })
}

t.test('the parser refuses what Helm lets through', async (t) => {
  t.throws(() => parseObjects('kind: Pod\nmetadata: { name: a }\nkind: Job\n'), /unique/)
  t.equal(parseObjects('kind: Pod\nmetadata: { name: a }\n').length, 1)
})

t.test('the models refuse what Kubernetes would', async (t) => {
  const [service] = ofKind(render(), 'Service')
  t.equal(modelFault(service!), undefined)
  t.match(modelFault({ ...service!, spec: { ports: [{ port: 'eighty' }] } }), /port must be integer/)
  t.match(modelFault({ ...service!, kind: 'Sarvice' }), /no model/)
})
