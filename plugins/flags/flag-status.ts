/** Keeps the state of a flag source and logs each change of it once. */
import type { FastifyBaseLogger } from 'fastify'
import type { FlagSource, FlagState, FlagStatus } from './flag-service.ts'

export interface FlagStatusKeeper {
  /** Flag values arrived, or the ones in force were confirmed. */
  received(): void
  /**
   * The source is in trouble but will be tried again. With `clearsAfterMs`, silence for that long means that it
   * works again: for sources that report every failure, but not a success that changes nothing.
   */
  troubled(detail: string, clearsAfterMs?: number): void
  /** The source will not answer again by itself. Only arriving values end this. */
  failed(detail: string): void
  state(): FlagState
}

const levels = { up: 'info', connecting: 'info', stale: 'warn', failed: 'error' } as const

export function createFlagStatus(
  source: FlagSource,
  upDetail: string,
  log: FastifyBaseLogger,
  now: () => number = Date.now,
): FlagStatusKeeper {
  let ready = false
  let status: FlagStatus = 'connecting'
  let detail = 'no flag values have arrived yet; every flag is off'
  let sinceMs = now()
  let clearsAtMs = Number.POSITIVE_INFINITY

  const become = (nextStatus: FlagStatus, nextDetail: string): void => {
    detail = nextDetail
    if (nextStatus === status) return
    status = nextStatus
    sinceMs = now()
    log[levels[status]]({ flagSource: source, flagStatus: status, flagDetail: detail }, 'flag source changed')
  }

  const received = (): void => {
    ready = true
    clearsAtMs = Number.POSITIVE_INFINITY
    become('up', upDetail)
  }

  return {
    received,
    troubled(reason, clearsAfterMs) {
      if (status === 'failed') return
      clearsAtMs = ready && clearsAfterMs !== undefined ? now() + clearsAfterMs : Number.POSITIVE_INFINITY
      if (ready) become('stale', `the last known values are in force: ${reason}`)
      else become('connecting', `every flag is off until values arrive: ${reason}`)
    },
    failed(reason) {
      clearsAtMs = Number.POSITIVE_INFINITY
      become('failed', `${ready ? 'the last known values are in force' : 'every flag is off'}: ${reason}`)
    },
    state() {
      if (now() >= clearsAtMs) received()
      return { source, status, detail, ready, since: new Date(sinceMs).toISOString() }
    },
  }
}
