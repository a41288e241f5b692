/**
 * Makes the embedded database wait until what it has acknowledged is on the disk. PGlite is started with `-F`, and its
 * file system has no `fsync` (pglite#1107): its writes survive a process that is killed, but not a machine that is.
 */
import { fsyncSync } from 'node:fs'
import type { Extension } from '@electric-sql/pglite'

interface Stream {
  /** The descriptor that Node knows. */
  readonly nfd: number
}

interface EmscriptenModule {
  NODEFS: { stream_ops: { fsync?: (stream: Stream) => number } }
}

/** WASI's words for "no such operation here" and "input or output failed". */
const notPossible = 28
const failed = 29

const sync = ({ nfd }: Stream): number => {
  try {
    fsyncSync(nfd)
    return 0
  } catch (error) {
    // Some systems can't sync a directory; PostgreSQL takes that answer for one, and no other.
    return ['EINVAL', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '') ? notPossible : failed
  }
}

export const syncedFiles: Extension = {
  name: 'synced-files',
  setup: async (_pglite, emscriptenOpts) => ({
    emscriptenOpts: {
      ...emscriptenOpts,
      preRun: [
        ...emscriptenOpts.preRun,
        ({ NODEFS }: EmscriptenModule) => {
          NODEFS.stream_ops.fsync = sync
        },
      ],
    },
  }),
}

/** Without `-F`; and by `fsync`, because `fdatasync` does nothing at all in PGlite. */
export const syncedStart = (defaults: readonly string[]): string[] => [
  ...defaults.filter((word) => word !== '-F'),
  '-c',
  'wal_sync_method=fsync',
]
