/** What a schema asks for, in plain words: the limits that a message names. */
import type { TSchema } from '@sinclair/typebox'

const range = (what: string, unit: string, minimum?: number, maximum?: number): string => {
  const of = unit && ` ${unit}`
  if (minimum !== undefined && maximum !== undefined) {
    return minimum === maximum ? `${what} ${minimum}${of}` : `${what} ${minimum} to ${maximum}${of}`
  }
  if (minimum !== undefined) return `${what} at least ${minimum}${of}`
  return maximum === undefined ? '' : `${what} at most ${maximum}${of}`
}

const withRange = (noun: string, limits: string): string => (limits ? `${noun} ${limits}` : noun)

const describeNumber = (schema: TSchema): string => {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema
  const noun = schema.type === 'integer' ? 'an integer' : 'a number'
  if (exclusiveMinimum !== undefined) return `${noun} above ${exclusiveMinimum}`
  if (exclusiveMaximum !== undefined) return `${noun} below ${exclusiveMaximum}`
  const word = minimum !== undefined && maximum !== undefined ? 'from' : 'of'
  return withRange(noun, range(word, '', minimum, maximum))
}

const describeText = ({ pattern, description, minLength, maxLength }: TSchema): string => {
  if (pattern !== undefined)
    return description ? `text of this form: ${description}` : `text that matches ${pattern}`
  return withRange('text', range('of', 'characters', minLength, maxLength))
}

const alternatives = (parts: string[]): string => [...new Set(parts)].join(' or ')

export const describeSchema = (schema: TSchema): string => {
  if (schema.anyOf) {
    const options: TSchema[] = schema.anyOf
    return options.every((option) => 'const' in option)
      ? `one of ${options.map((option) => JSON.stringify(option.const)).join(', ')}`
      : alternatives(options.map(describeSchema))
  }
  if ('const' in schema) return JSON.stringify(schema.const)
  switch (schema.type) {
    case 'integer':
    case 'number':
      return describeNumber(schema)
    case 'string':
      return describeText(schema)
    case 'boolean':
      return 'true or false'
    case 'null':
      return 'null'
    case 'array':
      return withRange('a list', range('of', 'entries', schema.minItems, schema.maxItems))
    default:
      return 'an object'
  }
}
