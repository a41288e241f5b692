/** Connections that are put out of the pool although they look sound: whoever got one of them next would fail as well. */
import type { Knex } from 'knex'

interface PooledConnection {
  /** Knex's name for it. */
  readonly __knexUid: string
  /** Knex throws a connection away, instead of lending it, once there is a reason here. */
  __knex__disposed?: string
  once(event: 'end', listener: () => void): void
  /** Breaks it off at once when something is under way. */
  end(): Promise<void>
}

interface Watched {
  /** For the pool's `afterCreate`. */
  readonly watch: (connection: PooledConnection, done: () => void) => void
  readonly attach: (knex: Knex) => void
}

export const watchConnections = (): Watched => {
  const connections = new Map<string, PooledConnection>()

  const distrust = (error: Error & { code?: unknown }, { __knexUid }: { __knexUid: string }): void => {
    const connection = connections.get(__knexUid)
    if (!connection) return
    if (error.code === '25006') {
      // Of a server that takes no changes any more: the next connection may find the one that took its place.
      connection.__knex__disposed = 'the server is read-only'
    } else if (error.message.endsWith('Query read timeout')) {
      // Nobody answers at the other end. `pg` would let the next statement wait behind the one that was given up.
      connection.__knex__disposed = 'the server does not answer'
      connection.end().catch(() => {})
    }
  }

  return {
    watch: (connection, done) => {
      const { __knexUid: name } = connection
      connections.set(name, connection)
      connection.once('end', () => connections.delete(name))
      done()
    },
    attach: (knex) => {
      knex.on('query-error', distrust)
    },
  }
}
