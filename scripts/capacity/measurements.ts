/** What `npm run bench -- service --write` measured last, as the numbers that the capacity is worked out from. */
import { readFileSync } from 'node:fs'

/** Sessions of the bench's heavy plan, each of them another. */
const heavySessions = 360

export interface Measurements {
  /** Of an event loop, which is one core: previews whose sessions are solved already. */
  readonly requestsASecond: number
  /** Of one search thread, which is one core: sessions that nobody has asked for, for all targets at once. */
  readonly searchesASecond: number
  /** Resident memory of the process after the bench. */
  readonly megabytes: number
  readonly p99Milliseconds: number
}

interface ServiceBench {
  readonly previewsASecond: number
  readonly previewP99Ms: number
  readonly residentMegabytes: number
  readonly heavy: { readonly firstMs: number }
}

export const measurementsOf = (bench: ServiceBench): Measurements => ({
  requestsASecond: bench.previewsASecond,
  searchesASecond: (heavySessions * 1_000) / bench.heavy.firstMs,
  megabytes: bench.residentMegabytes,
  p99Milliseconds: bench.previewP99Ms,
})

export const measurements = (): Measurements =>
  measurementsOf(
    JSON.parse(readFileSync(new URL('../../docs/benchmarks/service.json', import.meta.url), 'utf8')),
  )
