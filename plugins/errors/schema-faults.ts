/** Everything that is wrong with what was sent, as paths and sentences; never the validator's own words. */
import type { TSchema } from '@sinclair/typebox'
import { type ValueError, ValueErrorType } from '@sinclair/typebox/errors'
import { describeSchema } from './describe-schema.ts'

export interface SchemaFault {
  /** JSON Pointer (RFC 6901). */
  path: string
  message: string
}

/** A document can be wrong in a million places; nobody reads that far. */
export const mostFaults = 100

const mismatches = new Set([
  ValueErrorType.Array,
  ValueErrorType.Boolean,
  ValueErrorType.Integer,
  ValueErrorType.Literal,
  ValueErrorType.Null,
  ValueErrorType.Number,
  ValueErrorType.Object,
  ValueErrorType.String,
  ValueErrorType.Union,
])

const knownProperties = (schema: TSchema): string => {
  const names = Object.keys(schema.properties ?? {})
  return names.length > 0 && names.length <= 30 ? `; known here: ${names.join(', ')}` : ''
}

const sentence = ({ type, schema }: ValueError): string => {
  if (type === ValueErrorType.ObjectRequiredProperty) return `is missing; must be ${describeSchema(schema)}`
  if (type === ValueErrorType.ObjectAdditionalProperties) return `is not known${knownProperties(schema)}`
  if (type === ValueErrorType.ObjectMaxProperties) return `must hold at most ${schema.maxProperties} entries`
  if (type === ValueErrorType.ObjectMinProperties) return `must hold at least ${schema.minProperties} entries`
  if (type === ValueErrorType.ArrayUniqueItems) return 'must not hold the same entry twice'
  return `must be ${describeSchema(schema)}`
}

const take = (errors: Iterable<ValueError>): ValueError[] => {
  const taken: ValueError[] = []
  for (const error of errors) {
    taken.push(error)
    if (taken.length === mostFaults) break
  }
  return taken
}

/**
 * A union fails as a whole. Where the value has the type of one option only (a list, say, in "a number or a list of
 * sets"), what is wrong inside that option is what the client wants to hear; the nearest, where several have it.
 */
const insideUnion = (error: ValueError): ValueError[] | undefined => {
  const options = error.errors.map((option) => take(option))
  const sameType = options.filter((faults) =>
    faults.every(({ path, type }) => path !== error.path || !mismatches.has(type)),
  )
  return sameType.sort((one, other) => one.length - other.length)[0]
}

function* unfold(errors: Iterable<ValueError>): Generator<ValueError> {
  for (const error of errors) {
    const inside = error.type === ValueErrorType.Union ? insideUnion(error) : undefined
    if (inside) yield* unfold(inside)
    else yield error
  }
}

/** One fault a path, the first: a missing property would be reported again as one of the wrong type. */
export const schemaFaults = (errors: Iterable<ValueError>): SchemaFault[] => {
  const faults = new Map<string, SchemaFault>()
  for (const error of unfold(errors)) {
    if (!faults.has(error.path)) faults.set(error.path, { path: error.path, message: sentence(error) })
    if (faults.size === mostFaults) break
  }
  return [...faults.values()]
}
