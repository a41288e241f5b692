/** The steps, and the weights that LaunchDarkly gets for them. */
import t from 'tap'
import { defaultPhases, phaseAbove, phaseAt, rolloutWeights } from '../../../rollout/core/phases.ts'

t.test('the launch plan: 10, 25, 50, 100 %, four hours at the first', async (t) => {
  t.strictSame(
    defaultPhases.map(({ number, percent }) => [number, percent]),
    [
      [1, 10],
      [2, 25],
      [3, 50],
      [4, 100],
    ],
  )
  t.equal(defaultPhases[0]?.dwellSeconds, 4 * 3_600)
})

t.test('weights are thousandths of a percent and sum to the whole', async (t) => {
  t.strictSame(rolloutWeights(10, 'yes', 'no'), { yes: 10_000, no: 90_000 })
  t.strictSame(rolloutWeights(100, 'yes', 'no'), { yes: 100_000, no: 0 })
  for (const percent of [0.001, 0.1, 1 / 3, 12.345, 33.3, 66.667, 99.999]) {
    const { yes = 0, no = 0 } = rolloutWeights(percent, 'yes', 'no')
    t.ok(Number.isInteger(yes) && yes > 0)
    t.equal(yes + no, 100_000, String(percent))
  }
})

t.test('the phase at a share, and the one above', async (t) => {
  t.equal(phaseAt(defaultPhases, 25)?.number, 2)
  t.equal(phaseAt(defaultPhases, 30), undefined)
  t.equal(phaseAbove(defaultPhases, 30)?.percent, 50)
  t.equal(phaseAbove(defaultPhases, 50)?.percent, 100)
  t.equal(phaseAbove(defaultPhases, 100), undefined)
})
