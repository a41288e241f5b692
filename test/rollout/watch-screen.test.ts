/** What is seen of `watch` on a terminal: a line in place, and the table when the decision changes. */
import t from 'tap'
import { defaultPhases } from '../../rollout/core/phases.ts'
import { look } from '../../rollout/verbs/look.ts'
import { createWatchScreen } from '../../scripts/rollout/watch-screen.ts'
import { percentage } from '../stand-ins/launchdarkly/flag-table.ts'
import { flagKey, rolloutWith, standIns, unlaunched } from './harness.ts'

t.test('on a terminal', async (t) => {
  const { launchDarkly, prometheus } = await standIns(t, [
    unlaunched({ on: true, fallthrough: percentage(10) }),
  ])
  launchDarkly.rest.changeByHand(flagKey, {})
  const { rollout } = rolloutWith(launchDarkly, {
    prometheusUrl: prometheus.url,
    settings: { phases: defaultPhases },
  })
  let written = ''
  const screen = createWatchScreen(
    { isTTY: true, write: (text: string) => (written += text) },
    { phases: defaultPhases, json: false, noColor: '1' },
  )
  const take = (): string => {
    const text = written
    written = ''
    return text
  }
  const seen = await look(rollout)
  screen.onLook(seen)
  const first = take()
  t.match(first, /hold; phase 1 has been held.*\nGate +Now .*\nSuccess rate +99.8 %/s)
  t.match(first, /10 % {2}·{20} .* of 4 h, hold$/, 'no line break: the next look is written over it')
  screen.onLook(seen)
  t.notMatch(take(), 'Success rate', 'the table once')
  prometheus.set({ amendment_violations: 1 })
  screen.onLook(await look(rollout))
  t.match(take(), /roll back; Amendment violations.*Success rate/s, 'and again when the decision changes')
  screen.onEvent('Something happened')
  t.equal(take(), '\r\u001b[2KSomething happened\n')
  screen.end()
  t.equal(take(), '\r\u001b[2K')
})
