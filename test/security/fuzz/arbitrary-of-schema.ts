/** Values that a schema allows, as fast-check arbitraries. Lists stay short: how long they may be is for the mutations. */
import fc, { type Arbitrary } from 'fast-check'
import type { Schema } from './contract-operations.ts'

const longestList = 3
const widestNumber = 1_000_000

/** Text that a plan may hold: any script, and what breaks naive handling of text. */
const text = ({ minLength = 0, maxLength = 40 }: Schema): Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, Math.max(minLength, 40)) }),
    fc
      .constantFrom('a', 'İ', '𝕏', '👩‍🏫', '‮', "'; --", '<b>', '{{x}}', '%s')
      .map((piece) => piece.repeat(Math.max(1, minLength)).slice(0, maxLength)),
  )

const formats: Record<string, () => Arbitrary<string>> = {
  uuid: () => fc.uuid(),
  'date-time': () => fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
}

const stringOf = (schema: Schema): Arbitrary<string> => {
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern))
  return formats[schema.format ?? '']?.() ?? text(schema)
}

const numberOf = ({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: Schema) => {
  const low = minimum ?? exclusiveMinimum ?? -widestNumber
  const high = maximum ?? exclusiveMaximum ?? widestNumber
  if (multipleOf !== undefined) {
    const steps = { min: Math.ceil(low / multipleOf), max: Math.floor(high / multipleOf) }
    return fc.integer(steps).map((count) => count * multipleOf)
  }
  if (type === 'integer') {
    const min = exclusiveMinimum === undefined ? low : low + 1
    return fc.oneof(fc.integer({ min, max: high }), fc.constantFrom(min, high))
  }
  return fc.oneof(
    fc.double({ min: low, max: high, noNaN: true, minExcluded: exclusiveMinimum !== undefined }),
    fc.constantFrom(high),
  )
}

const listOf = ({ items = {}, minItems = 0, maxItems = longestList, uniqueItems }: Schema) => {
  const options = { minLength: minItems, maxLength: Math.min(maxItems, Math.max(minItems, longestList)) }
  const entries = arbitraryOf(items)
  return uniqueItems
    ? fc.uniqueArray(entries, { ...options, selector: (entry) => JSON.stringify(entry) })
    : fc.array(entries, options)
}

const objectOf = ({ properties = {}, required = [], additionalProperties }: Schema): Arbitrary<object> => {
  const entries = Object.entries(properties).map(([name, schema]) => [name, arbitraryOf(schema)] as const)
  const known = fc.record<Record<string, unknown>>(Object.fromEntries(entries), {
    requiredKeys: [...required],
  })
  if (typeof additionalProperties !== 'object') return known
  const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)
  const others = fc.dictionary(key, arbitraryOf(additionalProperties), { maxKeys: longestList })
  return fc.tuple(others, known).map(([more, own]) => ({ ...more, ...own }))
}

export const arbitraryOf = (schema: Schema): Arbitrary<unknown> => {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(arbitraryOf))
  switch (schema.type) {
    case 'string':
      return stringOf(schema)
    case 'integer':
    case 'number':
      return numberOf(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return listOf(schema)
    case 'object':
      return objectOf(schema)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}
