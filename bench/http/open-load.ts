/**
 * Requests that start at random moments (a Poisson process) of a mean rate, as those of many people do. Autocannon's own
 * rates send each second's share as one burst, which would measure the burst.
 */
import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { seededRandom } from '../../test/domain/compressor/oracle/seeded-random.ts'
import type { Answers } from './answers.ts'
import type { LoadJob } from './load.ts'

/** Nobody waits longer; whatever comes then counts as an error. */
const timeoutMs = 60_000

export const openLoad = async (job: LoadJob, requestsASecond: number, answers: Answers): Promise<void> => {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, scheduling: 'fifo' })
  const random = seededRandom(1)
  const pending = new Set<Promise<void>>()

  const send = (dueMs: number): Promise<void> =>
    new Promise((resolve) => {
      const index = answers.send()
      const failed = (): void => {
        answers.addError()
        resolve()
      }
      const answered = (response: IncomingMessage): void => {
        response.resume()
        response.once('end', () => {
          const { statusCode = 0, headers: told } = response
          answers.add(statusCode, performance.now() - dueMs, told['retry-after'] !== undefined)
          resolve()
        })
        response.once('error', failed)
      }
      const { headers, body } = job.requests[index % job.requests.length]!
      const sent = request(job.urls[index % job.urls.length]!, {
        agent,
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        timeout: timeoutMs,
      })
      sent
        .once('response', answered)
        .once('timeout', () => sent.destroy())
        .once('error', failed)
        .end(body)
    })

  const startMs = performance.now()
  const endMs = startMs + job.seconds * 1_000
  let dueMs = startMs
  while (dueMs < endMs) {
    const waitMs = dueMs - performance.now()
    if (waitMs > 1) await sleep(waitMs)
    const one = send(dueMs).finally(() => pending.delete(one))
    pending.add(one)
    dueMs += (-Math.log(1 - random.next()) / requestsASecond) * 1_000
  }
  await Promise.all(pending)
  agent.destroy()
}
