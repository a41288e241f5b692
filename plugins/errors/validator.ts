/**
 * Validates every part of a request with its TypeBox schema, compiled once. Nothing is converted, filled in or dropped,
 * in a query string either: there all values are text, and the route says what form they have and parses them.
 */
import type { TSchema } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import type { FastifySchemaCompiler } from 'fastify'
import { problem } from '../../problems.ts'
import { mostFaults, type SchemaFault, schemaFaults } from './schema-faults.ts'

const partNames: Record<string, string> = {
  body: 'body',
  querystring: 'query string',
  params: 'path',
  headers: 'headers',
}

const detailOf = (part: string, faults: readonly SchemaFault[]): string => {
  const [first] = faults
  const where = first?.path ? `${first.path} ${first.message}` : `it ${first?.message}`
  if (faults.length === 1) return `The ${part} of the request is not valid: ${where}`
  const count = faults.length === mostFaults ? `${mostFaults} or more` : faults.length
  return `The ${part} of the request is not valid in ${count} places, the first: ${where}`
}

export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = TypeCompiler.Compile(schema)
  return (value: unknown) => {
    if (check.Check(value)) return { value }
    const faults = schemaFaults(check.Errors(value))
    const detail = detailOf(partNames[httpPart ?? 'body'] ?? 'body', faults)
    return { error: problem('invalid_request', detail, { errors: faults }) }
  }
}
