/** What brings the schema up to date, and in which order. */
import t from 'tap'
import { find, type KubernetesObject, ofKind, podOf, render } from './objects.ts'
import { overlay, production, switches } from './switches.ts'

const name = 'planning-engine'

t.test('migrations: by hook before everything else, by an init container, or by nobody', async (t) => {
  const withMode = (mode: string) => render({ values: overlay(production, { migrations: { mode } }) })
  const command = ['node', 'dist/scripts/migrate.js']
  const hook = find(withMode('hook'), 'Job', `${name}-migrations`)
  t.match(hook.metadata.annotations, { 'helm.sh/hook': 'pre-install,pre-upgrade' })
  t.match(hook.spec.template.spec.containers, [{ command }])
  t.match(podOf(withMode('init'), 'Deployment', name).spec.initContainers, [{ command }])
  t.strictSame(ofKind(withMode('init'), 'Job'), [])
  t.notOk(podOf(withMode('none'), 'Deployment', name).spec.initContainers)
  for (const mode of ['hook', 'init', 'none']) {
    t.equal(find(withMode(mode), 'ConfigMap', name).data.DATABASE_MIGRATE, 'false', mode)
  }
  t.equal(find(render(), 'ConfigMap', name).data.DATABASE_MIGRATE, 'true', 'the embedded one has nobody else')
  t.strictSame(ofKind(render(), 'Job'), [], 'and nothing to migrate from outside')
})

t.test('what a hook needs comes before it', async (t) => {
  const values = overlay(switches['inline secrets'] ?? {}, { networkPolicy: { enabled: true } })
  const objects = render({ values })
  const weight = ({ metadata }: KubernetesObject) => Number(metadata.annotations?.['helm.sh/hook-weight'])
  const job = find(objects, 'Job', `${name}-migrations`)
  for (const kind of ['Secret', 'NetworkPolicy']) {
    const needed = find(objects, kind, `${name}-migrations`)
    t.equal(needed.metadata.annotations?.['helm.sh/hook'], job.metadata.annotations?.['helm.sh/hook'])
    t.ok(weight(needed) < weight(job), kind)
  }
})
