/**
 * The answers behind the frontier's steps, fetched one at a time: the one that is wanted first, then its neighbours
 * outward, slowly enough to stay within the service's rate for one user.
 */
import type { SessionAnswer, Step } from '../service/answers.ts'
import { Problem } from '../service/trouble.ts'

const breatherMs = 220
/** Steps on either side that are fetched before anybody asks. */
const reach = 8
const rateLimited = 429

export class StepAnswers {
  readonly #steps: readonly Step[]
  readonly #load: (minutes: number, signal: AbortSignal) => Promise<SessionAnswer>
  readonly #changed: (error?: unknown) => void
  readonly #answers = new Map<number, SessionAnswer>()
  readonly #controller = new AbortController()
  #wanted = 0
  #wake: () => void = () => {}

  /** `changed` is called after every answer, and with the error when one failed; then it stops until asked again. */
  constructor(
    steps: readonly Step[],
    load: (minutes: number, signal: AbortSignal) => Promise<SessionAnswer>,
    changed: (error?: unknown) => void,
  ) {
    this.#steps = steps
    this.#load = load
    this.#changed = changed
  }

  at(index: number): SessionAnswer | undefined {
    return this.#answers.get(index)
  }

  want(index: number): void {
    this.#wanted = index
    this.#wake()
  }

  async run(): Promise<void> {
    const { signal } = this.#controller
    while (!signal.aborted) {
      const next = this.#next()
      if (next === undefined) await this.#sleep()
      else {
        const isWanted = next === this.#wanted
        await this.#fetch(next)
        if (!isWanted) await this.#sleep(breatherMs)
      }
    }
  }

  stop(): void {
    this.#controller.abort()
    this.#wake()
  }

  #next(): number | undefined {
    for (let away = 0; away <= reach; away += 1) {
      for (const index of [this.#wanted - away, this.#wanted + away]) {
        if (index >= 0 && index < this.#steps.length && !this.#answers.has(index)) return index
      }
    }
    return undefined
  }

  async #fetch(index: number): Promise<void> {
    const { signal } = this.#controller
    const minutes = this.#steps[index]?.fromMinutes ?? 0
    try {
      this.#answers.set(index, await this.#load(minutes, signal))
      if (!signal.aborted) this.#changed()
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof Problem && error.status === rateLimited) {
        await this.#sleep(1_000 * error.retryAfterSeconds)
        return
      }
      this.#changed(error)
      await this.#sleep()
    }
  }

  /** Until woken, or until the time is over. */
  #sleep(milliseconds?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = milliseconds === undefined ? undefined : window.setTimeout(resolve, milliseconds)
      this.#wake = () => {
        window.clearTimeout(timer)
        resolve()
      }
    })
  }
}
