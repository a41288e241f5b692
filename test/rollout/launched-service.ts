/** The whole service, listening, with its flag from the stand-in's stream, athletes with a plan each, and faults at hand. */
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import { buildApp } from '../../app.ts'
import { testDatabaseUrl } from '../database.ts'
import { bearer, testConfig } from '../helper.ts'
import { smallPlan } from '../routes/time-crunch/crunch-client.ts'
import type { LaunchDarklyStandIn } from '../stand-ins/launchdarkly/launchdarkly.ts'
import faults from './faults.ts'

export interface Athlete {
  readonly id: string
  readonly planId: string
}

export interface LaunchedService {
  readonly app: FastifyInstance
  readonly address: string
  /** `host:port` of the metrics listener. */
  readonly scrapeAddress: string
  readonly athletes: readonly Athlete[]
  /** One preview over HTTP; without an athlete, one without a token. */
  preview(athlete?: Athlete): Promise<{ status: number; error?: string }>
}

const jsonType = { 'content-type': 'application/json' }

export const launchedService = async (
  t: Test,
  { connection }: LaunchDarklyStandIn,
  athleteCount: number,
): Promise<LaunchedService> => {
  const app = await buildApp(
    testConfig(await testDatabaseUrl(t), {
      metricsPort: 0,
      launchdarklySdkKey: connection.sdkKey,
      launchdarklyBaseUri: connection.baseUri,
      launchdarklyStreamUri: connection.streamUri,
      launchdarklyEventsUri: connection.eventsUri,
    }),
  )
  t.teardown(() => app.close())
  await app.register(faults)
  await app.ready()
  const address = await app.listen({ host: '127.0.0.1', port: 0 })

  const athletes: Athlete[] = []
  for (let number = 1; number <= athleteCount; number += 1) {
    const id = `athlete-${number}`
    const created = await app.inject({
      method: 'POST',
      url: '/api/v1/plans',
      headers: bearer(id),
      payload: smallPlan(),
    })
    athletes.push({ id, planId: created.json().id })
  }
  const headers = new Map(athletes.map(({ id }) => [id, { ...jsonType, ...bearer(id) }]))

  return {
    app,
    address,
    scrapeAddress: `127.0.0.1:${(app.metricsAddress() as AddressInfo).port}`,
    athletes,
    preview: async (athlete) => {
      const response = await fetch(`${address}/api/v1/time-crunch/preview`, {
        method: 'POST',
        headers: (athlete && headers.get(athlete.id)) ?? jsonType,
        body: JSON.stringify({ planId: athlete?.planId, targetMinutes: 30, week: 1 }),
      })
      const text = await response.text()
      const { error } = JSON.parse(text) as { error?: string }
      return { status: response.status, ...(error !== undefined && { error }) }
    },
  }
}
