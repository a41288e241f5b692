/** The replay as somebody types it, with the build that failed or another one. */
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

export const brokenBuild = {
  NODE_OPTIONS: `--import=tsx --import=${new URL('broken-build.mjs', import.meta.url).href}`,
}

export interface Replayed {
  readonly out: string
  readonly err: string
  readonly code: number | null
}

/** `log` goes to its standard input. */
export const replay = async (
  databaseUrl: string,
  options: readonly string[],
  { log = '', settings = {} }: { log?: string; settings?: Record<string, string> } = {},
): Promise<Replayed> => {
  const child = spawn(process.execPath, ['--import=tsx', 'scripts/replay.ts', ...options], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, LOG_LEVEL: 'fatal', ...settings },
  })
  child.stdin.on('error', () => {}).end(log)
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ])
  return { out, err, code }
}
