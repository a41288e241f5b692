/** Where the flag comes from. */
import t from 'tap'
import { find, podOf, render } from './objects.ts'
import { switches } from './switches.ts'

const name = 'planning-engine'

t.test('the flags folder is mounted, not the file: a subPath would never be updated', async (t) => {
  for (const [values, configMap, file] of [
    [switches['flags file'], `${name}-flags`, 'flags.json'],
    [switches['flags of an existing ConfigMap'], 'own-flags', 'f.json'],
  ] as const) {
    const objects = render({ values: values ?? {} })
    const { spec } = podOf(objects, 'Deployment', name)
    const mounts = spec.containers[0]?.volumeMounts ?? []
    const mount = mounts.find((candidate) => candidate.name === 'flags')
    t.notMatch(mount, { subPath: String })
    t.equal(find(objects, 'ConfigMap', name).data.FLAGS_FILE, `${mount?.mountPath}/${file}`)
    t.match(spec.volumes, [{}, { name: 'flags', configMap: { name: configMap } }])
  }
})
