/** The schema of a request or an answer, as the contract has it, to validate a payload with. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { currentContract } from '../../scripts/check-api/released-contract.ts'
import type { Example } from './documented-examples.ts'

// biome-ignore lint/suspicious/noExplicitAny: JSON Schema, read by path
type Schema = any

interface Operation {
  readonly operationId: string
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> }
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: Schema }> }>
}

const contract: Schema = currentContract()
const operations: Operation[] = Object.values<Record<string, Operation>>(contract.paths).flatMap((item) =>
  Object.values(item),
)

const withoutRequired = (schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema), (key, value) =>
    key === 'required' && Array.isArray(value) ? undefined : value,
  )

const schemaOf = ({ operationId, part, at = [], shortened }: Example): Schema => {
  const operation = operations.find((one) => one.operationId === operationId)
  const content = part === 'request' ? operation?.requestBody?.content : operation?.responses[part]?.content
  const [media] = Object.values(content ?? {})
  if (!media) throw new Error(`the contract has no ${part} of ${operationId}`)
  const schema = at.reduce<Schema>(
    (inner, name) => resolved(name === '[]' ? inner.items : inner.properties[name]),
    resolved(media.schema),
  )
  const whole = { ...schema, components: contract.components }
  return shortened ? withoutRequired(whole) : whole
}

/** The schema that a reference names, and any other itself. */
const resolved = (schema: Schema): Schema => {
  const name = /^#\/components\/schemas\/(.+)$/.exec(schema.$ref ?? '')?.[1]
  return name === undefined ? schema : contract.components.schemas[name]
}

export const validatorOf = (example: Example): ValidateFunction => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  return ajv.compile(schemaOf(example))
}
