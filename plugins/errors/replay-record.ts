/**
 * What a request that failed was about, for the log: enough to ask the same again (`npm run replay`). Ids, numbers and words of
 * vocabularies only: what people wrote is told by its name, and by a digest with which the same can be recognised.
 */
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** What an answer rests on beside what was asked, once a route knows it: ids and numbers only. */
    computation: object | null
  }
}

export interface ReplayRecord {
  readonly operationId: string | undefined
  readonly params: Readonly<Record<string, string>>
  /** What is safe to tell of it. */
  readonly query?: Readonly<Record<string, unknown>>
  /** Of the body, what is safe to tell. */
  readonly asked: Readonly<Record<string, unknown>>
  /** Properties of body and query that are not told. */
  readonly omitted: readonly string[]
  /** SHA-256 of the body as it was understood; left out where there was none. */
  readonly bodyDigest?: string
  readonly computation?: object
}

/** Properties of bodies and queries that hold ids, numbers, days or words of a vocabulary. */
const safeProperties = [
  'planId',
  'planVersion',
  'sessionId',
  'sessionIds',
  'week',
  'targetMinutes',
  'unavailableEquipment',
  'date',
  'seed',
  'from',
  'to',
  'limit',
  'coached',
] as const

/** The form of ids, days and vocabulary; a value of another form is not told. */
const safeForm = /^[\w .:-]{1,64}$/

const isSafe = (value: unknown): boolean =>
  typeof value === 'number' ||
  (typeof value === 'string' && safeForm.test(value)) ||
  (Array.isArray(value) && value.every((each) => typeof each === 'string' && safeForm.test(each)))

const entriesOf = (value: unknown): [string, unknown][] =>
  Object.entries(typeof value === 'object' && value !== null ? value : {})

const isTold = ([name, value]: [string, unknown]): boolean =>
  safeProperties.some((safe) => safe === name) && isSafe(value)

export const replayRecord = (request: FastifyRequest): ReplayRecord => {
  const { routeOptions, params, query, body, computation } = request
  const { operationId } = (routeOptions.schema ?? {}) as { operationId?: string }
  const sent = entriesOf(body)
  const queried = entriesOf(query)
  return {
    operationId,
    params: Object.fromEntries(
      Object.entries((params ?? {}) as Record<string, string>).filter(([, value]) => isSafe(value)),
    ),
    ...(queried.length > 0 && { query: Object.fromEntries(queried.filter(isTold)) }),
    asked: Object.fromEntries(sent.filter(isTold)),
    omitted: [...queried, ...sent].filter((entry) => !isTold(entry)).map(([name]) => name),
    ...(body != null && {
      bodyDigest: createHash('sha256').update(JSON.stringify(body)).digest('base64url'),
    }),
    ...(computation && { computation }),
  }
}
