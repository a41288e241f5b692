/**
 * Watches the flags file by reading it again and comparing what it says.
 *
 * File-system events miss what matters here: a rename over the file leaves the watch on the old inode, a Kubernetes
 * ConfigMap swaps a symlink two folders away, some network mounts send none at all. Time stamps miss two changes
 * within one tick of the clock. A few kilobytes read four times a second miss nothing and cost nothing.
 */
import { readFile } from 'node:fs/promises'
import { flagsFileFault } from './flags-file-fault.ts'

export interface FlagsFileListener {
  /** The file is good, and has just changed or just been mended. */
  onGood(text: string): void
  /** The file has been unreadable, empty or broken in the same way for two readings. */
  onFault(fault: string): void
}

const byteOrderMark = '\uFEFF'

async function examine(path: string): Promise<{ text: string; fault: string | undefined }> {
  try {
    const raw = await readFile(path, 'utf8')
    const text = raw.startsWith(byteOrderMark) ? raw.slice(1) : raw
    return { text, fault: flagsFileFault(text) }
  } catch (error) {
    return { text: '', fault: `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown cause'})` }
  }
}

/** Reads at once, then every `checkMs`; returns what ends it. */
export function watchFlagsFile(path: string, checkMs: number, listener: FlagsFileListener): () => void {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let goodText: string | undefined
  let lastFault: string | undefined
  let reportedFault: string | undefined

  const check = async (): Promise<void> => {
    const { text, fault } = await examine(path)
    if (stopped) return
    if (fault === undefined) {
      const isNews = text !== goodText || reportedFault !== undefined
      goodText = text
      reportedFault = undefined
      if (isNews) listener.onGood(text)
    } else if (fault === lastFault && fault !== reportedFault) {
      // Seen twice: somebody who writes in place leaves the file empty or cut short for a moment, which is no fault.
      reportedFault = fault
      listener.onFault(fault)
    }
    lastFault = fault
    timer = setTimeout(check, checkMs)
    timer.unref()
  }

  void check()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
