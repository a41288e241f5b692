/** Every operation of the contract for every kind of caller: only whom the table lets in gets in, and changes anything. */
import t from 'tap'
import { testApp } from '../../helper.ts'
import { accessTable, routesBesideTheContract } from './access-table.ts'
import { type CallerName, callers, headersOf } from './callers.ts'
import { documentedPath, registeredRoutes } from './registered-routes.ts'
import { plans, type Situation, situations } from './situation.ts'

interface DocumentedOperation {
  operationId: string
  method: string
  path: string
}

t.test('object access', async (t) => {
  const app = await testApp(t, { config: { consoleEnabled: false } })
  const { whole } = situations(app)
  const contract = app.swagger() as object as {
    paths: Record<string, Record<string, { operationId: string }>>
  }
  const operations: DocumentedOperation[] = Object.entries(contract.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { operationId }]) => ({ operationId, method, path })),
  )

  t.test('every operation has a row, and every row an operation', async (t) => {
    const documented = operations.map(({ operationId }) => operationId).sort()
    t.strictSame(Object.keys(accessTable).sort(), documented)
  })

  t.test('a route that the contract does not list is one of few', async (t) => {
    const documented = new Set(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`))
    const routes = registeredRoutes(app)
    t.ok(routes.length > operations.length / 2, 'the router could be read')
    const beside = routes.flatMap(({ path, methods }) =>
      methods
        .filter((method) => {
          const asGet = method === 'HEAD' ? 'GET' : method
          return !documented.has(`${asGet} ${documentedPath(path)}`)
        })
        .map(() => path),
    )
    t.strictSame([...new Set(beside)].sort(), Object.keys(routesBesideTheContract).sort())
    for (const [path, status] of Object.entries(routesBesideTheContract)) {
      t.equal((await app.inject(path.replace('*', 'nothing'))).statusCode, status, path)
    }
  })

  /** What a refused caller must not have changed: the plan, and what is attached to it. */
  const stateOf = async ({ planId }: Situation): Promise<string[]> => {
    const read = async (url: string) => (await app.inject({ url, headers: headersOf.admin })).body
    return [
      await read(`${plans}/${planId}`),
      await read(`${plans}/${planId}/amendment`),
      await read(`${plans}/${planId}/feedback`),
      await read(`/api/v1/time-crunch/applications?planId=${planId}`),
    ]
  }

  for (const { operationId, method } of operations) {
    const row = accessTable[operationId]
    if (row === undefined) continue
    const ask = async (caller: CallerName, situation: Situation, as?: 'HEAD') => {
      const options = row.request(situation)
      return app.inject({
        ...options,
        ...(as && { method: as }),
        headers: { ...options.headers, ...headersOf[caller] },
      })
    }
    for (const [index, caller] of callers.entries()) {
      const expected = row.statuses[index] ?? 0
      t.test(`${expected} for ${operationId} by ${caller}`, async (t) => {
        const situation = await whole(row.draft)
        t.equal(row.request(situation).method ?? 'GET', method.toUpperCase(), 'the row asks this operation')
        const before = await stateOf(situation)
        const response = await ask(caller, situation)
        t.equal(response.statusCode, expected, response.body)
        if (expected === 401) t.match(response.headers['www-authenticate'], /^Bearer/)
        if (expected >= 400) {
          t.strictSame(await stateOf(situation), before, 'nothing has changed')
          for (const word of ['Small plan', 'Squat', 'coach-1']) t.notMatch(response.body, word)
        }
        if (method === 'get') {
          const head = await ask(caller, situation, 'HEAD')
          t.equal(head.statusCode, expected, 'HEAD')
          t.equal(head.body, '')
        }
      })
    }
  }
})
