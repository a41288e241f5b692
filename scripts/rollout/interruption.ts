/** Ctrl-C and SIGTERM as a wish: what is being written is finished, what is being waited for is not. */
import { setTimeout as wait } from 'node:timers/promises'

export interface Interruption {
  readonly isInterrupted: () => boolean
  /** Ends early once interrupted. */
  readonly sleep: (ms: number) => Promise<void>
}

export const createInterruption = (): Interruption => {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return {
    isInterrupted: () => controller.signal.aborted,
    sleep: (ms) => wait(ms, undefined, { signal: controller.signal }).catch(() => {}),
  }
}
