/** Posts a text where people read it, in the form that Slack and those who imitate it take. */

import { fetchFault } from './fetch-fault.ts'

export interface WebhookOptions {
  readonly url: string
  readonly timeoutMs?: number
  /** Hears what went wrong; the address is a secret and is not part of it. */
  readonly onFault: (sentence: string) => void
}

/** Never rejects: a rollout does not depend on who hears of it. */
export const createWebhook =
  ({ url, timeoutMs = 5_000, onFault }: WebhookOptions) =>
  async (text: string): Promise<void> => {
    try {
      const { ok, status, body } = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      await body?.cancel()
      if (!ok) onFault(`the webhook answered ${status}`)
    } catch (error) {
      onFault(`the webhook can't be reached: ${fetchFault(error, timeoutMs)}`)
    }
  }
