/** Ten thousand users through the phases, as the real SDK decides: everybody who is in stays in. */
import t from 'tap'
import { defaultPhases, rolloutWeights } from '../../rollout/core/phases.ts'
import { percentagePatch } from '../../rollout/core/semantic-patches.ts'
import { startApp, until } from '../plugins/flags/harness.ts'
import { startLaunchDarkly } from '../stand-ins/launchdarkly/launchdarkly.ts'
import { flagKey, rolloutWith, unlaunched } from './harness.ts'

const users = Array.from({ length: 10_000 }, (_, index) => `athlete-${index + 1}`)

t.test('10 ⊂ 25 ⊂ 50 ⊂ 100 %, and each near its share', async (t) => {
  const launchDarkly = await startLaunchDarkly({ flags: [unlaunched()] })
  t.teardown(() => launchDarkly.close())
  const app = await startApp(t, launchDarkly.connection)
  const { launchDarkly: client } = rolloutWith(launchDarkly).rollout
  const flag = await client.readFlag()
  const isIn = (): Promise<boolean[]> => Promise.all(users.map((user) => app.flags.isEnabled(flagKey, user)))

  t.notOk((await isIn()).some(Boolean), 'off for all')
  let before = users.map(() => false)
  for (const { percent } of defaultPhases) {
    await client.patch(percentagePatch('production', percent, flag, 'a step'))
    const weights = Object.values(rolloutWeights(percent, 'yes', 'no'))
    t.match(
      launchDarkly.table.get(flagKey)?.fallthrough.rollout?.variations.map(({ weight }) => weight),
      weights,
    )
    const least = percent === 100 ? users.length : users.length * (percent / 100 - 0.02)
    await until(async () => (await isIn()).filter(Boolean).length >= least, 5_000, `${percent} %`)
    const now = await isIn()
    t.ok(
      before.every((wasIn, index) => !wasIn || now[index]),
      `nobody fell out at ${percent} %`,
    )
    const share = now.filter(Boolean).length / users.length
    t.ok(Math.abs(share - percent / 100) < 0.015, `${percent} % is ${share}`)
    t.comment(`${percent} %: ${Math.round(share * users.length)} of ${users.length}`)
    before = now
  }
})
