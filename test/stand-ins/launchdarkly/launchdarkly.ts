/** A local LaunchDarkly: holds flags, serves SDKs and the REST API over real HTTP, and fails on demand. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createFlagTable, type Flag } from './flag-table.ts'
import { createRestEndpoints } from './rest-endpoints.ts'
import { createSdkEndpoints } from './sdk-endpoints.ts'

export interface LaunchDarklyOptions {
  flags?: Flag[]
  sdkKey?: string
  /** A path before every endpoint, as a relay proxy behind an ingress has. */
  prefix?: string
  project?: string
  environment?: string
}

export async function startLaunchDarkly(options: LaunchDarklyOptions = {}) {
  const { flags = [], sdkKey = 'sdk-stand-in-key', prefix = '' } = options
  const { project = 'default', environment = 'production' } = options
  const table = createFlagTable(flags)
  const { endpoints, ...sdk } = createSdkEndpoints(table)
  const { answer: answerRest, ...rest } = createRestEndpoints(table, {
    project,
    environment,
    token: 'api-stand-in-writer',
    readerToken: 'api-stand-in-reader',
  })
  /** undefined: works; 'drop': the connection breaks; a number: every answer has that status. */
  let outage: undefined | 'drop' | number

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (outage === 'drop') {
      request.socket.destroy()
      return
    }
    if (outage !== undefined) {
      response.writeHead(outage).end()
      return
    }
    if (await answerRest(request, response)) return
    if (request.headers.authorization !== sdkKey) {
      response.writeHead(401).end()
      return
    }
    const { pathname } = new URL(request.url ?? '/', 'http://stand-in')
    if (pathname.startsWith(prefix)) {
      const path = pathname.slice(prefix.length)
      for (const endpoint of endpoints) if (await endpoint(request, response, path)) return
    }
    response.writeHead(404).end()
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`

  return {
    ...sdk,
    /** What programs with a REST token see, and what was done with it. */
    rest,
    uri,
    sdkKey,
    table,
    /** What the flag plugin needs to talk to this server. */
    connection: { sdkKey, baseUri: uri, streamUri: uri, eventsUri: uri },
    fail(how: 'drop' | number): void {
      outage = how
      sdk.closeStreams()
    },
    recover(): void {
      outage = undefined
    },
    close(): Promise<void> {
      sdk.closeStreams()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

export type LaunchDarklyStandIn = Awaited<ReturnType<typeof startLaunchDarkly>>
