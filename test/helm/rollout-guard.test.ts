/** The rollout guard: one, apart from the service. */
import t from 'tap'
import { find, podOf, render } from './objects.ts'
import { allOn, switches } from './switches.ts'

const all = render({ values: allOn })
const name = 'planning-engine'

t.test('the guard is never two, and is no part of the service', async (t) => {
  t.match(find(all, 'Deployment', `${name}-rollout`).spec, { replicas: 1, strategy: { type: 'Recreate' } })
  const cron = find(
    render({ values: switches['rollout guard that comes and goes'] ?? {} }),
    'CronJob',
    `${name}-rollout`,
  )
  t.match(cron.spec, { schedule: '*/5 * * * *', concurrencyPolicy: 'Forbid' })
  t.equal(podOf(all, 'Deployment', `${name}-rollout`).spec.serviceAccountName, `${name}-rollout`)
  t.equal(podOf(all, 'Deployment', name).spec.serviceAccountName, name)
})
