/**
 * What a request that failed was about, for the log: enough to ask the same again (`npm run replay`). Ids, numbers and words of
 * vocabularies only: what people wrote is told by its name, and by a digest with which the same can be recognised.
 */
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

export interface ReplayRecord {
  readonly operationId: string | undefined
  readonly params: Readonly<Record<string, string>>
  /** Of the body, what is safe to tell. */
  readonly asked: Readonly<Record<string, unknown>>
  /** Properties of the body that are not told. */
  readonly omitted: readonly string[]
  /** SHA-256 of the body as it was understood; left out where there was none. */
  readonly bodyDigest?: string
}

/** Properties of bodies that hold ids, numbers, days or words of a vocabulary. */
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
] as const

/** The form of ids, days and vocabulary; a value of another form is not told. */
const safeForm = /^[\w .:-]{1,64}$/

const isSafe = (value: unknown): boolean =>
  typeof value === 'number' ||
  (typeof value === 'string' && safeForm.test(value)) ||
  (Array.isArray(value) && value.every((each) => typeof each === 'string' && safeForm.test(each)))

export const replayRecord = ({ routeOptions, params, body }: FastifyRequest): ReplayRecord => {
  const { operationId } = (routeOptions.schema ?? {}) as { operationId?: string }
  const sent = Object.entries(typeof body === 'object' && body !== null ? body : {})
  const isTold = ([name, value]: [string, unknown]): boolean =>
    safeProperties.some((safe) => safe === name) && isSafe(value)
  return {
    operationId,
    params: Object.fromEntries(
      Object.entries((params ?? {}) as Record<string, string>).filter(([, value]) => isSafe(value)),
    ),
    asked: Object.fromEntries(sent.filter(isTold)),
    omitted: sent.filter((entry) => !isTold(entry)).map(([name]) => name),
    ...(body != null && {
      bodyDigest: createHash('sha256').update(JSON.stringify(body)).digest('base64url'),
    }),
  }
}
