/** redocly finds nothing in openapi.json, and would find something. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { parse } from 'yaml'
import { lintContract } from '../../scripts/check-api/lint-contract.ts'
import { currentContract } from '../../scripts/check-api/released-contract.ts'

t.test('openapi.json is well made', async (t) => {
  t.strictSame(lintContract(), [])
})

t.test('exceptions are for places that are there', async (t) => {
  const file = new URL('../../.redocly.lint-ignore.yaml', import.meta.url)
  const ignored: Record<string, string[]> = parse(await readFile(file, 'utf8'))['openapi.json']
  const pointers = Object.values(ignored).flat()
  t.ok(pointers.length <= 2, 'and are few')
  for (const pointer of pointers) {
    const [, path = ''] = /^#\/paths\/([^/]+)\//.exec(pointer) ?? []
    t.ok(path.replaceAll('~1', '/') in currentContract().paths, pointer)
  }
})

t.test('what is not well made is found', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'contract-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'openapi.json')
  const { paths, ...rest } = currentContract()
  const live = {
    get: {
      responses: {
        200: { description: 'Yes', content: { 'application/json': { schema: { $ref: '#/none' } } } },
      },
    },
  }
  await writeFile(file, JSON.stringify({ ...rest, paths: { '/Live_Now': live } }))
  const rules = lintContract(file).map(({ rule }) => rule)
  for (const rule of [
    'no-unresolved-refs',
    'operation-operationId',
    'operation-4xx-response',
    'paths-kebab-case',
  ]) {
    t.ok(rules.includes(rule), rule)
  }
  t.throws(() => lintContract(join(folder, 'none.json')))
})
