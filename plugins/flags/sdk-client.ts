/** One LaunchDarkly client, with what both of its sources need: our store, our log, a bounded start and end. */
import { init, type LDClient, type LDOptions } from '@launchdarkly/node-server-sdk'
import type { FastifyBaseLogger } from 'fastify'
import { createFlagEvaluation } from './flag-evaluation.ts'
import type { FlagService } from './flag-service.ts'
import type { FlagStatusKeeper } from './flag-status.ts'
import { createFlagStore } from './flag-store.ts'
import { createSdkLog, createThinnedWarning } from './sdk-log.ts'
import { within } from './within.ts'

/** A flag source that runs: the questions, and what opening it obliges to. */
export interface OpenFlagSource {
  readonly service: FlagService
  /** Resolves at the first word on flag values: there they are, or not for now. May never come; never rejects. */
  readonly started: Promise<void>
  /** Sends what is left of the analytics events, for at most `closeWaitMs`, and lets go of everything. */
  close(closeWaitMs: number): Promise<void>
}

export interface SdkClientSettings {
  readonly sdkKey: string
  readonly options: LDOptions
  readonly status: FlagStatusKeeper
  readonly log: FastifyBaseLogger
  /** Hears of every delivery of flag data. */
  onReceived(): void
  /** Hears every warning and error of the SDK. */
  onTrouble(text: string): void
  /** The data source has reported an error that the SDK holds for final. */
  onFailed(error: Error): void
}

const firstWord = (client: LDClient): Promise<void> =>
  new Promise((resolve) => {
    client.once('ready', () => resolve())
    client.once('failed', () => resolve())
  })

export function openSdkClient(settings: SdkClientSettings): OpenFlagSource {
  const { sdkKey, options, status, log } = settings
  const warn = createThinnedWarning(log)
  const store = createFlagStore(settings.onReceived)
  const logger = createSdkLog(log, sdkKey, settings.onTrouble)
  const client = init(sdkKey, { ...options, logger, featureStore: store })
  const started = firstWord(client)
  client.on('failed', settings.onFailed)
  client.on('error', (error: Error) => warn(error.message))

  return {
    service: createFlagEvaluation(client, store, status, warn),
    started,
    async close(closeWaitMs) {
      await within(client.flush(), closeWaitMs)
      client.close()
    },
  }
}
