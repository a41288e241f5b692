/**
 * The plan document as a JSON Schema file for other repositories' editors and CI: the schema that the service validates
 * with, every field described. `npm run schemas` writes it to `schemas/plan.schema.json`.
 */
import { planDocumentSchema } from '../routes/plans/schemas.ts'
import { fieldDescriptions } from './field-descriptions.ts'

export interface JsonSchema {
  readonly [keyword: string]: unknown
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
}

type ObjectName = keyof typeof fieldDescriptions

/** Which field of which object holds another object, or a list of them. */
const inner: Readonly<Partial<Record<ObjectName, Readonly<Record<string, ObjectName>>>>> = {
  plan: { microcycles: 'microcycle', amendment: 'amendment' },
  microcycle: { sessions: 'session' },
  session: { exercises: 'exercise' },
  exercise: { sets: 'set' },
  amendment: { pinned: 'pin' },
}

/** The object itself, or the one in a list or in a choice. */
const describeInside = (schema: JsonSchema, name: ObjectName): JsonSchema => {
  if (schema.properties) return describeObject(schema, name)
  if (schema.items) return { ...schema, items: describeInside(schema.items, name) }
  if (schema.anyOf) return { ...schema, anyOf: schema.anyOf.map((option) => describeInside(option, name)) }
  return schema
}

const describeObject = (schema: JsonSchema, name: ObjectName): JsonSchema => {
  const words: Readonly<Record<string, string>> = fieldDescriptions[name]
  const properties = Object.entries(schema.properties ?? {}).map(([field, own]) => {
    const object = inner[name]?.[field]
    const described = words[field] === undefined ? own : { ...own, description: words[field] }
    return [field, object === undefined ? described : describeInside(described, object)]
  })
  return { ...schema, properties: Object.fromEntries(properties) }
}

export const planSchema = (): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:planning-engine:plan-document',
  title: 'Plan document of Planning Engine',
  description:
    'Shape and bounds of a strength training plan. What needs more than one field or a vocabulary is checked by planning-engine-validate-plan.',
  // Without TypeBox's own symbols.
  ...describeObject(JSON.parse(JSON.stringify(planDocumentSchema)), 'plan'),
})

export const planSchemaFile = 'schemas/plan.schema.json'
export const planSchemaText = (): string => `${JSON.stringify(planSchema(), null, 2)}\n`
