/** What the flag plugin's tests share: a bare Fastify with the plugin, its log as lines, and patience. */
import { Writable } from 'node:stream'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import flags, { type FlagsOptions } from '../../../plugins/flags/index.ts'
import { type LaunchDarklyOptions, startLaunchDarkly } from '../../stand-ins/launchdarkly/launchdarkly.ts'

export const flagKey = 'feature.stream5_time_crunch_mode'

export interface FlagApp extends FastifyInstance {
  logLines: string[]
}

/** Ready, and closed with the test. */
export async function startApp(t: Test, options: FlagsOptions): Promise<FlagApp> {
  const logLines: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      logLines.push(String(chunk))
      done()
    },
  })
  const app = Fastify({ logger: { level: 'debug', stream } })
  t.teardown(() => app.close())
  await app.register(flags, options)
  await app.ready()
  return Object.assign(app as unknown as FastifyInstance, { logLines })
}

export async function startStandIn(t: Test, options: LaunchDarklyOptions) {
  const standIn = await startLaunchDarkly(options)
  t.teardown(() => standIn.close())
  return standIn
}

/** Asks every few milliseconds; answers the milliseconds it took, or fails after `limitMs`. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  limitMs: number,
  what = 'the condition',
): Promise<number> {
  const start = performance.now()
  while (!(await condition())) {
    if (performance.now() - start > limitMs) throw new Error(`${what} did not come true within ${limitMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return performance.now() - start
}

export const countEnabled = async (app: FastifyInstance, users: readonly string[]): Promise<number> => {
  const answers = await Promise.all(users.map((user) => app.flags.isEnabled(flagKey, user)))
  return answers.filter(Boolean).length
}
