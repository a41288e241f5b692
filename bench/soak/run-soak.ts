/** A long mixed load on one service, stopped at intervals to see what the process holds. */
import { seededRandom } from '../../test/domain/compressor/oracle/seeded-random.ts'
import { type LoadRequest, type LoadResult, runLoad } from '../http/load.ts'
import { Population } from './population.ts'
import { startSoakedService } from './soaked-service.ts'
import type { Sample } from './verdicts.ts'

export interface SoakOptions {
  readonly previews: number
  readonly samples: number
  readonly users: number
  readonly plans: number
  /** Plans imported, and as many deleted, between two samples; half as many are amended. */
  readonly churn: number
  readonly seed: number
}

export interface Soak {
  readonly samples: readonly Sample[]
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>
  readonly errors: number
  readonly seconds: number
}

const connections = 32
/** Few enough that no session waits so long for its search that it is refused. */
const connectionsForSearch = 6
const path = '/api/v1/time-crunch/preview'
const longestSeconds = 600

export const runSoak = async (
  databaseUrl: string,
  { previews, samples: wanted, users, plans, churn, seed }: SoakOptions,
  say: (line: string) => void,
): Promise<Soak> => {
  const service = await startSoakedService(databaseUrl)
  try {
    const startedMs = performance.now()
    const random = seededRandom(seed)
    const population = new Population(service.address, random, users)
    const send = (requests: readonly LoadRequest[], most: number): Promise<LoadResult> =>
      runLoad({
        urls: [service.address + path],
        requests,
        seconds: longestSeconds,
        manner: {
          kind: 'closed',
          connections: Math.min(most, requests.length),
          requests: requests.length,
        },
      })
    say(`importing ${plans} plans, and previewing each once …`)
    await population.importPlans(plans)
    await send(population.everyPlan(), connectionsForSearch)

    const statuses: Record<string, number> = {}
    const samples: Sample[] = []
    let [done, errors] = [0, 0]
    for (let step = 1; step <= wanted; step += 1) {
      await population.importPlans(churn)
      await population.amendPlans(Math.ceil(churn / 2))
      await population.deletePlans(churn)
      const count = Math.round((previews * step) / wanted) - done
      const result = await send(
        Array.from({ length: count }, () => population.preview()),
        connections,
      )
      done += count
      errors += result.errors
      for (const [status, answers] of Object.entries(result.statuses)) {
        statuses[status] = (statuses[status] ?? 0) + answers
      }
      const held = await service.holdings()
      samples.push({ previews: done, ...held })
      say(
        `${done} previews, ${Math.round(result.answersASecond)} a second: heap ${(held.heapBytes / 2 ** 20).toFixed(1)} MB, external ${(held.externalBytes / 2 ** 20).toFixed(1)} MB, ${held.handles} handles, ${held.listeners} listeners, ${held.series} series`,
      )
    }
    return { samples, statuses, errors, seconds: (performance.now() - startedMs) / 1_000 }
  } finally {
    await service.stop()
  }
}
