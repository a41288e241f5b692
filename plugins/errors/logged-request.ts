/** What the log says of a request: all that finds it again, but no query, which may hold words and tokens of people. */
import type { FastifyRequest } from 'fastify'
import { pathOf } from './problem-document.ts'

export const loggedRequest = ({ method, url, host, ip, socket }: FastifyRequest) => {
  const { remotePort } = socket
  return {
    method,
    url: pathOf(url),
    host,
    remoteAddress: ip,
    ...(remotePort !== undefined && { remotePort }),
  }
}
