/** Several readings in a row: what counts as a trigger that stands, and what breaks it. */
import t from 'tap'
import { type GateId, gates, type Measurement } from '../../../rollout/core/gates.ts'
import { type JudgeOptions, judge, type Reading, rollsBack } from '../../../rollout/core/readings.ts'

const options: JudgeOptions = { gates, fewestRequests: 20, readingsToRollBack: 2 }

const reading = (atMs: number, values: Partial<Record<GateId, Measurement>>, requests = 100): Reading => ({
  atMs,
  requests: { value: requests },
  gates: values,
})

const bad = (atMs: number, requests?: number) => reading(atMs, { success_rate: { value: 0.5 } }, requests)
const good = (atMs: number) => reading(atMs, { success_rate: { value: 1 } })
const silent = (atMs: number) => reading(atMs, { success_rate: { unknown: 'no data' } })

const successOf = (readings: Reading[], more: Partial<JudgeOptions> = {}) =>
  judge(readings, { ...options, ...more }).find(({ gate }) => gate.id === 'success_rate')!

t.test('two in a row roll back', async (t) => {
  t.ok(rollsBack(successOf([bad(200), bad(100)])))
  t.match(successOf([bad(200), bad(100)]), { verdict: 'rollback', triggers: 2, triggersNeeded: 2 })
})

t.test('one does not, nor two with anything in between, nor one that is over', async (t) => {
  t.notOk(rollsBack(successOf([bad(200), good(100)])))
  t.notOk(rollsBack(successOf([bad(200), silent(100)])))
  t.notOk(rollsBack(successOf([bad(300), good(200), bad(100)], { readingsToRollBack: 2 })))
  t.notOk(rollsBack(successOf([good(200), bad(100)])))
})

t.test('as many as the settings say', async (t) => {
  t.ok(rollsBack(successOf([bad(300), bad(200), bad(100)], { readingsToRollBack: 3 })))
  t.notOk(rollsBack(successOf([bad(300), bad(200), good(100)], { readingsToRollBack: 3 })))
  t.ok(rollsBack(successOf([bad(300), good(200)], { readingsToRollBack: 1 })))
})

t.test('readings from before the phase are not this phase’s', async (t) => {
  t.notOk(rollsBack(successOf([bad(200), bad(100)], { sinceMs: 150 })))
  t.ok(rollsBack(successOf([bad(200), bad(100)], { sinceMs: 100 })))
})

t.test('too few requests are no data, for the gates of requests alone', async (t) => {
  t.match(successOf([bad(200, 19), bad(100, 19)]), { verdict: 'inconclusive', triggers: 0 })
  t.match(successOf([bad(200, 20), bad(100, 20)]), { verdict: 'rollback', triggers: 2 })
  const [violations] = judge([reading(100, { amendment_violations: { value: 1 } }, 1)], options).filter(
    ({ gate }) => gate.id === 'amendment_violations',
  )
  t.ok(violations && rollsBack(violations), 'one violation, in one reading, of one request')
})

t.test('what is not known is named', async (t) => {
  t.match(successOf([bad(200, 7)]).measurement, { unknown: 'only 7 requests in the window, 20 are needed' })
  t.match(successOf([{ ...bad(200), requests: { unknown: 'no data' } }]).measurement, { unknown: 'no data' })
  t.match(successOf([reading(200, {})]).measurement, { unknown: 'it was not read' })
  t.throws(() => judge([], options))
})
