/** Adds to every operation the problems that it can answer: those that its shape implies, and those that it names. */
import type { TSchema } from '@sinclair/typebox'
import { type ProblemCode, problemCatalogue } from '../../problems.ts'
import { problemMediaType } from '../errors/problem-document.ts'

export interface Operation {
  security?: unknown[]
  requestBody?: unknown
  parameters?: { in: string; name: string }[]
  responses?: Record<string, unknown>
  'x-problems'?: ProblemCode[]
}

/** not_ready: while the database does not answer. */
const byTheService: ProblemCode[] = ['rate_limited', 'internal_error', 'overloaded', 'not_ready']
const byABody: ProblemCode[] = ['invalid_request', 'payload_too_large', 'unsupported_media_type']

const codesOf = (operation: Operation, method: string): Set<ProblemCode> => {
  const parameters = operation.parameters ?? []
  const has = (place: string) => parameters.some((parameter) => parameter.in === place)
  const needsToken = operation.security === undefined
  return new Set([
    ...(operation['x-problems'] ?? []),
    ...(needsToken ? (['unauthorized', ...byTheService] as ProblemCode[]) : []),
    // A body means nothing to a DELETE, but one that is sent is read, and refused if it can't be.
    ...(operation.requestBody === undefined && method !== 'delete' ? [] : byABody),
    ...(has('query') || has('header') ? (['invalid_request'] as ProblemCode[]) : []),
  ])
}

const headersOf = (status: string): object | undefined => {
  const text = (description: string) => ({ description, schema: { type: 'string' } })
  const retry = { 'Retry-After': text('Seconds to wait.') }
  if (status === '401') return { 'WWW-Authenticate': text('Bearer.') }
  if (status === '405') return { Allow: text('The methods that the path has.') }
  return status === '429' || status === '503' ? retry : undefined
}

const responseOf = (status: string, codes: ProblemCode[], schema: TSchema | object): object => {
  const headers = headersOf(status)
  const titles = codes.map((code) => `\`${code}\`: ${problemCatalogue[code].title}.`)
  return {
    description: titles.join(' '),
    ...(headers && { headers }),
    content: { [problemMediaType]: { schema } },
  }
}

/** A new operation with the responses that are missing; what the route documents itself stays. */
export const withProblemResponses = (operation: Operation, method: string, schema: object): Operation => {
  const { 'x-problems': _named, ...rest } = operation
  const byStatus = new Map<string, ProblemCode[]>()
  for (const code of codesOf(operation, method)) {
    const status = String(problemCatalogue[code].status)
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const problems = [...byStatus]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([status, codes]) => [status, responseOf(status, codes, schema)])
  return { ...rest, responses: { ...Object.fromEntries(problems), ...rest.responses } }
}
