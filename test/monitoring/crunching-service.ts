/** The whole app, listening, with a metrics port of its own and requests made over HTTP, as a cluster would have it. */
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import { bearer, testApp } from '../helper.ts'
import { smallPlan } from '../routes/time-crunch/crunch-client.ts'

export interface CrunchingService {
  readonly app: FastifyInstance
  /** `host:port` of the metrics listener. */
  readonly scrapeAddress: string
  /** What a scrape shows. */
  scrape(): Promise<string>
  /** One preview of a plan that is there, by its owner: the status. */
  preview(targetMinutes?: number): Promise<number>
  /** A preview of a plan that is not there, by somebody else: the status. */
  previewOfNothing(): Promise<number>
  /** A preview without a token: the status. */
  previewOfNobody(): Promise<number>
}

export const crunchingService = async (t: Test): Promise<CrunchingService> => {
  const app = await testApp(t, { config: { metricsPort: 0 } })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const scrapeAddress = `127.0.0.1:${(app.metricsAddress() as AddressInfo).port}`

  const post = (path: string, body: object, headers: Record<string, string>): Promise<Response> =>
    fetch(`${address}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const statusOf = async (response: Promise<Response>): Promise<number> => {
    const { status, body } = await response
    await body?.cancel()
    return status
  }

  const created = await post('/plans', smallPlan(), bearer('athlete-1'))
  const { id: planId } = (await created.json()) as { id: string }
  const path = '/time-crunch/preview'
  return {
    app,
    scrapeAddress,
    scrape: async () => (await fetch(`http://${scrapeAddress}/metrics`)).text(),
    preview: (targetMinutes = 30) =>
      statusOf(post(path, { planId, targetMinutes, week: 1 }, bearer('athlete-1'))),
    previewOfNothing: () =>
      statusOf(post(path, { planId: randomUUID(), targetMinutes: 30 }, bearer('athlete-2'))),
    previewOfNobody: () => statusOf(post(path, { planId, targetMinutes: 30 }, {})),
  }
}
