/**
 * The service as a process of its own: how long it takes to be ready, what a preview costs beside the cheapest route,
 * what it holds in memory, and how quickly others are answered while a plan of 360 sessions is previewed.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { demoPlans } from '../demo-plans/demo-plans.ts'
import type { PlanDocument } from '../domain/plan/document.ts'
import { importPlan } from './http/plans.ts'
import { residentMegabytes } from './process-cost.ts'
import { startService } from './start-service.ts'
import { median, short } from './statistics.ts'
import { headersOf } from './tokens.ts'

const headers = headersOf('athlete-1')

const load = (url: string, body?: object): Promise<autocannon.Result> =>
  autocannon({
    url,
    connections: 10,
    duration: 5,
    headers,
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })

/** Sixty weeks of six sessions, each week's set-ups a little different so that none is like another. */
const heavyPlan = (): PlanDocument => {
  const week = demoPlans[2]!.document.microcycles[0]!
  return {
    name: 'Sixty weeks',
    microcycles: Array.from({ length: 60 }, (_, index) => ({
      weekNumber: index + 1,
      sessions: Array.from({ length: 6 }, (__, day) => {
        const { id: ___, ...session } = week.sessions[day % week.sessions.length]!
        return {
          ...session,
          name: `Week ${index + 1} day ${day + 1}`,
          dayOfWeek: day + 1,
          exercises: session.exercises.map((exercise) => ({ ...exercise, setupSeconds: 30 + index + day })),
        }
      }),
    })),
  }
}

/** Previews of the heavy plan, each with another target, while a thread of its own asks `/health/live`. */
const previewHeavily = async (
  address: string,
): Promise<{ live: autocannon.Result; first: number; later: number[] }> => {
  const { id: planId } = await importPlan(address, heavyPlan(), headers)
  const preview = async (targetMinutes: number): Promise<number> => {
    const startedMs = performance.now()
    const answer = await fetch(`${address}/api/v1/time-crunch/preview`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ planId, targetMinutes }),
    })
    if (answer.status !== 200) throw new Error(`the heavy plan answered ${answer.status}`)
    await answer.arrayBuffer()
    return performance.now() - startedMs
  }
  const seconds = 12
  const until = performance.now() + seconds * 1000
  const watching = autocannon({
    url: `${address}/health/live`,
    connections: 1,
    duration: seconds,
    workers: 1,
    overallRate: 100,
  })
  const first = await preview(20)
  const later: number[] = []
  for (let round = 1; performance.now() < until; round += 1) later.push(await preview(15 + (round % 60)))
  return { live: await watching, first, later }
}

export const benchService = async (postgresUrl: string, say: (line: string) => void): Promise<object> => {
  const folder = await mkdtemp(join(tmpdir(), 'planning-engine-bench-'))
  const embedded: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const service = await startService(`pglite:${join(folder, 'data')}`)
    if (round > 0) embedded.push(service.readyMs)
    await service.stop()
  }
  await rm(folder, { recursive: true })
  say(`ready on an existing embedded database after ${Math.round(median(embedded))} ms`)

  await (await startService(postgresUrl)).stop()
  const service = await startService(postgresUrl)
  say(`ready on PostgreSQL after ${Math.round(service.readyMs)} ms`)
  const { id: planId } = await importPlan(service.address, demoPlans[0].document, headers)
  const bare = await load(`${service.address}/health/live`)
  const preview = await load(`${service.address}/api/v1/time-crunch/preview`, { planId, targetMinutes: 30 })
  const ratio = preview.requests.average / bare.requests.average
  say(
    `previews of a four-session programme, concurrency 10, PostgreSQL: ${Math.round(preview.requests.average)} a second, p99 ${preview.latency.p99} ms; ${short(ratio)} of what /health/live does in the same run`,
  )
  const megabytes = residentMegabytes(service.child.pid)
  say(`resident after that: ${megabytes} MB`)
  const { live, first, later } = await previewHeavily(service.address)
  say(
    `360 different sessions: first preview ${Math.round(first)} ms, later ones ${Math.round(median(later))} ms; /health/live meanwhile p99 ${live.latency.p99} ms, worst ${live.latency.max} ms`,
  )
  await service.stop()
  return {
    readyEmbeddedMs: median(embedded),
    readyPostgresMs: service.readyMs,
    previewsASecond: preview.requests.average,
    previewP99Ms: preview.latency.p99,
    previewsThroughLive: ratio,
    non2xx: preview.non2xx,
    residentMegabytes: megabytes,
    heavy: { firstMs: first, laterMs: median(later), liveP99Ms: live.latency.p99 },
  }
}
