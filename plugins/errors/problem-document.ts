/** The answer to what went wrong (RFC 9457): one form for routes, hooks, the framework and the socket. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type ProblemCode, problemCatalogue } from '../../problems.ts'

export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail: string
  /** The path that was asked for, without its query, which may hold what nobody should log or echo. */
  instance: string
  error: ProblemCode
  requestId: string
  errors?: { path: string; message: string }[]
}

export interface ProblemContent {
  code: ProblemCode
  detail: string
  /** Only where HTTP has a more exact status than the catalogue, such as 408 or 431. */
  status?: number
  errors?: { path: string; message: string }[] | undefined
  headers?: Record<string, string>
}

export const problemMediaType = 'application/problem+json'

/** Seconds after which a client may try again what was not its fault. */
const retryAfterSeconds = { overloaded: 5, not_ready: 10 } as const

export const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? '/'

export const problemDocument = (
  { code, detail, status, errors }: ProblemContent,
  url: string,
  requestId: string,
): ProblemDocument => ({
  type: `/problems/${code}`,
  title: problemCatalogue[code].title,
  status: status ?? problemCatalogue[code].status,
  detail,
  instance: pathOf(url),
  error: code,
  requestId,
  ...(errors && { errors }),
})

/**
 * `extra` members stand beside the standard ones. `no-store` and `nosniff` are said here too: a path that is none never
 * reaches the hooks that say it of every other answer.
 */
export const sendProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  content: ProblemContent,
  extra: Record<string, unknown> = {},
): FastifyReply => {
  const document = problemDocument(content, request.url, request.id)
  if (content.code in retryAfterSeconds && !reply.hasHeader('retry-after')) {
    reply.header('retry-after', retryAfterSeconds[content.code as keyof typeof retryAfterSeconds])
  }
  return reply
    .code(document.status)
    .headers(content.headers ?? {})
    .header('x-request-id', request.id)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .type(problemMediaType)
    .serializer(JSON.stringify)
    .send({ ...document, ...extra })
}
