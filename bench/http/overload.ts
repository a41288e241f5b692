/**
 * More than can be done: warm previews on twice the connections that are let in, and plans to search at several times the
 * rate that they are searched at. What is refused has to be refused at once; afterwards all is as before.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { short } from '../statistics.ts'
import type { LoadJob } from './load.ts'
import { answersOf, type Measured, measureLoad, type Target } from './measure-load.ts'
import { ask, type Supply, type Traffic } from './traffic.ts'

export interface Overload {
  readonly manner: LoadJob['manner']
  readonly answersASecond: number
  readonly answered: Measured['answered']
  readonly refused: Measured['refused']
  /** Neither 200 nor 503 with Retry-After, or nothing at all. */
  readonly failed: number
  /** From the end of the overload to the first of five warm previews in a row that are as quick as before it. */
  readonly recoveredAfterMs: number
}

const asBefore = 5
const longestRecoveryMs = 30_000

/** A warm preview asked alone, in milliseconds; none while it is refused. */
const quickest = async (service: Target, { warm }: Traffic): Promise<number> => {
  const startedMs = performance.now()
  await ask(service.address, warm[0]!).catch(() => undefined)
  return performance.now() - startedMs
}

const recovery = async (service: Target, traffic: Traffic, usualMs: number): Promise<number> => {
  const endedMs = performance.now()
  let [since, inARow] = [endedMs, 0]
  while (performance.now() - endedMs < longestRecoveryMs) {
    const startedMs = performance.now()
    const isFine = await ask(service.address, traffic.warm[0]!).then(
      () => performance.now() - startedMs <= usualMs * 3,
      () => false,
    )
    if (isFine && inARow === 0) since = startedMs
    inARow = isFine ? inARow + 1 : 0
    if (inARow === asBefore) return since - endedMs
    await sleep(20)
  }
  return Number.POSITIVE_INFINITY
}

export const benchOverload = async (
  service: Target,
  traffic: Traffic,
  requests: Traffic['warm'] | Supply,
  manner: LoadJob['manner'],
  seconds: number,
  say: (line: string) => void,
): Promise<Overload> => {
  const usual: number[] = []
  for (let turn = 0; turn < 50; turn += 1) usual.push(await quickest(service, traffic))
  const usualMs = usual.sort((one, other) => one - other)[45]!
  const run = await measureLoad([service], requests, manner, seconds)
  const recoveredAfterMs = await recovery(service, traffic, usualMs)
  const { answered, refused, answersASecond } = run
  const failed = answersOf(run) - answered.count - refused.withRetryAfter + run.errors
  say(
    `answered ${answered.count} (median ${short(answered.p50Ms)} ms, p99 ${short(answered.p99Ms)} ms), refused with Retry-After ${refused.withRetryAfter} (median ${short(refused.p50Ms)} ms, p99 ${short(refused.p99Ms)} ms), failed ${failed}; as before ${Math.round(recoveredAfterMs)} ms after the end`,
  )
  return { manner, answersASecond, answered, refused, failed, recoveredAfterMs }
}
