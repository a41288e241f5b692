/** A file system of a few megabytes, which can be filled to the last byte without hurting anybody else. */
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'

const mebibyte = 1_048_576

/** Why none can be had here; false when one can. */
export const noDiskHere = async (): Promise<string | false> => {
  const folder = await mkdtemp(join(tmpdir(), 'planning-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'pipe' })
    execFileSync('umount', [folder], { stdio: 'pipe' })
    return false
  } catch {
    return 'this process may not mount a file system'
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export class SmallDisk {
  readonly folder: string
  #ballast: string

  private constructor(folder: string) {
    this.folder = folder
    this.#ballast = join(folder, 'ballast')
  }

  static async mount(t: Test, mebibytes: number): Promise<SmallDisk> {
    const folder = await mkdtemp(join(tmpdir(), 'planning-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder])
    t.teardown(async () => {
      // Lazily: what still holds a file of it is ending.
      execFileSync('umount', ['-l', folder])
      await rm(folder, { recursive: true, force: true })
    })
    return new SmallDisk(folder)
  }

  get freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.folder)
    return bavail * bsize
  }

  /** Others fill it until this much is left. */
  leave(bytes: number): void {
    const file = openSync(this.#ballast, 'a')
    const piece = Buffer.alloc(mebibyte, 1)
    try {
      for (;;) {
        const more = this.freeBytes - bytes
        if (more <= 0) return
        writeSync(file, piece, 0, Math.min(more, mebibyte))
      }
    } finally {
      closeSync(file)
    }
  }

  /** What the others wrote is gone. */
  empty(): void {
    rmSync(this.#ballast, { force: true })
  }
}
