/** The preview's own schema as a check of what arrived: form, enumerations, and nothing beside it. */
import { type Static, type TSchema, TypeRegistry } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { previewAnswerSchema } from '../../routes/time-crunch/schemas.ts'

export type PreviewAnswer = Static<typeof previewAnswerSchema>

const isOfType = (value: unknown, type: string): boolean =>
  type === 'integer' ? Number.isInteger(value) : typeof value === type

/** The schema writes enumerations and mixed types as plain JSON Schema, which TypeBox has to be told how to check. */
TypeRegistry.Set('Unsafe', (schema: TSchema, value: unknown) => {
  const types: string[] = [schema.type].flat()
  const isListed = schema.enum === undefined || schema.enum.includes(value)
  return isListed && types.some((type) => isOfType(value, type))
})

const mostFaults = 5

/** What is wrong with the form, a line each; empty where it is a preview. */
export const formFaults = (body: unknown): string[] =>
  Value.Check(previewAnswerSchema, body)
    ? []
    : [...Value.Errors(previewAnswerSchema, body)]
        .slice(0, mostFaults)
        .map(({ path, message }) => `${path || 'the answer'}: ${message}`)
