/** How many connections are in use once the service has nothing to do; its own looks at the database take a moment each. */
import { setTimeout as sleep } from 'node:timers/promises'

const longestMs = 10_000
const pollMs = 10

/** 0, or what was still in use when that had not come for ten seconds: connections that nobody will give back. */
export const connectionsLost = async (inUse: () => number | Promise<number>): Promise<number> => {
  const untilMs = performance.now() + longestMs
  for (;;) {
    const used = await inUse()
    if (used === 0 || performance.now() > untilMs) return used
    await sleep(pollMs)
  }
}
