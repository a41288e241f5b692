/** Clients that import plans one after the other, whatever happens, and remember what they were told. */
import type { PlanDocument } from '../../../domain/plan/document.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { type Caller, plans, type Reply } from './served.ts'

export interface Writers {
  /** By the plan's name: what was said of it, when it was acknowledged. */
  readonly acknowledged: Map<string, Reply['body']>
  /** Names of the plans of which nobody knows whether they are there. */
  readonly unknown: Set<string>
  /** Every status that there was, with how often. */
  readonly statuses: Map<number, number>
  /** Until so many more have been acknowledged; rejects when they are not for a minute. */
  progress(more: number): Promise<void>
  /** Each writer finishes what it is at. */
  end(): Promise<void>
}

/** A writer is a client that is refused now and then: it waits a little before the next. */
const pauseMs = 20
const longestMs = 60_000

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs))

const named = (name: string): PlanDocument => ({ ...smallPlan(), name })

export const startWriters = (call: Caller, count: number, label: string): Writers => {
  const acknowledged = new Map<string, Reply['body']>()
  const unknown = new Set<string>()
  const statuses = new Map<number, number>()
  let isOver = false

  const write = async (writer: number): Promise<void> => {
    for (let number = 1; !isOver; number += 1) {
      const name = `${label} ${writer}-${number}`
      const { status, body } = await call('POST', plans, { as: `athlete-${writer}`, payload: named(name) })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status === 201) acknowledged.set(name, body)
      else {
        unknown.add(name)
        await pause()
      }
    }
  }
  const writing = Promise.all(Array.from({ length: count }, (_, writer) => write(writer)))
  // Awaited by end(); until then a fault must not end the process.
  writing.catch(() => {})

  return {
    acknowledged,
    unknown,
    statuses,
    async progress(more) {
      const enough = acknowledged.size + more
      const untilMs = performance.now() + longestMs
      while (acknowledged.size < enough) {
        if (performance.now() > untilMs) throw new Error(`No progress: ${JSON.stringify([...statuses])}`)
        await Promise.race([pause(), writing])
      }
    },
    async end() {
      isOver = true
      await writing
    },
  }
}
