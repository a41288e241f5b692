/** Named schemas stand once in the contract. */
import t from 'tap'
import { gatherNamedSchemas } from '../../../plugins/openapi/named-schemas.ts'

const set = { type: 'object', title: 'Set', properties: { reps: { type: 'integer' } } }
const exercise = {
  type: 'object',
  title: 'Exercise',
  properties: { title: { type: 'string' }, sets: { type: 'array', items: set } },
}

t.test('a named schema becomes a reference wherever it is, also inside another', async (t) => {
  const { document, schemas } = gatherNamedSchemas({ one: { schema: exercise }, other: [set] })
  t.strictSame(document, {
    one: { schema: { $ref: '#/components/schemas/Exercise' } },
    other: [{ $ref: '#/components/schemas/Set' }],
  })
  t.strictSame(Object.keys(schemas), ['Exercise', 'Set'])
  t.strictSame(schemas.Exercise, {
    ...exercise,
    properties: {
      title: { type: 'string' },
      sets: { type: 'array', items: { $ref: '#/components/schemas/Set' } },
    },
  })
})

t.test('what has no name, and a title that is no schema’s, stays', async (t) => {
  const document = { schema: { type: 'string' }, info: { title: 'Planning Engine' } }
  t.strictSame(gatherNamedSchemas(document), { document, schemas: {} })
})

t.test('one name with two contents is refused', async (t) => {
  t.throws(
    () => gatherNamedSchemas([set, { ...set, properties: {} }]),
    /two different schemas are called Set/,
  )
})
