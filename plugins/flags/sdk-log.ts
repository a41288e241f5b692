/** Passes the SDK's log on to the service's, without secrets, and without one line a request. */
import { format } from 'node:util'
import type { LDLogger } from '@launchdarkly/node-server-sdk'
import type { FastifyBaseLogger } from 'fastify'

type Level = 'debug' | 'info' | 'warn' | 'error'

/** `onTrouble` hears the text of every warning and error. */
export function createSdkLog(
  log: FastifyBaseLogger,
  secret: string,
  onTrouble: (text: string) => void,
): LDLogger {
  const clean = (text: string): string =>
    text.replaceAll(secret, '[redacted]').replace(/\/\/[^/\s@]*@/g, '//[redacted]@')
  const write =
    (level: Level) =>
    (...parts: unknown[]): void => {
      const text = clean(format(...parts))
      log[level]({ component: 'launchdarkly' }, text)
      if (level === 'warn' || level === 'error') onTrouble(text)
    }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}

const repeatAfterMs = 60_000
const rememberedMessages = 100

/** A warning that many requests would repeat is written once a minute. */
export function createThinnedWarning(log: FastifyBaseLogger): (message: string) => void {
  const writtenAtMs = new Map<string, number>()
  return (message) => {
    const nowMs = Date.now()
    if (nowMs - (writtenAtMs.get(message) ?? Number.NEGATIVE_INFINITY) < repeatAfterMs) return
    if (writtenAtMs.size >= rememberedMessages) writtenAtMs.clear()
    writtenAtMs.set(message, nowMs)
    log.warn({ component: 'flags' }, message)
  }
}
