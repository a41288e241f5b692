/** Places in a JSON value, and a value with something else at one of them. */
import type { Schema } from './contract-operations.ts'

export type Place = readonly (string | number)[]

/** Every place of a value, itself included; of long lists the first entries. */
export const placesOf = (value: unknown, place: Place = []): Place[] => {
  if (typeof value !== 'object' || value === null) return [place]
  const entries = Array.isArray(value)
    ? value.slice(0, 5).map((entry, index) => [index, entry] as const)
    : Object.entries(value)
  return [place, ...entries.flatMap(([key, inner]) => placesOf(inner, [...place, key]))]
}

export const valueAt = (value: unknown, place: Place): unknown =>
  place.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value)

/** A copy; `undefined` takes away what was there. */
export const withValueAt = (value: unknown, place: Place, replacement: unknown): unknown => {
  const [key, ...rest] = place
  if (key === undefined) return replacement
  if (Array.isArray(value)) {
    return value.map((entry, index) => (index === key ? withValueAt(entry, rest, replacement) : entry))
  }
  const object = value as Record<string, unknown>
  return { ...object, [key]: withValueAt(object[key], rest, replacement) }
}

/** What the schema says of that place; of alternatives the first that knows it. */
export const schemaAt = (schema: Schema | undefined, [key, ...rest]: Place): Schema | undefined => {
  if (schema === undefined || key === undefined) return schema
  if (schema.anyOf) {
    return schema.anyOf.map((option) => schemaAt(option, [key, ...rest])).find((found) => found)
  }
  return schemaAt(typeof key === 'number' ? schema.items : schema.properties?.[key], rest)
}
