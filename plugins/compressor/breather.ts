/** Lets other requests in between: long work on the main thread asks it at every step. */
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Milliseconds of work after which the event loop gets a turn. */
const longestRunMs = 2

export class Breather {
  #since = performance.now()

  async breathe(): Promise<void> {
    if (performance.now() - this.#since < longestRunMs) return
    await nextTurn()
    this.#since = performance.now()
  }
}
