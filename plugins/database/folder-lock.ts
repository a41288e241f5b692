/**
 * One process at a time in a folder of the embedded database: two would destroy it.
 * The lock is a file beside the folder that names its holder; a holder that died leaves a stale lock, which the next
 * process takes over. On the same host the process id tells; from another host (a shared volume) only the file's age
 * can, so the holder touches it regularly.
 */
import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, resolve } from 'node:path'
import { kill, pid } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'

const touchEveryMs = 5_000
const staleAfterMs = 30_000
/** Long enough for a rival that found the same stale lock to have replaced ours. */
const settleMs = 150

interface Holder {
  readonly pid: number
  readonly host: string
}

/** Locks of this very process: after a container restart its own process id may stand in a stale lock. */
const heldHere = new Set<string>()

const readHolder = async (path: string): Promise<Holder | undefined> => {
  try {
    const holder: Partial<Holder> = JSON.parse(await readFile(path, 'utf8'))
    return typeof holder.pid === 'number' && typeof holder.host === 'string'
      ? { pid: holder.pid, host: holder.host }
      : undefined
  } catch {
    return undefined
  }
}

const isRunning = (holderPid: number): boolean => {
  try {
    kill(holderPid, 0)
    return true
  } catch (error) {
    // EPERM: there is such a process, it belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const ageMs = async (path: string): Promise<number> => {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }))
  return Date.now() - mtimeMs
}

const isLive = async (path: string, holder: Holder | undefined): Promise<boolean> => {
  if (heldHere.has(path)) return true
  // A file without a readable holder is being written, or its writer died in between: only its age can tell.
  if (holder?.host !== hostname()) return (await ageMs(path)) < staleAfterMs
  return holder.pid !== pid && isRunning(holder.pid)
}

const tryCreate = async (path: string): Promise<boolean> => {
  try {
    const file = await open(path, 'wx')
    await file.writeFile(JSON.stringify({ pid, host: hostname() }))
    await file.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Two processes may find the same stale lock: the one whose file is still there after a moment has it. */
const takeOver = async (path: string, folder: string): Promise<void> => {
  await rm(path, { force: true })
  const created = await tryCreate(path)
  await wait(settleMs)
  const holder = await readHolder(path)
  if (created && holder?.pid === pid && holder.host === hostname()) return
  throw new Error(
    `The database folder ${folder} is in use by another process that started at the same moment`,
  )
}

/** Takes the folder's lock; the result releases it. Throws, naming the holder, while another process has it. */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  const path = `${resolve(folder)}.lock`
  await mkdir(dirname(path), { recursive: true })
  if (!(await tryCreate(path))) {
    const holder = await readHolder(path)
    if (await isLive(path, holder)) {
      const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process'
      throw new Error(
        `The database folder ${folder} is in use by ${who}: stop it, use another folder, or a PostgreSQL server; ` +
          `if no such process uses it, delete ${folder}.lock`,
      )
    }
    await takeOver(path, folder)
  }
  heldHere.add(path)
  const touch = setInterval(() => utimes(path, new Date(), new Date()).catch(() => {}), touchEveryMs)
  touch.unref()
  return async () => {
    clearInterval(touch)
    heldHere.delete(path)
    await rm(path, { force: true })
  }
}
