/** Knex on the embedded database: one connection, which is the database; when it has died, it is opened anew. */
import type { PGlite } from '@electric-sql/pglite'
import type { Knex } from 'knex'
import PgliteClient from 'knex-pglite'
import { EmbeddedDatabaseDied } from './death.ts'
import { type Embedded, release } from './open.ts'

/** Bringing it up takes a second in which nothing else is done: on a full disk that is not repeated for every request. */
const reopenAfterMs = 2_000
/** Between two requests that wait for it, when it can't be opened. */
const refuseEveryMs = 10

/** What knex-pglite has, and its types leave out. */
type ClientClass = new (
  config: object,
) => Knex.Client & {
  getPoolSettings(poolConfig: object): object
}

/** The client that holds `first`, and opens another one where that has died. */
export const embeddedClient = (first: Embedded, open: () => Promise<Embedded>): typeof Knex.Client => {
  let current: Embedded | undefined = first
  let isFirst = true
  let failedMs = Number.NEGATIVE_INFINITY

  const bringUp = async (): Promise<Embedded> => {
    if (performance.now() - failedMs < reopenAfterMs) throw new EmbeddedDatabaseDied()
    try {
      return await open()
    } catch (error) {
      failedMs = performance.now()
      throw error
    }
  }

  class EmbeddedClient extends (PgliteClient as unknown as ClientClass) {
    override getPoolSettings(poolConfig: object): object {
      const settings = super.getPoolSettings({ ...poolConfig, createRetryIntervalMillis: refuseEveryMs })
      return { ...settings, validate: () => current !== undefined && !current.hasDied() }
    }

    _driver(): undefined {}

    async _acquireOnlyConnection(): Promise<PGlite> {
      if (!isFirst || current === undefined) current = await bringUp()
      isFirst = false
      return current.pglite
    }

    override async destroyRawConnection(pglite: PGlite): Promise<void> {
      const isDead = current?.pglite === pglite && current.hasDied()
      await (isDead ? release(pglite) : pglite.close())
    }
  }
  return EmbeddedClient as unknown as typeof Knex.Client
}
