/**
 * The published movements in memory, as `app.movementLibrary`: read at start, after every publication on this instance,
 * and again whenever another instance has changed the library, which is asked every few seconds.
 */
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { Movement } from '../domain/movements/movement.ts'
import { indexMovements, type MovementIndex } from '../domain/movements/movement-index.ts'
import { movementsOfRelease } from '../movements/movements-of-release.ts'
import { seedMovements } from '../store/movement-seed.ts'

export interface MovementLibrary {
  bySlug(slug: string): Movement | undefined
  /** The one movement of this name or alias, however it is spelt; undefined when none or several have it. */
  byName(nameOrAlias: string): Movement | undefined
  /** By name; the same list until the library changes. */
  all(): readonly Movement[]
  /** Rises with every change that this instance has seen. */
  revision(): number
  /** Whatever was committed before the call is there after it. Rejects where the database does not answer. */
  refresh(): Promise<void>
}

export interface MovementLibraryOptions {
  /** Bring the release's movements in at start; production does it with `npm run migrate`. */
  readonly seed: boolean
  readonly refreshMs?: number
}

declare module 'fastify' {
  interface FastifyInstance {
    movementLibrary: MovementLibrary
  }
}

const defaultRefreshMs = 3_000

const movementLibrary = async (app: FastifyInstance, options: MovementLibraryOptions): Promise<void> => {
  const { seed, refreshMs = defaultRefreshMs } = options
  const store = app.movementStore
  let index: MovementIndex = indexMovements([])
  let revision = -1

  const read = async (): Promise<void> => {
    // The revision first: what is published in between is read now, and once more at the next look.
    const current = await store.revision()
    if (current === revision) return
    index = indexMovements(Object.freeze(await store.all()))
    revision = current
  }

  let running: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  /** One reading at a time; whoever asks while one is under way gets the next, which has not begun. */
  const refresh = (): Promise<void> => {
    waiting ??= running
      .catch(() => {})
      .then(() => {
        waiting = undefined
        running = read()
        return running
      })
    return waiting
  }

  let failing = false
  const look = async (): Promise<void> => {
    try {
      await refresh()
      failing = false
    } catch (error) {
      // Once an outage, not once a look. What was read last stays.
      if (!failing) app.log.warn({ err: error }, 'the movement library is not refreshed')
      failing = true
    }
  }

  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  const tick = (): void => {
    looking = look().then(() => {
      if (timer !== undefined) timer = setTimeout(tick, refreshMs).unref()
    })
  }

  if (seed) {
    const outcome = await seedMovements(app.database.knex, movementsOfRelease)
    if (outcome.added + outcome.updated > 0 || outcome.skipped.length > 0) {
      app.log.info(outcome, 'movement library brought up to date')
    }
  }
  // A schema that is still to be migrated is no reason not to start: readiness says so.
  await look()
  app.readiness.add('movements', () =>
    revision < 0 ? { ok: false, detail: 'the movement library has not been read yet' } : { ok: true },
  )
  app.addHook('onReady', async () => {
    timer = setTimeout(tick, refreshMs).unref()
  })
  app.addHook('onClose', async () => {
    clearTimeout(timer)
    timer = undefined
    await looking
  })

  app.decorate('movementLibrary', {
    bySlug: (slug) => index.bySlug(slug),
    byName: (name) => index.byName(name),
    all: () => index.movements,
    revision: () => revision,
    refresh,
  })
}

export default fp(movementLibrary, { name: 'movement-library', dependencies: ['stores', 'health'] })
