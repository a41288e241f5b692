/** What LaunchDarkly offers to SDKs: the stream, the poll, and the sink for analytics events. */
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import type { FlagTable } from './flag-table.ts'

/** Answers a request that is its own; says whether it was. */
export type Endpoint = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>

export function createSdkEndpoints(table: FlagTable) {
  const streams = new Set<ServerResponse>()
  const events: Record<string, unknown>[] = []
  const diagnostics: unknown[] = []
  let pollCount = 0

  const send = (response: ServerResponse, event: string, data: unknown): void => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  const sendAll = (event: string, data: unknown): void => {
    for (const stream of streams) send(stream, event, data)
  }
  table.listen(({ event, data }) => sendAll(event, data))

  const stream: Endpoint = async (request, response, path) => {
    if (request.method !== 'GET' || path !== '/all') return false
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    send(response, 'put', { path: '/', data: { flags: table.all(), segments: {} } })
    streams.add(response)
    response.on('close', () => streams.delete(response))
    return true
  }

  const poll: Endpoint = async (request, response, path) => {
    if (request.method !== 'GET' || path !== '/sdk/latest-all') return false
    pollCount += 1
    const body = JSON.stringify({ flags: table.all(), segments: {} })
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`
    const unchanged = request.headers['if-none-match'] === etag
    response.writeHead(unchanged ? 304 : 200, { 'content-type': 'application/json', etag })
    response.end(unchanged ? undefined : body)
    return true
  }

  const sink: Endpoint = async (request, response, path) => {
    if (request.method !== 'POST' || (path !== '/bulk' && path !== '/diagnostic')) return false
    const body = await json(request)
    if (path === '/bulk') events.push(...(body as Record<string, unknown>[]))
    else diagnostics.push(body)
    response.writeHead(202).end()
    return true
  }

  return {
    endpoints: [stream, poll, sink],
    events,
    diagnostics,
    streamCount: () => streams.size,
    pollCount: () => pollCount,
    /** Sends bytes as they are to every stream: a message that is no JSON. */
    sendRaw(event: string, data: string): void {
      for (const response of streams) response.write(`event: ${event}\ndata: ${data}\n\n`)
    },
    closeStreams(): void {
      for (const response of streams) response.destroy()
    },
  }
}
