/** Requests that an operation allows, made of its schemas and its example. */
import fc, { type Arbitrary } from 'fast-check'
import { accessTable } from '../object-access/access-table.ts'
import { arbitraryOf } from './arbitrary-of-schema.ts'
import type { Operation, Parameter } from './contract-operations.ts'
import { type Payload, payloadOf } from './hostile-payload.ts'
import { placesOf, schemaAt, withValueAt } from './json-places.ts'
import { knownValues } from './known-values.ts'

export const fuzzCallers = ['everything', 'owner', 'stranger', 'curator', 'nobody'] as const
export type FuzzCaller = (typeof fuzzCallers)[number]

export interface FuzzRequest {
  readonly caller: FuzzCaller
  /** May hold placeholders, as the payload may. */
  readonly url: string
  /** The path may lead somewhere else, or nowhere: then the answer is not this operation's. */
  readonly isAstray: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly payload: Payload | undefined
}

const caller: Arbitrary<FuzzCaller> = fc.oneof(
  { weight: 12, arbitrary: fc.constant('everything' as const) },
  fc.constantFrom(...fuzzCallers),
)

/** What is known by its name, most of the time; else what the schema allows. */
const parameterValue = ({ name, schema, in: place }: Parameter): Arbitrary<string> => {
  const known = knownValues[name]
  const any = arbitraryOf(place === 'path' ? { ...schema, minLength: 1 } : schema).map(String)
  return known === undefined ? any : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, any)
}

/** An example of the operation's body, with a placeholder for every id, and for a name that may stand only once. */
const exampleOf = ({ operationId }: Operation): unknown => {
  const payload = accessTable[operationId]?.request({
    planId: '<planId>',
    sessionId: 'day-1',
    applicationId: '<applicationId>',
    feedbackId: '<feedbackId>',
    draftId: '<draftId>',
  }).payload
  return operationId.endsWith('MovementDraft') && payload
    ? { ...(payload as object), name: 'Yoke walk <count>' }
    : payload
}

const withKnownIds = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'planId' in body ? { ...body, planId: '<planId>' } : body

export const bodyOf = (operation: Operation): Arbitrary<unknown> => {
  const { body: schema } = operation
  if (schema === undefined) return fc.constant(undefined)
  const any = arbitraryOf(schema)
  const example = exampleOf(operation)
  const changed = fc.constantFrom(...placesOf(example)).chain((place) => {
    const there = schemaAt(schema, place)
    if (there === undefined) return fc.constant(example)
    return arbitraryOf(there).map((value) => withValueAt(example, place, value))
  })
  return fc.oneof(
    { weight: 3, arbitrary: changed },
    { weight: 1, arbitrary: fc.constant(example) },
    { weight: 1, arbitrary: any },
    { weight: 2, arbitrary: any.map(withKnownIds) },
  )
}

export const encode = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Cs}/gu, ''))

export const pathOf = ({ path }: Operation, values: Readonly<Record<string, string>>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name) => values[name] ?? '')

export const parametersIn = (operation: Operation, place: Parameter['in']): Parameter[] =>
  operation.parameters.filter((parameter) => parameter.in === place)

export const recordOf = (parameters: readonly Parameter[], encoded: (text: string) => string) =>
  fc.record(
    Object.fromEntries(
      parameters.map((parameter) => [parameter.name, parameterValue(parameter).map(encoded)]),
    ),
    { requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name) },
  ) as Arbitrary<Record<string, string>>

const queryOf = (values: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(values).map(([name, value]) => `${name}=${value}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** `<planId>` stays as it is until it is replaced. */
export const encodeButPlaceholders = (text: string): string => (/^<\w+>$/.test(text) ? text : encode(text))

/** The dots that a URL parser resolves, and nothing at all, lead away from the operation. */
export const leadsAstray = (values: readonly string[]): boolean =>
  values.some((value) => /^(?:\.|%2e){0,2}$/i.test(value) || /%(?![0-9a-f]{2})|%[89a-f]/i.test(value))

export const validRequest = (operation: Operation): Arbitrary<FuzzRequest> =>
  fc
    .tuple(
      caller,
      recordOf(parametersIn(operation, 'path'), encodeButPlaceholders),
      recordOf(parametersIn(operation, 'query'), encodeButPlaceholders),
      recordOf(parametersIn(operation, 'header'), (text) => text),
      bodyOf(operation),
    )
    .map(([by, path, query, headers, body]) => ({
      caller: by,
      url: pathOf(operation, path) + queryOf(query),
      isAstray: leadsAstray(Object.values(path)),
      headers,
      payload: body === undefined ? undefined : payloadOf(body),
    }))
