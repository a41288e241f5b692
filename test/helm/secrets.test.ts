/** Who sees which secret, and where an inline one stands. */
import t from 'tap'
import { type FoundPod, find, ofKind, podOf, render } from './objects.ts'
import { allOn, overlay, switches } from './switches.ts'

const all = render({ values: allOn })
const name = 'planning-engine'
/** Every Secret that a pod can see. */
const secretsOf = (pod: FoundPod): string[] =>
  JSON.stringify(pod.spec).match(/(?<="secretKeyRef":\{"name":"|"secretName":")[^"]+/g) ?? []

t.test('each pod sees its own secrets, and no other', async (t) => {
  t.strictSame(secretsOf(podOf(all, 'Deployment', name)).sort(), ['own-database', 'own-launchdarkly'])
  t.strictSame(secretsOf(podOf(all, 'Job', `${name}-migrations`)), ['own-database'])
  t.strictSame(secretsOf(podOf(all, 'Deployment', `${name}-rollout`)), ['own-rollout'])
  t.strictSame(secretsOf(podOf(all, 'Pod', `${name}-test-health`)), [])
  t.strictSame(secretsOf(podOf(all, 'Pod', `${name}-test-preview`)), ['own-token'])
})

t.test('with existing secrets the chart makes none', async (t) => {
  t.strictSame(ofKind(all, 'Secret'), [])
})

t.test('an inline secret stands in its own Secret, and nowhere else', async (t) => {
  const values = overlay(
    switches['inline secrets'] ?? {},
    overlay(switches['rollout guard that comes and goes'] ?? {}, { launchdarkly: { existingSecret: '' } }),
  )
  const objects = render({ values })
  const secrets: [string, string][] = [
    ['planning-engine-database', 'not-a-real-one@database'],
    ['planning-engine-migrations', 'not-a-real-one@database'],
    ['planning-engine-jwt', 'a-secret-for-tests'],
    ['planning-engine-launchdarkly', 'sdk-for-tests'],
    ['planning-engine-rollout', 'api-for-tests'],
    ['planning-engine-rollout-webhook', 'hooks.example.com'],
  ]
  t.strictSame(
    ofKind(objects, 'Secret')
      .map(({ metadata }) => metadata.name)
      .sort(),
    secrets.map(([id]) => id).sort(),
  )
  for (const [id, text] of secrets) {
    t.match(JSON.stringify(find(objects, 'Secret', id)), text, id)
  }
  const rest = JSON.stringify(objects.filter(({ kind }) => kind !== 'Secret'))
  for (const [, text] of secrets) t.notMatch(rest, text)
})
