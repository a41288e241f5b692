/** A search that was refused while a long plan was still being made ready was an error that nobody caught: it ended the process. */
import t from 'tap'
import { CompressorService } from '../../plugins/compressor/compressor-service.ts'
import { Solver } from '../../plugins/compressor/solver.ts'
import { exercise, normal, plan } from '../domain/plan/build-plan.ts'

/** Enough that the event loop gets its turn before the last of them is ready. */
const sessionCount = 400

t.test('a refusal in the midst of a long plan reaches the caller, and nobody else', async (t) => {
  const unhandled: unknown[] = []
  const note = (reason: unknown): void => {
    unhandled.push(reason)
  }
  process.on('unhandledRejection', note)
  t.teardown(() => process.off('unhandledRejection', note))

  const solver = new Solver(
    {
      limits: { targetSteps: 1_000, sessionSteps: 10_000 },
      threads: 1,
      longestQueue: 0,
      longestWaitSeconds: 1,
      cacheBytes: 1_000,
    },
    { cached() {}, solved() {} },
  )
  t.teardown(() => solver.close())
  const service = new CompressorService(solver, { keptSessions: 1_000, answerBytes: 1_000, cached() {} })
  const { microcycles } = normal(plan([exercise(), exercise({ name: 'Row' })]))
  const [week] = microcycles
  const [session] = week!.sessions
  const sessions = Array.from({ length: sessionCount }, (_, number) => ({
    ...session!,
    id: `session-${number}`,
    exercises: session!.exercises.map((one) => ({ ...one, setupSeconds: number })),
  }))
  const prepared = await service.prepare({ id: 'a', version: 1, updatedAt: new Date(0) }, async () => ({
    id: 'a',
    version: 1,
    updatedAt: new Date(0),
    plan: { name: 'Long', microcycles: [{ ...week!, sessions }] },
    amendment: {},
    amendmentVersion: 1,
  }))
  await t.rejects(service.planners(prepared, { by: 'all' }), { code: 'overloaded' })
  await new Promise((resolve) => setImmediate(resolve))
  t.strictSame(unhandled, [])
})
