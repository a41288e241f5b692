/** Sessions that wait for a search: who would wait too long is told to come back, a caller's own do not count against it. */
import t, { type Test } from 'tap'
import { withDefaults } from '../../../domain/amendment/amendment.ts'
import { prepareSession } from '../../../domain/clock/prepare-session.ts'
import { contentOf, type SessionContent } from '../../../domain/compressor/content.ts'
import { type SolveBatch, Solver, type SolverOptions } from '../../../plugins/compressor/solver.ts'
import { ProblemError } from '../../../problems.ts'
import { exercise, normal, plan } from '../../domain/plan/build-plan.ts'

const build = (t: Test, options: Partial<SolverOptions>): Solver => {
  const solver = new Solver(
    {
      limits: { targetSteps: 100_000, sessionSteps: 1_000_000 },
      threads: 1,
      longestQueue: 1_000,
      longestWaitSeconds: 1_000,
      cacheBytes: 1_000_000,
      ...options,
    },
    { cached() {}, solved() {} },
  )
  t.teardown(() => solver.close())
  return solver
}

/** Of another length each, so that none is solved for another. */
const content = (number: number): SessionContent => {
  const { microcycles } = normal(plan([exercise({ setupSeconds: number })]))
  return contentOf(prepareSession(microcycles[0]!.sessions[0]!, 1), withDefaults({}))
}

const caller = (): SolveBatch => ({ isAdmitted: false })

const outcomes = async (solving: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(solving)).map((settled) =>
    settled.status === 'fulfilled' ? 'solved' : (settled.reason as ProblemError).code,
  )

t.test('a caller whose turn would come too late is refused, with the seconds to wait', async (t) => {
  const solver = build(t, { longestWaitSeconds: 0.03 })
  const long = caller()
  const solving = Array.from({ length: 20 }, (_, number) => solver.solve(content(number), long))
  const refused = await solver.solve(content(100), caller()).then(
    () => undefined,
    (error) => error,
  )
  t.ok(refused instanceof ProblemError)
  t.match(refused, { code: 'overloaded', headers: { 'retry-after': '1' } })
  t.strictSame(await outcomes(solving), Array(20).fill('solved'), 'its own sessions hold no caller up')
  t.strictSame(await outcomes([solver.solve(content(100), caller())]), ['solved'], 'later there is time')
})

t.test('what is solved, or being solved, is answered however long the queue', async (t) => {
  const solver = build(t, { longestWaitSeconds: 0.03 })
  await solver.solve(content(0), caller())
  const long = caller()
  const solving = Array.from({ length: 20 }, (_, number) => solver.solve(content(number), long))
  t.strictSame(await outcomes([0, 1, 19].map((number) => solver.solve(content(number), caller()))), [
    'solved',
    'solved',
    'solved',
  ])
  await Promise.all(solving)
})

t.test('the queue has an end for everybody', async (t) => {
  const solver = build(t, { longestQueue: 5 })
  const long = caller()
  const told = await outcomes(Array.from({ length: 20 }, (_, number) => solver.solve(content(number), long)))
  t.ok(told.filter((one) => one === 'overloaded').length >= 10, told.join())
  t.equal(told[0], 'solved')
})
