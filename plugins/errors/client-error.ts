/** Answers what is broken before it is a request: on the raw socket, in the same form as every other answer. */
import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { problemDocument, problemMediaType } from './problem-document.ts'

interface ConnectionError extends Error {
  code?: string
}

const faults: Record<string, { status: number; detail: string }> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: 'The request did not arrive in time' },
  HPE_HEADER_OVERFLOW: { status: 431, detail: 'The request headers are too large' },
}
const malformed = { status: 400, detail: 'The request is not valid HTTP' }

export function answerClientError(this: FastifyInstance, error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const { status, detail } = faults[error.code ?? ''] ?? malformed
  const requestId = randomUUID()
  this.log.debug({ requestId, reason: error.code }, 'client error')
  const body = JSON.stringify(problemDocument({ code: 'invalid_request', status, detail }, '/', requestId))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    `Content-Type: ${problemMediaType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
  ]
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  else socket.destroy(error)
}
