/**
 * The embedded database can die in the middle of a statement: where PostgreSQL panics (no room for its log, a disk that
 * fails), its process ends. PGlite has none; it would ask what is left of it again and again, for ever, and hold up the
 * whole service. Here it is told, and everything that it is asked from then on fails at once.
 */
import type { Extension, PGlite } from '@electric-sql/pglite'

/** Carries the state of a server that crashed, and is answered as one. */
export class EmbeddedDatabaseDied extends Error {
  readonly code = '57P02'
  constructor(cause?: unknown) {
    super('The embedded database has stopped', { cause })
    this.name = 'EmbeddedDatabaseDied'
  }
}

interface EmscriptenModule {
  stackRestore: (position: number) => void
}

/** The one that is opened with this extension calls `died` when it does, in the middle of a statement. */
export const mortal = (died: () => void): Extension => ({
  name: 'mortal',
  setup: async (pglite, emscriptenOpts) => {
    let running: EmscriptenModule | undefined
    const refuse = (): never => {
      throw new EmbeddedDatabaseDied()
    }
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [
          ...emscriptenOpts.preRun,
          (module: EmscriptenModule) => {
            running = module
          },
        ],
        onAbort: () => {
          died()
          // Every statement goes through the one; the loop that is running now swallows every error but that of the other.
          Object.assign(pglite as PGlite, { execProtocolRawSync: refuse })
          if (running) running.stackRestore = refuse
        },
      },
    }
  },
})
