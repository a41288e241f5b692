/** The decision, rule by rule: it acts, and it keeps still. */
import t from 'tap'
import { decide, type Standing } from '../../../rollout/core/decide.ts'
import { type Gate, type GateId, gates, type Measurement, verdictOf } from '../../../rollout/core/gates.ts'
import { defaultPhases } from '../../../rollout/core/phases.ts'
import type { GateState } from '../../../rollout/core/readings.ts'

const green: Record<GateId, number> = {
  success_rate: 1,
  p95: 0.1,
  error_rate: 0,
  cpu: 0.2,
  memory: 0.3,
  amendment_violations: 0,
  restarts: 0,
  crash_loops: 0,
  readiness: 0,
}

const stateOf = (gate: Gate, measurement: Measurement, triggers?: number): GateState => {
  const verdict = verdictOf(gate, measurement)
  const triggersNeeded = gate.readingsToRollBack ?? 2
  return {
    gate,
    measurement,
    verdict,
    triggers: verdict === 'rollback' ? (triggers ?? triggersNeeded) : 0,
    triggersNeeded,
  }
}

const states = (other: Partial<Record<GateId, Measurement>> = {}, triggers?: number): GateState[] =>
  gates.map((gate) => stateOf(gate, other[gate.id] ?? { value: green[gate.id] }, triggers))

const hour = 3_600
const standing = (other: Partial<Standing> = {}): Standing => ({
  on: true,
  percent: 10,
  paused: false,
  elapsedSeconds: 5 * hour,
  ...other,
})

const decision = (other: Partial<Standing> = {}, seen = states()) =>
  decide(standing(other), seen, defaultPhases)

t.test('all green and held long enough: the next phase; after the last one done', async (t) => {
  for (const [percent, next] of [
    [10, 25],
    [25, 50],
    [50, 100],
  ] as const) {
    t.match(decision({ percent }), { action: 'promote', next: { percent: next } })
  }
  t.match(decision({ percent: 100 }), { action: 'done' })
})

t.test('to the second', async (t) => {
  t.match(decision({ elapsedSeconds: 4 * hour }), { action: 'promote' })
  t.match(decision({ elapsedSeconds: 4 * hour - 1 }), {
    action: 'hold',
    reasons: ['phase 1 has been held for 3 h 59 min of 4 h'],
  })
})

t.test('any single gate between its lines, or without data, holds', async (t) => {
  for (const { id, title } of gates) {
    t.match(decision({}, states({ [id]: { unknown: 'Prometheus has no data' } })), {
      action: 'hold',
      reasons: [`${title}: no verdict, Prometheus has no data`],
    })
  }
  t.match(decision({}, states({ success_rate: { value: 0.93 } })), {
    action: 'hold',
    reasons: ['Success rate: 93 %, promotion needs > 95 %'],
  })
  t.match(decision({}, states({ restarts: { value: 1 } })), { action: 'hold' })
})

t.test('any gate that can, rolls back: paused, early, at a share of somebody else’s', async (t) => {
  const worst: Partial<Record<GateId, number>> = {
    success_rate: 0.5,
    p95: 20,
    error_rate: 0.2,
    cpu: 0.99,
    memory: 0.99,
    amendment_violations: 1,
    crash_loops: 1,
  }
  for (const [id, value] of Object.entries(worst)) {
    const seen = states({ [id]: { value } })
    for (const other of [
      {},
      { paused: true },
      { elapsedSeconds: 0 },
      { percent: 30 },
      { elapsedSeconds: undefined },
    ]) {
      t.match(decision(other, seen), { action: 'roll_back' }, `${id} ${JSON.stringify(other)}`)
    }
  }
  t.match(decision({}, states({ p95: { value: 20 }, error_rate: { unknown: 'no data' } })), {
    action: 'roll_back',
    reasons: ['Response time (p95): 20 s is a reason to roll back (> 10 s), seen in 2 of 2 readings'],
  })
})

t.test('a trigger that was seen once holds', async (t) => {
  t.match(decision({}, states({ p95: { value: 20 } }, 1)), {
    action: 'hold',
    reasons: ['Response time (p95): 20 s is a reason to roll back (> 10 s), seen in 1 of 2 readings'],
  })
  t.match(decision({}, states({ amendment_violations: { value: 1 } }, 1)), { action: 'roll_back' })
})

t.test('a pause holds, and so does a flag that nobody can place', async (t) => {
  t.match(decision({ paused: true }), { action: 'hold', reasons: ['the rollout is paused'] })
  t.match(decision({ percent: 30 }), { action: 'hold', reasons: ['30 % is no phase of this rollout'] })
  t.match(decision({ elapsedSeconds: undefined }), { action: 'hold', reasons: [/audit log/] })
})

t.test('with the flag off, or at nobody, there is nothing to do, whatever the gates say', async (t) => {
  for (const other of [{ on: false }, { percent: 0 }]) {
    t.match(decision(other), { action: 'none' })
    t.match(decision(other, states({ p95: { value: 20 } })), { action: 'none' })
  }
})
