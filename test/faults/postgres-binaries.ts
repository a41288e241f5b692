/** Where PostgreSQL's own programs are, and as whom they are run: its server refuses to be run by root. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { getuid } from 'node:process'

const debianFolder = '/usr/lib/postgresql'

const candidates = (): string[] => [
  ...(process.env.PATH ?? '').split(':'),
  ...(existsSync(debianFolder)
    ? readdirSync(debianFolder)
        .sort((one, other) => Number(other) - Number(one))
        .map((version) => join(debianFolder, version, 'bin'))
    : []),
]

const programs = ['initdb', 'postgres', 'pg_basebackup', 'pg_dump']

const folder = candidates().find((path) => programs.every((program) => existsSync(join(path, program))))

interface Identity {
  uid?: number
  gid?: number
}

const identify = (): Identity | undefined => {
  if (getuid?.() !== 0) return {}
  try {
    const [uid, gid] = ['-u', '-g'].map((what) => Number(execFileSync('id', [what, 'postgres'])))
    return { uid, gid } as Identity
  } catch {
    return undefined
  }
}

/** Who owns the folders of a server, and is its process; nobody else than this user unless that is root. */
export const identity = identify()

/** Why no server of one's own can be had here; false when it can. */
export const noServerHere: string | false =
  (folder === undefined && `PostgreSQL's programs (${programs.join(', ')}) are not installed`) ||
  (identity === undefined && 'root may not run a server, and there is no user called postgres')

export const startProgram = (program: string, words: readonly string[]) =>
  spawn(join(folder ?? '', program), words, {
    ...identity,
    cwd: '/',
    env: { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Its output; rejects with what it complained about. */
export const runProgram = async (program: string, words: readonly string[]): Promise<string> => {
  const child = startProgram(program, words)
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    said.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.stderr += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${program}: ${said.stderr}`)
  return said.stdout
}
