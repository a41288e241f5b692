/** What a client reads about its faults: a pointer and a sentence with the limit in it, for every kind of schema. */
import { type TSchema, Type } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import t from 'tap'
import { mostFaults, schemaFaults } from '../../../plugins/errors/schema-faults.ts'

const faults = (schema: TSchema, value: unknown) => schemaFaults(TypeCompiler.Compile(schema).Errors(value))
const strict = { additionalProperties: false }

const word = Type.Union([Type.Literal('high'), Type.Literal('low')])
const set = Type.Object({ reps: Type.Integer({ minimum: 1 }) }, strict)
const sets = Type.Union([
  Type.Integer({ minimum: 1, maximum: 20 }),
  Type.Array(set, { minItems: 1, maxItems: 28 }),
])
const cap = Type.Union([Type.Integer({ minimum: 1, maximum: 10 }), Type.Null()])

const rows: [string, TSchema, unknown, [string, string][]][] = [
  ['a wrong type', Type.Integer(), 'a', [['', 'must be an integer']]],
  ['a fraction', Type.Integer({ minimum: 1 }), 1.5, [['', 'must be an integer of at least 1']]],
  ['too large', Type.Number({ maximum: 10 }), 11, [['', 'must be a number of at most 10']]],
  ['not above', Type.Number({ exclusiveMinimum: 0 }), 0, [['', 'must be a number above 0']]],
  [
    'too long',
    Type.String({ minLength: 1, maxLength: 5 }),
    'abcdef',
    [['', 'must be text of 1 to 5 characters']],
  ],
  ['a pattern', Type.String({ pattern: '^a+$' }), 'b', [['', 'must be text that matches ^a+$']]],
  [
    'a described pattern',
    Type.String({ pattern: '^a$', description: 'one a' }),
    'b',
    [['', 'must be text of this form: one a']],
  ],
  [
    'too many entries',
    Type.Array(Type.Null(), { maxItems: 1 }),
    [null, null],
    [['', 'must be a list of at most 1 entries']],
  ],
  [
    'too few entries',
    Type.Array(Type.Null(), { minItems: 1 }),
    [],
    [['', 'must be a list of at least 1 entries']],
  ],
  [
    'a repeated entry',
    Type.Array(Type.Integer(), { uniqueItems: true }),
    [1, 1],
    [['', 'must not hold the same entry twice']],
  ],
  [
    'too many properties',
    Type.Record(Type.String(), Type.Null(), { maxProperties: 1 }),
    { a: null, b: null },
    [['', 'must hold at most 1 entries']],
  ],
  ['a missing property, once', set, {}, [['/reps', 'is missing; must be an integer of at least 1']]],
  ['an unknown property', set, { reps: 1, 'a/b~c': 2 }, [['/a~1b~0c', 'is not known; known here: reps']]],
  ['a word that is not in the list', word, 'medium', [['', 'must be one of "high", "low"']]],
  [
    'neither of two types',
    sets,
    true,
    [['', 'must be an integer from 1 to 20 or a list of 1 to 28 entries']],
  ],
  ['the right type of two, out of range', sets, 21, [['', 'must be an integer from 1 to 20']]],
  [
    'the right type of two, wrong inside',
    sets,
    [{ reps: 1 }, { reps: 0, x: 1 }],
    [
      ['/1/x', 'is not known; known here: reps'],
      ['/1/reps', 'must be an integer of at least 1'],
    ],
  ],
  ['a number or null', cap, 'none', [['', 'must be an integer from 1 to 10 or null']]],
  ['a boolean', Type.Boolean(), 1, [['', 'must be true or false']]],
]
for (const [what, schema, value, expected] of rows) {
  t.test(what, async (t) => {
    t.strictSame(
      faults(schema, value),
      expected.map(([path, message]) => ({ path, message })),
    )
  })
}

t.test('all faults are listed, up to a bound', async (t) => {
  const list = Type.Array(Type.Integer())
  t.equal(faults(list, ['a', 1, 'b', 'c']).length, 3)
  t.equal(faults(list, Array(5_000).fill('a')).length, mostFaults)
})
