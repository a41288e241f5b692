/** schemas/plan.schema.json: in step with the service, every field described, and of one mind with its validator. */
import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t from 'tap'
import { demoPlans } from '../../demo-plans/demo-plans.ts'
import { type JsonSchema, planSchema, planSchemaFile, planSchemaText } from '../../schemas/plan-schema.ts'
import { exercise, plan } from '../domain/plan/build-plan.ts'
import { sharedPlans } from './shared-plans.ts'

const committed = await readFile(new URL(`../../${planSchemaFile}`, import.meta.url), 'utf8')
const schema: JsonSchema = JSON.parse(committed)
// Strict, but for unions of types, which the document has on purpose (8 or "8-12").
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)

t.test('the file is what npm run schemas writes', async (t) => {
  t.equal(committed, planSchemaText())
})

t.test('JSON Schema 2020-12 with a name that is no address', async (t) => {
  t.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema')
  t.match(schema.$id, /^urn:planning-engine:/)
})

/** Every schema inside that has properties, with its path. */
const objectsIn = (path: string, part: JsonSchema): [path: string, object: JsonSchema][] => [
  ...(part.properties ? [[path, part] as [string, JsonSchema]] : []),
  ...Object.entries(part.properties ?? {}).flatMap(([name, inner]) => objectsIn(`${path}.${name}`, inner)),
  ...(part.items ? objectsIn(`${path}[]`, part.items) : []),
  ...(part.anyOf ?? []).flatMap((option) => objectsIn(path, option)),
]

t.test('every field is described, every object closed', async (t) => {
  const objects = objectsIn('plan', planSchema())
  t.strictSame(
    objects.map(([path]) => path),
    [
      'plan',
      'plan.microcycles[]',
      'plan.microcycles[].sessions[]',
      'plan.microcycles[].sessions[].exercises[]',
      'plan.microcycles[].sessions[].exercises[].sets[]',
      'plan.amendment',
      'plan.amendment.pinned[]',
    ],
  )
  for (const [path, { properties = {}, additionalProperties }] of objects) {
    t.equal(additionalProperties, false, path)
    for (const [name, { description }] of Object.entries(properties)) {
      t.match(description, /^\S.*\S$/s, `${path}.${name}`)
    }
  }
})

t.test('plans that the service takes are valid', async (t) => {
  for (const { key, document } of demoPlans)
    t.ok(validate(document), `${key}: ${JSON.stringify(validate.errors)}`)
  const shared = await sharedPlans()
  if (shared.length === 0) t.comment('the shared programmes are not here: skipped')
  for (const { file, document } of shared)
    t.ok(validate(document), `${file}: ${JSON.stringify(validate.errors)}`)
})

t.test('what has not the shape is refused, where it is wrong', async (t) => {
  const first = '/microcycles/0/sessions/0/exercises/0'
  const rows: [title: string, document: unknown, path: string][] = [
    ['no name', { microcycles: [] }, ''],
    ['an unknown field', { ...plan([]), weeks: 4 }, ''],
    ['day 8', { ...plan([]), microcycles: [{ weekNumber: 0, sessions: [] }] }, '/microcycles/0/weekNumber'],
    ['a rest of 901 seconds', plan([exercise({ restSeconds: 901 })]), `${first}/restSeconds`],
    ['a cap of 11', plan([], { amendment: { coreSetCap: 11 } }), '/amendment/coreSetCap'],
  ]
  for (const [title, document, path] of rows) {
    t.notOk(validate(document), title)
    t.ok(
      validate.errors?.some(({ instancePath }) => instancePath === path),
      `${title}: ${path}`,
    )
  }
})
