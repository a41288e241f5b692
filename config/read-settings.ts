/** Reads typed settings out of environment variables, by a schema whose keys are the variables' names. */
import type { Static, TObject, TProperties, TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { ConfigError } from './config-error.ts'

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<CamelCase<Tail>>}`
  : Lowercase<Name>

/** The settings as data: `DATABASE_POOL_MAX` becomes `databasePoolMax`. */
export type Settings<Variables> = {
  [Name in keyof Variables as CamelCase<Name & string>]: Variables[Name]
}

export const camelCase = (name: string): string =>
  name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())

/** What a setting may be, in words: for messages and for the documentation. */
export const expectedValue = (schema: TSchema): string => {
  if (schema.expected) return schema.expected
  if (schema.type === 'boolean') return '`true` or `false`'
  if (schema.type === 'integer') return `an integer from ${schema.minimum} to ${schema.maximum}`
  if (schema.anyOf) return schema.anyOf.map(({ const: word }: TSchema) => `\`${word}\``).join(', ')
  return schema.pattern === '^https?://' ? 'an http or https URL' : 'text'
}

/** Variables are text. What does not have the type's form stays text, and fails the check. */
const typed = (schema: TSchema, text: string): unknown => {
  if (schema.type === 'integer' && /^-?\d{1,15}$/.test(text)) return Number(text)
  if (schema.type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

const readOne = (name: string, schema: TSchema, text: string | undefined): unknown => {
  if (text === undefined || text === '') return schema.default
  const value = typed(schema, text)
  if (Value.Check(schema, value)) return value
  const found = schema.secret ? 'a value of another form' : JSON.stringify(text)
  throw new ConfigError(name, found, expectedValue(schema).replaceAll('`', ''))
}

export const readSettings = <Properties extends TProperties>(
  schema: TObject<Properties>,
  env: Readonly<Record<string, string | undefined>>,
): Settings<Static<TObject<Properties>>> => {
  const read = Object.entries(schema.properties)
    .map(([name, property]) => [camelCase(name), readOne(name, property, env[name])])
    .filter(([, value]) => value !== undefined)
  return Object.fromEntries(read)
}
