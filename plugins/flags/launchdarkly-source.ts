/** Flags from LaunchDarkly, or from its relay proxy, by streaming or polling. */
import type { FastifyBaseLogger } from 'fastify'
import { createFlagStatus } from './flag-status.ts'
import { type OpenFlagSource, openSdkClient } from './sdk-client.ts'
import { guardedUpdates } from './sound-messages.ts'

export interface LaunchDarklySettings {
  sdkKey: string
  mode: 'streaming' | 'polling'
  /** The SDK polls no more often than every 30 s. */
  pollIntervalSeconds: number
  baseUri?: string | undefined
  streamUri?: string | undefined
  eventsUri?: string | undefined
}

/** The SDK gives up on a poll after this long. */
const requestTimeoutSeconds = 10

/**
 * What a line of the SDK's log says of its data source, undefined if nothing: the SDK does not expose otherwise
 * whether it works, and these words are the same in every version 9. Should they change, evaluation is unharmed, an
 * outage would show as "up", and the tests would fail. Addresses stay in the log: the state is shown to callers.
 */
const dataSourceTrouble = (text: string): string | undefined => {
  const request = /\b(?:streaming|polling) request\b/.exec(text)?.[0]
  const cause = /\berror \d{3}\b|\bE[A-Z]{3,}\b/.exec(text)?.[0] ?? 'the connection broke'
  return request && `the ${request} to LaunchDarkly failed (${cause}) and is repeated`
}

/** A broken message is followed by others; only an HTTP answer such as 401 ends the SDK's attempts. */
const isPassing = (error: Error): boolean =>
  'kind' in error && (error.kind === 'INVALID_DATA' || error.kind === 'UNKNOWN')

/** For other answers than 401 the SDK's message is the bare status text. */
const describe = (error: Error): string =>
  'code' in error && typeof error.code === 'number'
    ? `LaunchDarkly answered ${error.code} ${error.message}`
    : error.message.replace(/\.$/, '')

export function openLaunchDarkly(settings: LaunchDarklySettings, log: FastifyBaseLogger): OpenFlagSource {
  const { sdkKey, mode, pollIntervalSeconds, baseUri, streamUri, eventsUri } = settings
  const status = createFlagStatus('launchdarkly', `LaunchDarkly answers (${mode})`, log)
  // A poll that finds nothing new delivers nothing, but one that fails says so: silence is success.
  const quietMs = mode === 'polling' ? (pollIntervalSeconds + requestTimeoutSeconds) * 1000 : undefined

  return openSdkClient({
    sdkKey,
    status,
    log,
    options: {
      stream: mode === 'streaming',
      pollInterval: pollIntervalSeconds,
      timeout: requestTimeoutSeconds,
      updateProcessor: guardedUpdates,
      application: { id: 'planning-engine' },
      ...(baseUri === undefined ? {} : { baseUri }),
      ...(streamUri === undefined ? {} : { streamUri }),
      ...(eventsUri === undefined ? {} : { eventsUri }),
    },
    onReceived: status.received,
    onTrouble(text) {
      const trouble = dataSourceTrouble(text)
      if (trouble !== undefined) status.troubled(trouble, quietMs)
    },
    onFailed(error) {
      if (isPassing(error)) status.troubled(error.message, quietMs)
      else status.failed(`${describe(error)}; the client has given up, mend the cause and restart`)
    },
  })
}
