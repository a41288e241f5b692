/** Gathers the answers of one load: how long each took, by what it was. */
import type { Latencies, LoadResult } from './load.ts'

const latenciesOf = (milliseconds: readonly number[]): Latencies => {
  const sorted = [...milliseconds].sort((one, other) => one - other)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return {
    count: sorted.length,
    p50Ms: at(0.5),
    p90Ms: at(0.9),
    p99Ms: at(0.99),
    maxMs: sorted.at(-1) ?? Number.NaN,
  }
}

export class Answers {
  readonly #answeredMs: number[] = []
  readonly #refusedMs: number[] = []
  readonly #statuses: Record<string, number> = {}
  #withRetryAfter = 0
  #sent = 0
  #errors = 0

  add(status: number, milliseconds: number, hasRetryAfter: boolean): void {
    this.#statuses[status] = (this.#statuses[status] ?? 0) + 1
    if (status === 200) this.#answeredMs.push(milliseconds)
    if (status !== 503) return
    this.#refusedMs.push(milliseconds)
    if (hasRetryAfter) this.#withRetryAfter += 1
  }

  /** The place of the request that is sent now. */
  send(): number {
    this.#sent += 1
    return this.#sent - 1
  }

  addError(): void {
    this.#errors += 1
  }

  result(seconds: number, senderShare: number): LoadResult {
    return {
      seconds,
      answersASecond: this.#answeredMs.length / seconds,
      answered: latenciesOf(this.#answeredMs),
      refused: { ...latenciesOf(this.#refusedMs), withRetryAfter: this.#withRetryAfter },
      statuses: this.#statuses,
      sent: this.#sent,
      errors: this.#errors,
      senderShare,
    }
  }
}
