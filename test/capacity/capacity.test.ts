/** docs/capacity.md is worked out from the last measurements; what it says follows from them. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import t from 'tap'
import { measurements, measurementsOf } from '../../scripts/capacity/measurements.ts'
import { capacityFile, capacityOf, capacityPage, sizes } from '../../scripts/capacity/page.ts'
import { goal, planCapacity } from '../../scripts/capacity/plan-capacity.ts'

const root = new URL('../../', import.meta.url)

t.test(`${capacityFile} is what npm run capacity writes`, async (t) => {
  t.equal(await readFile(new URL(capacityFile, root), 'utf8'), capacityPage())
})

t.test('the measurements are those of the bench', async (t) => {
  const bench = { previewsASecond: 900, previewP99Ms: 40, residentMegabytes: 216, heavy: { firstMs: 5_000 } }
  t.strictSame(measurementsOf(bench), {
    requestsASecond: 900,
    searchesASecond: 72,
    megabytes: 216,
    p99Milliseconds: 40,
  })
  for (const value of Object.values(measurements())) t.ok(value > 0)
})

t.test('by hand: 300,000 users, 1,000 requests and 100 searches a second of a core', async (t) => {
  const measured = { requestsASecond: 1_000, searchesASecond: 100, megabytes: 256, p99Milliseconds: 10 }
  // 300,000 × 12 × 2 / 3,600 = 2,000 requests, 2 loops busy; 166.7 searches, 1.67 threads busy; at 70 % three of each.
  t.match(planCapacity(300_000, measured, 10), {
    requestsASecond: 2_000,
    busyLoops: 2,
    pods: 4,
    utilisation: 0.5,
    databaseConnections: 42,
    statementsASecond: 4_000,
    gigabytes: 1,
  })
  const slowSearch = { ...measured, searchesASecond: 10 }
  t.ok(planCapacity(300_000, slowSearch, 10).pods > 20, 'the larger of both queues counts')
})

t.test('every size meets the goal, with a pod lost too', async (t) => {
  for (const users of sizes) {
    const { pods, busyLoops, busySearches, p99WaitMilliseconds, p99WaitAloneMilliseconds } = capacityOf(users)
    t.ok(pods >= 2)
    t.ok(Math.max(busyLoops, busySearches) / (pods - 1) <= goal.utilisation, `${users} users`)
    t.ok(p99WaitMilliseconds <= p99WaitAloneMilliseconds)
    t.ok(p99WaitMilliseconds <= goal.p99WaitSeconds * 1_000)
  }
})

const run = (...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/capacity.ts', ...words],
      { cwd: root },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })

t.test('the command', async (t) => {
  const { code, stdout } = await run('--users', '250000')
  t.equal(code, 0)
  t.match(stdout, /^\| users in the busiest hour \| 250,000 \|/)
  t.match(stdout, `| **pods**, one to spare | **${capacityOf(250_000).pods}** |`)
  t.match(await run('--help'), { code: 0, stdout: /^Usage/ })
  for (const users of ['0', 'many', '-1', '1e5']) {
    t.match(await run('--users', users), { code: 2, stdout: '', stderr: /--users|Usage/ }, users)
  }
})
