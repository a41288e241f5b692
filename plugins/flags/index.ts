/** Feature flags as `app.flags`: from LaunchDarkly, from a local file, or all off by the kill switch. */
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type {} from '../health.ts'
import { openFlagsFile } from './file-source.ts'
import type { FlagService } from './flag-service.ts'
import { createKillSwitch } from './kill-switch.ts'
import { openLaunchDarkly } from './launchdarkly-source.ts'
import type { OpenFlagSource } from './sdk-client.ts'
import { within } from './within.ts'

declare module 'fastify' {
  interface FastifyInstance {
    flags: FlagService
  }
}

export interface FlagsOptions {
  /** Wins over everything: every flag is off. */
  killSwitch?: boolean
  /** LaunchDarkly's SDK key; wins over `file`. */
  sdkKey?: string | undefined
  /** LaunchDarkly file data; by default the file beside this one, with the feature on. */
  file?: string | undefined
  mode?: 'streaming' | 'polling'
  baseUri?: string | undefined
  streamUri?: string | undefined
  eventsUri?: string | undefined
  /** The start waits no longer than this for flag values; what comes later is picked up. */
  startWaitMs?: number
  /** The close waits no longer than this for the last analytics events. */
  closeWaitMs?: number
  /** At least 30. */
  pollIntervalSeconds?: number
  fileCheckMs?: number
}

export const defaultFlagsFile = fileURLToPath(new URL('./flags.default.json', import.meta.url))

const openSource = (app: FastifyInstance, options: FlagsOptions): OpenFlagSource => {
  const { file = defaultFlagsFile, baseUri, streamUri, eventsUri } = options
  // A secret mounted from a file often ends in a line break, which no header may hold.
  const sdkKey = options.sdkKey?.trim()
  const { mode = 'streaming', pollIntervalSeconds = 30, fileCheckMs = 250 } = options
  return sdkKey
    ? openLaunchDarkly({ sdkKey, mode, pollIntervalSeconds, baseUri, streamUri, eventsUri }, app.log)
    : openFlagsFile({ path: file, checkMs: fileCheckMs }, app.log)
}

async function flags(app: FastifyInstance, options: FlagsOptions): Promise<void> {
  const { startWaitMs = 3_000, closeWaitMs = 2_000 } = options
  if (options.killSwitch) {
    app.decorate('flags', createKillSwitch())
    app.log.warn({ flagSource: 'kill_switch' }, app.flags.state().detail)
  } else {
    const source = openSource(app, options)
    app.addHook('onClose', () => source.close(closeWaitMs))
    app.decorate('flags', source.service)
    await within(source.started, startWaitMs)
  }

  if (app.hasDecorator('readiness')) {
    app.readiness.add('flags', () => {
      const { source, status, detail } = app.flags.state()
      // Never critical: without its flag source a pod serves the last known values, or the feature off.
      return { ok: status === 'up', detail: `${source} ${status}: ${detail}`, critical: false }
    })
  }
}

export default fp(flags, { name: 'flags' })
