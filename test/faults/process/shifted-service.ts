/** A service whose clock can be set, and tokens by that clock. */
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { signToken } from '../../../plugins/auth/sign-token.ts'
import { testSecret } from '../../helper.ts'
import { until } from '../../plugins/flags/harness.ts'
import { type Asked, type Serving, serve } from './serving.ts'

export const hourMs = 3_600_000
const hourSeconds = 3_600

export interface ShiftedService extends Serving {
  /** Resolves when the service goes by it. */
  setClock(shiftMs: number): Promise<void>
  /** What its clock says. */
  nowMs(): number
  /** As somebody with a token that was made just now, by the service's clock. */
  askAs(user: string, path: string, asked?: Asked): ReturnType<Serving['ask']>
}

/** Good for an hour from then. */
export const tokenAt = (atMs: number, subject: string): { authorization: string } => ({
  authorization: `Bearer ${signToken({
    secret: testSecret,
    issuer: 'planning-engine',
    audience: 'planning-engine',
    subject,
    roles: ['athlete'],
    issuedAtSeconds: Math.floor(atMs / 1_000),
    lifetimeSeconds: hourSeconds,
  })}`,
})

export const serveShifted = async (t: Test, settings: Record<string, string>): Promise<ShiftedService> => {
  const folder = await mkdtemp(join(tmpdir(), 'planning-clock-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'shift')
  await writeFile(file, '0')
  const preload = new URL('shift-clock.mjs', import.meta.url).href
  const service = await serve(t, {
    ...settings,
    CLOCK_SHIFT_FILE: file,
    NODE_OPTIONS: `--import=${preload}`,
  })
  let shift = 0
  const nowMs = () => Date.now() + shift

  return {
    ...service,
    nowMs,
    async setClock(shiftMs) {
      // Renamed into place: half a number would be another one.
      await writeFile(`${file}.next`, String(shiftMs))
      await rename(`${file}.next`, file)
      shift = shiftMs
      const isSet = async (): Promise<boolean> =>
        (await readFile(`${file}.seen`, 'utf8').catch(() => '')) === String(shiftMs)
      await until(isSet, 10_000, 'the clock')
    },
    askAs: (user, path, asked = {}) =>
      service.ask(path, { ...asked, headers: { ...tokenAt(nowMs(), user), ...asked.headers } }),
  }
}
