/** Each gate on both sides of both its lines, and on them; the numbers are those of the monitoring. */
import t from 'tap'
import { fewestRequests, thresholds } from '../../../monitoring/thresholds.ts'
import { type GateId, gates, gatesWithoutCluster, verdictOf } from '../../../rollout/core/gates.ts'
import { readOptions } from '../../../scripts/rollout/options.ts'

const gate = (id: GateId) => gates.find((each) => each.id === id)!

/** promotes · holds · rolls back */
const cases: Record<GateId, [number[], number[], number[]]> = {
  success_rate: [
    [0.9501, 1],
    [0.95, 0.93, 0.9],
    [0.8999, 0],
  ],
  p95: [
    [0.02, 4.99],
    [5, 7, 10],
    [10.01, 60],
  ],
  error_rate: [
    [0, 0.0099],
    [0.01, 0.05],
    [0.0501, 1],
  ],
  cpu: [
    [0, 0.69],
    [0.7, 0.9],
    [0.91, 1.2],
  ],
  memory: [
    [0, 0.79],
    [0.8, 0.95],
    [0.96, 1],
  ],
  amendment_violations: [[0], [], [1, 12]],
  restarts: [[0], [0.5, 1, 9], []],
  crash_loops: [[0], [], [1, 3]],
  readiness: [[0], [1, 3], []],
}

for (const [id, [promotes, holds, rollsBack]] of Object.entries(cases)) {
  t.test(id, async (t) => {
    for (const value of promotes) t.equal(verdictOf(gate(id as GateId), { value }), 'promote', String(value))
    for (const value of holds) t.equal(verdictOf(gate(id as GateId), { value }), 'hold', String(value))
    for (const value of rollsBack)
      t.equal(verdictOf(gate(id as GateId), { value }), 'rollback', String(value))
    t.equal(verdictOf(gate(id as GateId), { unknown: 'no data' }), 'inconclusive')
  })
}

t.test('every gate has its cases', async (t) => {
  t.strictSame(
    Object.keys(cases),
    gates.map(({ id }) => id),
  )
})

t.test('the lines are those of the alerts and the dashboard', async (t) => {
  const { successRatio, p95Seconds, errorRatio, cpuOfLimit, memoryOfLimit } = thresholds
  const lines = (id: GateId) => [gate(id).promote.value, gate(id).rollBack?.value]
  t.strictSame(lines('success_rate'), [successRatio.promoteAbove, successRatio.rollBackBelow])
  t.strictSame(lines('p95'), [p95Seconds.promoteBelow, p95Seconds.rollBackAbove])
  t.strictSame(lines('error_rate'), [errorRatio.promoteBelow, errorRatio.rollBackAbove])
  t.strictSame(lines('cpu'), [cpuOfLimit.promoteBelow, cpuOfLimit.rollBackAbove])
  t.strictSame(lines('memory'), [memoryOfLimit.promoteBelow, memoryOfLimit.rollBackAbove])
  t.equal(readOptions(['plan'])?.settings.fewestRequests, fewestRequests)
})

t.test('without the cluster there are the gates that the service itself feeds', async (t) => {
  t.strictSame(
    gatesWithoutCluster.map(({ id }) => id),
    ['success_rate', 'p95', 'error_rate', 'amendment_violations'],
  )
})
