/** A second listener that serves `/metrics` and nothing else, so that the public port need not. */
import { createServer, type Server } from 'node:http'

export interface ScrapeSource {
  contentType: string
  metrics(): Promise<string>
}

export const listenForScrapes = (source: ScrapeSource, host: string, port: number): Promise<Server> => {
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0]
    if (path !== '/metrics' || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(path === '/metrics' ? 405 : 404, { allow: 'GET, HEAD' }).end()
      return
    }
    source.metrics().then(
      (text) => response.writeHead(200, { 'content-type': source.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}
