/** The hourly update and the words in it. */
import t from 'tap'
import { gates } from '../../../rollout/core/gates.ts'
import { defaultPhases } from '../../../rollout/core/phases.ts'
import { judge } from '../../../rollout/core/readings.ts'
import { reportMarkdown } from '../../../rollout/core/report.ts'
import { spokenSeconds, spokenShare } from '../../../rollout/core/spoken.ts'
import type { Status } from '../../../rollout/core/status-lines.ts'

const status = (other: Partial<Status> = {}): Status => ({
  on: true,
  percent: 10,
  paused: false,
  since: { atMs: 0, by: 'rollout' },
  elapsedSeconds: 5_000,
  states: judge(
    [
      {
        atMs: 0,
        requests: { value: 500 },
        gates: { success_rate: { value: 0.991 }, p95: { value: 0.25 }, error_rate: { value: 0 } },
      },
    ],
    { gates: gates.slice(0, 4), fewestRequests: 20, readingsToRollBack: 2 },
  ),
  decision: { action: 'hold', reasons: ['phase 1 has been held for 1 h 23 min of 4 h'] },
  notes: [],
  ...other,
})

t.test('metrics, observations, next action', async (t) => {
  t.equal(
    reportMarkdown(status(), { value: 42 }, defaultPhases),
    `## Phase 1 status update, hour 2

The flag is on for 10 % of the users (phase 1 of 4).

### Metrics

- ✅ Success rate: 99.1 %
- ✅ Response time (p95): 0.25 s
- ✅ Error rate: 0 %
- Active users (1 h): 42
- ❔ CPU of limit: –

### Observations

- phase 1 has been held for 1 h 23 min of 4 h

### Next action

- Go on watching
`,
  )
})

t.test('what is next', async (t) => {
  const text = (decision: Status['decision']) =>
    reportMarkdown(status({ decision }), { unknown: 'x' }, defaultPhases)
  const [, next] = defaultPhases
  t.match(text({ action: 'promote', next: next!, reasons: [] }), '- promote to 25 %\n')
  t.match(text({ action: 'roll_back', reasons: ['p95'] }), '- Roll back')
  t.match(text({ action: 'done', reasons: [] }), '- none\n')
  t.match(text({ action: 'done', reasons: [] }), 'Active users (1 h): –')
  t.match(
    reportMarkdown(status({ on: false, paused: true }), { unknown: 'x' }, defaultPhases),
    /^## Rollout status update\n.*off for everybody.*the rollout is paused/s,
  )
})

t.test('words', async (t) => {
  t.strictSame([0, 1.234, 59.999, 60, 95, 3_600, 12_600, 90_000].map(spokenSeconds), [
    '0 s',
    '1.23 s',
    '60 s',
    '1 min',
    '1 min 35 s',
    '1 h',
    '3 h 30 min',
    '1 d 1 h',
  ])
  t.strictSame([1, 0.999999, 0.9512, 0].map(spokenShare), ['100 %', '99.99 %', '95.12 %', '0 %'])
})
