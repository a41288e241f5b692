/** The contract: what is served is what is committed, complete, and readable at /docs under a strict policy. */
import { readFile } from 'node:fs/promises'
import t from 'tap'
import { apiVersion } from '../../../plugins/openapi/index.ts'
import { testApp } from '../../helper.ts'

const root = new URL('../../../', import.meta.url)
const read = async (file: string) => JSON.parse(await readFile(new URL(file, root), 'utf8'))

interface Operation {
  operationId?: string
  summary?: string
  tags?: string[]
  security?: object[]
  responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>
}

t.test('the contract', async (t) => {
  const app = await testApp(t)
  const response = await app.inject('/openapi.json')
  const document = response.json()
  const operations: [string, Operation][] = Object.entries<Record<string, Operation>>(document.paths).flatMap(
    ([path, item]) =>
      Object.entries(item).map(([method, operation]): [string, Operation] => [
        `${method} ${path}`,
        operation,
      ]),
  )

  t.test('200 /openapi.json: 3.1, versioned as the package', async (t) => {
    t.equal(response.statusCode, 200)
    t.match(document, { openapi: '3.1.0', info: { version: apiVersion } })
    t.equal((await read('package.json')).version, apiVersion)
  })

  t.test('openapi.json is what `npm run openapi` writes', async (t) => {
    t.strictSame(await read('openapi.json'), document)
  })

  t.test('every operation has a name of its own, a summary, a tag, and its problems', async (t) => {
    const names = operations.map(([, { operationId }]) => operationId)
    t.equal(new Set(names).size, names.length)
    for (const [where, { operationId, summary, tags, security, responses }] of operations) {
      t.match({ operationId, summary, tags }, { operationId: /./, summary: /./, tags: [/./] }, where)
      if (security !== undefined) continue
      for (const status of ['401', '429', '500', '503']) {
        const content = responses[status]?.content?.['application/problem+json']
        t.equal(content?.schema.$ref, '#/components/schemas/Problem', `${where} ${status}`)
      }
    }
  })

  t.test('operations with a body say 400, 413 and 415', async (t) => {
    const withBody = operations.filter(([, operation]) => 'requestBody' in operation)
    t.ok(withBody.length > 0)
    for (const [where, { responses }] of withBody) {
      for (const status of ['400', '413', '415']) t.ok(status in responses, `${where} ${status}`)
    }
  })

  t.test('200 /docs with a policy that lets nothing in from elsewhere', async (t) => {
    const page = await app.inject('/docs')
    t.equal(page.statusCode, 200)
    const policy = String(page.headers['content-security-policy'])
    t.match(policy, "script-src 'self';")
    t.notMatch(policy, /https?:|upgrade-insecure/)
    t.notMatch(page.body, /<script>[^<]/, 'no script in the page itself')
    for (const [, source = ''] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const url = new URL(source, 'http://localhost/docs')
      t.equal((await app.inject(url.pathname)).statusCode, 200, source)
    }
  })
})
