/** Athletes who ask for previews, each after the other and several at once, until told to stop; and what they got. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Test } from 'tap'
import type { LaunchedService } from './launched-service.ts'

export interface Seen {
  readonly athlete: string
  readonly status: number
  readonly error?: string
  /** When it was asked and answered, milliseconds since 1970. */
  readonly askedMs: number
  readonly answeredMs: number
}

export interface Load {
  readonly seen: readonly Seen[]
  /** Requests that got no answer at all. */
  readonly lost: readonly string[]
  /** Resolves when every request has its answer. */
  stop(): Promise<void>
}

/** Together some ten requests every tenth of a second: load enough for a window, and kind to a small machine. */
const clients = 10
const pauseMs = 100

export const startLoad = (t: Test, { athletes, preview }: LaunchedService): Load => {
  const seen: Seen[] = []
  const lost: string[] = []
  let isOver = false

  const ask = async (turn: number): Promise<void> => {
    const athlete = athletes[turn % athletes.length]
    if (athlete === undefined) throw new Error('there are no athletes')
    const askedMs = Date.now()
    try {
      const answer = await preview(athlete)
      seen.push({ athlete: athlete.id, ...answer, askedMs, answeredMs: Date.now() })
    } catch (error) {
      lost.push(`${athlete.id}: ${(error as Error).message}`)
    }
  }

  const client = async (number: number): Promise<void> => {
    for (let turn = number; !isOver; turn += clients) {
      await ask(turn)
      await wait(pauseMs)
    }
  }

  const running = Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  const stop = async (): Promise<void> => {
    isOver = true
    await running
  }
  t.teardown(stop)
  return { seen, lost, stop }
}
