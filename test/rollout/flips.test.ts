/** From the change at LaunchDarkly to the first 404 at the service: fifty times, over the real SDK and real HTTP. */
import t from 'tap'
import { offPatch, percentagePatch } from '../../rollout/core/semantic-patches.ts'
import { until } from '../plugins/flags/harness.ts'
import { startLaunchDarkly } from '../stand-ins/launchdarkly/launchdarkly.ts'
import { rolloutWith, unlaunched } from './harness.ts'
import { launchedService } from './launched-service.ts'

const flips = 50

t.test('off in under a second, at the 99th percentile of fifty', async (t) => {
  const launchDarkly = await startLaunchDarkly({ flags: [unlaunched()] })
  t.teardown(() => launchDarkly.close())
  const service = await launchedService(t, launchDarkly, 1)
  const [athlete] = service.athletes
  const { launchDarkly: client } = rolloutWith(launchDarkly).rollout
  const flag = await client.readFlag()
  const answers = (status: number) => async () => (await service.preview(athlete)).status === status

  const tookMs: number[] = []
  for (let count = 0; count < flips; count += 1) {
    await client.patch(percentagePatch('production', 100, flag, 'on'))
    await until(answers(200), 5_000, 'on')
    const startedMs = performance.now()
    await client.patch(offPatch('production', 'off'))
    await until(answers(404), 5_000, 'off')
    tookMs.push(performance.now() - startedMs)
  }
  const sorted = tookMs.sort((one, other) => one - other)
  const at = (share: number): number => sorted[Math.ceil(share * flips) - 1] ?? Number.NaN
  t.comment(`change to 404: median ${at(0.5).toFixed(0)} ms, p99 ${at(0.99).toFixed(0)} ms, of ${flips}`)
  t.ok(at(0.99) < 1_000, `p99 ${at(0.99)} ms`)
})
