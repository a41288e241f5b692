/**
 * Every operation of the contract, asked what it allows and what it does not: never a 5xx, always an answer that the
 * contract documents. FUZZ_RUNS requests of each kind; FUZZ_SEED replays a run, FUZZ_OPERATIONS narrows it down.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import t from 'tap'
import { testApp } from '../../helper.ts'
import { createConformance } from './conformance.ts'
import { contractOf, operationsOf } from './contract-operations.ts'
import { type FuzzRequest, validRequest } from './fuzz-request.ts'
import { hostileRequest } from './hostile-request.ts'
import { createWorld } from './world.ts'

const runs = Number(process.env.FUZZ_RUNS ?? 50)
const seed = Number(process.env.FUZZ_SEED ?? 1)
const only = process.env.FUZZ_OPERATIONS?.split(',')

/** Statuses of a request that never got to what the operation is about. */
const atTheDoor = [400, 401, 413, 415]
/**
 * After this many megabytes more it is a leak: solutions may take 48, two caches of answers some more, and 300,000 requests
 * fill them.
 */
const heapGrowthMegabytes = 96

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')
const heapMegabytes = (): number => {
  collectGarbage()
  return process.memoryUsage().heapUsed / 2 ** 20
}

const shortened = (text: string): string =>
  text.length > 600 ? `${text.slice(0, 600)}… (${text.length})` : text

const describe = ({ caller, url, headers, payload }: FuzzRequest): string =>
  shortened(
    [caller, url, JSON.stringify({ ...payload?.headers, ...headers }), payload?.bytes.toString()].join(' '),
  )

/** What went wrong, by which request, and how to see it again. */
const toldOf = ({ counterexample, errorInstance }: fc.RunDetails<[FuzzRequest]>, operationId: string) => {
  const [request] = counterexample ?? []
  if (request === undefined) return 'as documented'
  const settings = `FUZZ_SEED=${seed} FUZZ_RUNS=${runs} FUZZ_OPERATIONS=${operationId}`
  return `${errorInstance}\n${describe(request)}\nreplay: ${settings} npm run test:fuzz`
}

t.test('fuzzing', async (t) => {
  const app = await testApp(t, { config: { consoleEnabled: false, solverBudgetMs: 5 } })
  const contract = contractOf(app)
  const faultOf = createConformance(app)
  const world = createWorld(app)
  const operations = operationsOf(contract).filter(
    ({ operationId }) => only === undefined || only.includes(operationId),
  )
  t.ok(operations.length > 0, 'there is something to ask')
  let heapBefore: number | undefined

  for (const operation of operations) {
    const { operationId, method } = operation
    for (const [kind, requests] of [
      ['valid', validRequest(operation)],
      ['mutated', hostileRequest(operation)],
    ] as const) {
      t.test(`${runs} ${kind} requests for ${operationId}`, async (t) => {
        const statuses = new Map<number, number>()
        const property = fc.asyncProperty(requests, async (request) => {
          const answer = await world.send(request, method)
          statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
          const fault = faultOf(operation, answer, request.isAstray)
          if (fault !== undefined) throw new Error(fault)
        })
        const outcome = await fc.check(property, { numRuns: runs, seed })
        const told = [...statuses].sort(([one], [other]) => one - other).map((pair) => pair.join('×'))
        t.comment(`${operationId} ${kind}: ${told.join(' ')}`)
        t.notOk(outcome.failed, toldOf(outcome, operationId))
        if (kind === 'valid') {
          t.ok(
            [...statuses.keys()].some((status) => !atTheDoor.includes(status)),
            'some get beyond the door',
          )
        }
      })
    }
    heapBefore ??= heapMegabytes()
  }

  t.test('200: it is alive, its memory is as before, and nothing reached a prototype', async (t) => {
    t.equal((await app.inject('/health/ready')).statusCode, 200)
    const growth = heapMegabytes() - (heapBefore ?? 0)
    t.comment(`heap: ${growth.toFixed(1)} MB more`)
    t.ok(growth < heapGrowthMegabytes, `${growth} MB`)
    t.notOk('polluted' in {})
  })
})
