/** The knees of a frontier: corners after which a minute buys less, far enough apart, and none where there are none. */
import t from 'tap'
import { kneesOf } from '../../console/src/crunch/knees.ts'
import type { Step } from '../../console/src/service/answers.ts'

const step = (fromMinutes: number, size: number, outcome: Step['outcome'] = 'compressed'): Step => ({
  fromMinutes,
  durationSeconds: 60 * fromMinutes,
  outcome,
  optimality: { proven: true, gap: 0 },
  retained: { size, strength: 1 },
  changesSummary: '',
})

const minutesOf = (steps: Step[], most?: number): number[] =>
  kneesOf(steps, most).map(({ fromMinutes }) => fromMinutes)

t.test('a corner is a knee; what lies under the hull is none', async (t) => {
  t.strictSame(minutesOf([step(15, 0), step(20, 0.2), step(30, 0.8), step(60, 1)]), [30])
})

t.test('no corner, no knee: a straight line, one step, nothing', async (t) => {
  t.strictSame(minutesOf([step(15, 0.2), step(20, 0.4), step(25, 0.6)]), [])
  t.strictSame(minutesOf([step(15, 1, 'unchanged')]), [])
  t.strictSame(minutesOf([]), [])
})

t.test('the sharpest first, neighbours left out, no more than asked for, in order of time', async (t) => {
  const steps = [step(15, 0), step(20, 0.5), step(22, 0.6), step(30, 0.8), step(40, 0.92), step(60, 1)]
  t.strictSame(minutesOf(steps), [20, 30, 40])
  t.strictSame(minutesOf(steps, 1), [20])
})

t.test('what does not fit is no good stop', async (t) => {
  t.strictSame(minutesOf([step(15, 0.9, 'unmet'), step(25, 0.3), step(35, 0.9), step(60, 1)]), [35])
})
