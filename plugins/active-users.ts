/**
 * `planning_engine_time_crunch_active_users`: distinct users of the last 5 minutes, hour and day over all instances.
 * Sightings are gathered for a few seconds, written as one statement, and the count is read back.
 */
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { createActiveUserStore, type Sighting } from '../store/active-user-store.ts'

export interface ActiveUsersOptions {
  /** Milliseconds since 1970. */
  now?: () => number
  /** Sightings reach the database, and counts come back, this often; a gauge is at most twice as old. */
  refreshMs?: number
}

export interface ActiveUsers {
  record(userId: string): void
  /** Writes what was gathered and reads the counts; never rejects. */
  refresh(): Promise<void>
}

declare module 'fastify' {
  interface FastifyInstance {
    activeUsers: ActiveUsers
  }
}

const windowsMs = { '5m': 300_000, '1h': 3_600_000, '24h': 86_400_000 } as const
type Window = keyof typeof windowsMs
const windows = Object.keys(windowsMs) as Window[]

const defaultRefreshMs = 5_000
/** Between two refreshes; a service with more users than this in five seconds is counted a little low. */
const mostSightings = 20_000

/** Enough to tell users apart; who they are stays out of this table. */
const digestOf = (userId: string): string => createHash('sha256').update(userId).digest('base64url')

const activeUsers = async (app: FastifyInstance, options: ActiveUsersOptions): Promise<void> => {
  const { now = Date.now, refreshMs = defaultRefreshMs } = options
  const store = createActiveUserStore(app.database.knex)
  const { Gauge, register } = app.metrics.client
  const gauge = new Gauge({
    name: 'planning_engine_time_crunch_active_users',
    help: 'Distinct users in the window, over all instances: every one reports the same, so query with max().',
    labelNames: ['window'],
    registers: [register],
  })
  for (const window of windows) gauge.set({ window }, 0)

  /** By user id: a digest costs more than the rest of a sighting, and one does until the next exchange. */
  let gathered = new Map<string, Sighting>()
  let forgottenMs = now()

  const exchange = async (): Promise<void> => {
    const nowMs = now()
    const taken = [...gathered]
    await store.record(taken.map(([, sighting]) => sighting))
    for (const [userId, sighting] of taken) {
      if (gathered.get(userId) === sighting) gathered.delete(userId)
    }
    if (nowMs - forgottenMs > windowsMs['1h']) {
      await store.forgetBefore(new Date(nowMs - windowsMs['24h']))
      forgottenMs = nowMs
    }
    const counts = await store.countSince(windows.map((window) => new Date(nowMs - windowsMs[window])))
    windows.forEach((window, index) => {
      gauge.set({ window }, counts[index] ?? 0)
    })
  }

  let failing = false
  const refresh = async (): Promise<void> => {
    try {
      await exchange()
      failing = false
    } catch (error) {
      // Once an outage, not once a refresh.
      if (!failing) app.log.warn({ err: error }, 'active users are not refreshed')
      failing = true
    }
  }

  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  const tick = (): void => {
    running = refresh().then(() => {
      if (timer !== undefined) timer = setTimeout(tick, refreshMs).unref()
    })
  }
  app.addHook('onReady', async () => {
    timer = setTimeout(tick, refreshMs).unref()
  })
  app.addHook('onClose', async () => {
    clearTimeout(timer)
    timer = undefined
    await running
    if (gathered.size > 0) await refresh()
    gathered = new Map()
  })

  app.decorate('activeUsers', {
    record: (userId) => {
      const known = gathered.get(userId)
      if (known === undefined && gathered.size >= mostSightings) return
      gathered.set(userId, { userDigest: known?.userDigest ?? digestOf(userId), seenAt: new Date(now()) })
    },
    refresh,
  })
}

export default fp(activeUsers, { name: 'active-users', dependencies: ['database', 'metrics'] })
