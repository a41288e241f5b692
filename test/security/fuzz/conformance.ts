/** Whether an answer is one that the contract documents: its status, its media type, its body, and never a 5xx. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import { contractOf, type Operation, type Schema } from './contract-operations.ts'

export interface Answer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

const problemReference = { $ref: '#/components/schemas/Problem' } as Schema

export const createConformance = (app: FastifyInstance) => {
  const { components } = contractOf(app)
  const ajv = new Ajv2020({ strict: false })
  formats.default(ajv)
  const validators = new Map<Schema, ValidateFunction>()
  const validatorOf = (schema: Schema): ValidateFunction => {
    const known = validators.get(schema) ?? ajv.compile({ ...schema, components })
    validators.set(schema, known)
    return known
  }

  const bodyFault = (schema: Schema, body: string): string | undefined => {
    let value: unknown
    try {
      value = JSON.parse(body)
    } catch {
      return 'the body is no JSON'
    }
    const validate = validatorOf(schema)
    if (validate(value)) return undefined
    const [fault] = validate.errors ?? []
    return `the body is not as documented: ${fault?.instancePath} ${fault?.message}`
  }

  /** undefined where nothing is wrong. `isAstray`: another route may have answered, or none. */
  return ({ responses }: Operation, answer: Answer, isAstray = false): string | undefined => {
    const { statusCode, headers, body } = answer
    if (statusCode >= 500) return `${statusCode}: ${body}`
    const documented = responses[String(statusCode)]
    const media = String(headers['content-type'] ?? '').split(';', 1)[0] ?? ''
    if (documented === undefined) {
      if (isAstray && statusCode < 400) return undefined
      if (isAstray) return bodyFault(problemReference, body)
      return `${statusCode} is not documented: ${body.slice(0, 300)}`
    }
    if (documented.content === undefined) return body === '' ? undefined : `${statusCode} has a body`
    const schema = documented.content[media]?.schema
    if (schema === undefined) {
      return isAstray ? undefined : `${statusCode} with ${media}, which is not documented`
    }
    const fault = bodyFault(schema, body)
    return fault && !(isAstray && statusCode < 400) ? `${statusCode}: ${fault}` : undefined
  }
}
