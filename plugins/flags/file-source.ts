/** Flags from a local file in LaunchDarkly's file-data format: no account, no network, the SDK's own evaluation. */
import type { FastifyBaseLogger } from 'fastify'
import { createFileFeed } from './file-feed.ts'
import { createFlagStatus } from './flag-status.ts'
import { watchFlagsFile } from './flags-file-watch.ts'
import { type OpenFlagSource, openSdkClient } from './sdk-client.ts'

export interface FileSettings {
  path: string
  /** How often the file is read. */
  checkMs: number
}

export function openFlagsFile({ path, checkMs }: FileSettings, log: FastifyBaseLogger): OpenFlagSource {
  const status = createFlagStatus('file', 'the flags file is in force', log)
  const feed = createFileFeed()
  let onFirstFault: (() => void) | undefined
  const firstFault = new Promise<void>((resolve) => {
    onFirstFault = resolve
  })

  const source = openSdkClient({
    // The SDK wants a key; without events and network it is never sent.
    sdkKey: 'flags-file',
    status,
    log,
    options: { updateProcessor: feed.updateProcessor, sendEvents: false, diagnosticOptOut: true },
    onReceived: status.received,
    onTrouble() {},
    onFailed: (error) => status.troubled(error.message),
  })

  const stopWatching = watchFlagsFile(path, checkMs, {
    // Also a mended file that says what it said before goes to the SDK: its delivery is what ends the trouble.
    onGood: feed.offer,
    onFault(fault) {
      // The state is shown to callers, the path is for the log.
      log.warn({ flagsFile: path }, `the flags file ${fault}`)
      status.troubled(`the flags file ${fault}`)
      onFirstFault?.()
    },
  })

  return {
    service: source.service,
    started: Promise.race([source.started, firstFault]),
    close(closeWaitMs) {
      stopWatching()
      return source.close(closeWaitMs)
    },
  }
}
