/**
 * How many warm previews a second are answered as fast as they come, requests starting at random moments; and how the times
 * are spread at four fifths of that.
 */
import { short } from '../statistics.ts'
import { type Measured, measureLoad, type Target } from './measure-load.ts'
import type { Traffic } from './traffic.ts'

export interface Saturation {
  /** The highest rate tried that was kept up with. */
  readonly requestsASecond: number
  readonly tried: readonly { requestsASecond: number; p50Ms: number; p99Ms: number; keptUp: boolean }[]
  readonly atFourFifths: Pick<Measured, 'answered' | 'statuses' | 'senderShare' | 'processors' | 'errors'> & {
    readonly requestsASecond: number
    readonly p99ThroughMedian: number
  }
}

/** Behind a rate that is too high, the queue and with it every time grows for as long as the run lasts. */
const longestMedianMs = 100
const halvings = 5

const keepsUp = ({ answered, statuses, errors }: Measured): boolean =>
  answered.p50Ms <= longestMedianMs && errors === 0 && Object.keys(statuses).join() === '200'

export const benchSaturation = async (
  service: Target,
  traffic: Traffic,
  /** Previews a second of the closed loop, to begin at. */
  around: number,
  seconds: number,
  say: (line: string) => void,
): Promise<Saturation> => {
  const at = (requestsASecond: number): Promise<Measured> =>
    measureLoad([service], traffic.warm, { kind: 'open', requestsASecond }, seconds)
  const tried: Saturation['tried'][number][] = []
  let [low, high] = [around * 0.2, around * 1.4]
  for (let halving = 0; halving < halvings; halving += 1) {
    const requestsASecond = Math.round((low + high) / 2)
    const run = await at(requestsASecond)
    const keptUp = keepsUp(run)
    tried.push({ requestsASecond, p50Ms: run.answered.p50Ms, p99Ms: run.answered.p99Ms, keptUp })
    say(
      `${requestsASecond} a second: ${keptUp ? 'kept up with' : 'too many'}, median ${short(run.answered.p50Ms)} ms, sender ${short(run.senderShare)} of a processor`,
    )
    if (keptUp) low = requestsASecond
    else high = requestsASecond
  }
  const requestsASecond = Math.round(low)
  const { answered, statuses, senderShare, processors, errors } = await at(Math.round(requestsASecond * 0.8))
  const p99ThroughMedian = answered.p99Ms / answered.p50Ms
  say(
    `saturation ${requestsASecond} a second; at four fifths of it median ${short(answered.p50Ms)} ms, p99 ${short(answered.p99Ms)} ms: ${short(p99ThroughMedian)} times`,
  )
  return {
    requestsASecond,
    tried,
    atFourFifths: {
      requestsASecond: Math.round(requestsASecond * 0.8),
      answered,
      statuses,
      senderShare,
      processors,
      errors,
      p99ThroughMedian,
    },
  }
}
