/** Opens the embedded database in its folder, or in memory: written through to the disk, and told when it dies. */
import { mkdir } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { EmbeddedDatabaseDied, mortal } from './death.ts'
import { syncedFiles, syncedStart } from './synced-files.ts'

export interface Embedded {
  readonly pglite: PGlite
  readonly hasDied: () => boolean
}

/** What it says at its end names files of its own and the system's error, nothing of rows. */
const lastWords = /\b(?:PANIC|FATAL): {2}(.*)$/

/** Rejects with EmbeddedDatabaseDied where the folder's database can't be brought up, such as on a full disk. */
export const openEmbedded = async (
  folder: string | null,
  say: (reason: string) => void,
): Promise<Embedded> => {
  if (folder !== null) await mkdir(folder, { recursive: true })
  let hasDied = false
  const pglite = new PGlite({
    ...(folder !== null && { dataDir: folder, startParams: syncedStart(PGlite.defaultStartParams) }),
    extensions: {
      mortal: mortal(() => {
        hasDied = true
      }),
      ...(folder !== null && { syncedFiles }),
    },
    onStderr: (text) => {
      const reason = lastWords.exec(text)?.[1]
      if (reason !== undefined) say(reason)
      return false
    },
  })
  try {
    await pglite.waitReady
    return { pglite, hasDied: () => hasDied }
  } catch (error) {
    await release(pglite)
    throw new EmbeddedDatabaseDied(error)
  }
}

/** Lets go of the files of a database that can't be closed any more. */
export const release = async ({ fs }: PGlite): Promise<void> => {
  await fs?.closeFs().catch(() => {})
}
