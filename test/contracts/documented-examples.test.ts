/** The payloads on the pages are what openapi.json says. That the service answers them is for test/docs to see. */
import { readdir, readFile } from 'node:fs/promises'
import t from 'tap'
import { examplesIn } from '../docs/differences.ts'
import { validatorOf } from './contract-schemas.ts'
import { documentedExamples } from './documented-examples.ts'

const root = new URL('../../', import.meta.url)
const docs = (await readdir(new URL('docs/', root))).filter((name) => name.endsWith('.md'))
const pages = ['README.md', ...docs.map((name) => `docs/${name}`)]

for (const page of pages) {
  const blocks = examplesIn(await readFile(new URL(page, root), 'utf8'))
  const examples = documentedExamples[page] ?? []
  if (blocks.length + examples.length === 0) continue
  t.test(page, async (t) => {
    t.equal(blocks.length, examples.length, 'test/contracts/documented-examples.ts says what each block is')
    for (const [index, example] of examples.entries()) {
      if ('other' in example) continue
      const validate = validatorOf(example)
      t.ok(
        validate(blocks[index]),
        `${example.operationId} ${example.part}: ${JSON.stringify(validate.errors?.[0])}`,
      )
    }
  })
}

t.test('no page is named that is not there', async (t) => {
  t.strictSame(
    Object.keys(documentedExamples).filter((page) => !pages.includes(page)),
    [],
  )
})

t.test('a payload that the contract does not have is found', async (t) => {
  const request = validatorOf({ operationId: 'previewTimeCrunch', part: 'request' })
  const planId = 'de300000-0000-4000-8000-000000000001'
  t.ok(request({ planId, targetMinutes: 45 }))
  t.notOk(request({ planId }), 'a field is missing')
  t.notOk(request({ planId, targetMinutes: 14 }), 'a number is too small')
  t.notOk(request({ planId, targetMinutes: 45, minutes: 45 }), 'a field is unknown')
  const shortened = validatorOf({ operationId: 'previewTimeCrunch', part: 'request', shortened: true })
  t.ok(shortened({ planId }))
  t.notOk(shortened({ targetMinutes: '45' }))
  const swaps = validatorOf({
    operationId: 'previewTimeCrunch',
    part: '200',
    at: ['sessions', '[]', 'swaps'],
  })
  t.notOk(swaps([{ exerciseId: 'bench', outcome: 'lost' }]))
  t.throws(() => validatorOf({ operationId: 'none', part: 'request' }), /no request of none/)
})
