/**
 * What a search in a library of 10,000 movements costs on PostgreSQL, by the kind of search, beside the cheapest statement
 * that there is; and what page 500 of the list costs beside page 1.
 */
import { connect } from '../plugins/database/connect.ts'
import { parseLocation } from '../plugins/database/location.ts'
import { migrateToLatest } from '../plugins/database/migrate.ts'
import type { MovementPosition } from '../store/movement-query.ts'
import { seedMovements } from '../store/movement-seed.ts'
import { createMovementStore, type MovementStore } from '../store/movement-store.ts'
import { generatedLibrary, pageSize, searchesIn } from './movement-searches.ts'
import { median, quantile, short } from './statistics.ts'
import { withDatabase } from './with-database.ts'

const seedBatch = 2_000

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const timesOf = async (rounds: number, works: readonly (() => Promise<unknown>)[]): Promise<number[]> => {
  for (const work of works) await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) for (const work of works) times.push(await timed(work))
  return times
}

interface Cost {
  readonly kind: string
  readonly searches: number
  readonly medianMs: number
  readonly p99Ms: number
}

const costOf = (kind: string, times: readonly number[]): Cost => ({
  kind,
  searches: times.length,
  medianMs: median(times),
  p99Ms: quantile(times, 0.99),
})

/** Where each page of the list by name begins. */
const pageStarts = async (store: MovementStore): Promise<(MovementPosition | undefined)[]> => {
  const starts: (MovementPosition | undefined)[] = [undefined]
  for (;;) {
    const after = starts.at(-1)
    const found = await store.search({ limit: pageSize, ...(after && { after }) })
    if (found.length < pageSize) return starts
    starts.push(found.at(-1)!.position)
  }
}

const row = ({ kind, searches, medianMs, p99Ms }: Cost): string =>
  `${kind.padEnd(24)} ${String(searches).padStart(8)} ${short(medianMs).padStart(10)} ${short(p99Ms).padStart(8)}`

export const benchMovements = (
  serverUrl: string,
  quick: boolean,
  say: (line: string) => void,
): Promise<object> =>
  withDatabase(serverUrl, async (url) => {
    const log = { warn: say, error: say, deprecate: say, debug: () => {} }
    const { knex, close } = await connect(parseLocation(url), {
      poolMax: 1,
      statementTimeoutMs: 0,
      acquireTimeoutMs: 10_000,
      log,
    })
    try {
      await migrateToLatest(knex)
      const movements = generatedLibrary()
      for (let from = 0; from < movements.length; from += seedBatch) {
        await seedMovements(knex, movements.slice(from, from + seedBatch))
      }
      await knex.raw('analyze')
      const store = createMovementStore(knex)
      const rounds = quick ? 1 : 5
      say(`${movements.length} movements, pages of ${pageSize}, one search at a time`)
      say('kind                     searches  median ms   p99 ms')
      const bare = costOf('select 1', await timesOf(rounds * 100, [() => knex.raw('select 1')]))
      say(row(bare))
      const all: number[] = []
      const costs: Cost[] = []
      for (const [kind, queries] of Object.entries(searchesIn(movements))) {
        const times = await timesOf(
          Math.max(rounds, Math.ceil((rounds * 100) / queries.length)),
          queries.map((query) => () => store.search(query)),
        )
        all.push(...times)
        costs.push(costOf(kind, times))
        say(row(costs.at(-1)!))
      }
      const whole = costOf('all searches', all)
      say(row(whole))
      const starts = await pageStarts(store)
      const page = async (number: number): Promise<Cost> => {
        const after = starts[number - 1]
        const work = () => store.search({ limit: pageSize + 1, ...(after && { after }) })
        return costOf(`page ${number} of the list`, await timesOf(rounds * 100, [work]))
      }
      const [first, last] = [await page(1), await page(starts.length - 1)]
      say(row(first))
      say(row(last))
      return { movements: movements.length, bare, costs, whole, pages: [first, last] }
    } finally {
      await close()
    }
  })
