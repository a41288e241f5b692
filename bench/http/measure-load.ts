/** One load on one server, and what it cost that server. */
import type { ChildProcess } from 'node:child_process'
import { processorSeconds } from '../process-cost.ts'
import { type LoadJob, type LoadRequest, type LoadResult, runLoad } from './load.ts'
import { Supply } from './traffic.ts'

export interface Target {
  readonly address: string
  readonly child: ChildProcess
}

export interface Measured extends LoadResult {
  /** Of the servers' processor time, all threads, by answer of any status; NaN where the system does not tell. */
  readonly processorMicroseconds: number
  /** Processors that the servers kept busy. */
  readonly processors: number
}

const path = '/api/v1/time-crunch/preview'
/** No server here answers more in a second; a run never runs out of new requests below that. */
const mostASecond = 12_000

const processorSecondsOf = (targets: readonly Target[]): number =>
  targets.reduce((sum, { child }) => sum + processorSeconds(child.pid), 0)

export const answersOf = ({ statuses }: LoadResult): number =>
  Object.values(statuses).reduce((sum, count) => sum + count, 0)

export const measureLoad = async (
  targets: readonly Target[],
  requests: readonly LoadRequest[] | Supply,
  manner: LoadJob['manner'],
  seconds: number,
): Promise<Measured> => {
  const before = processorSecondsOf(targets)
  const result = await runLoad({
    urls: targets.map(({ address }) => address + path),
    requests: requests instanceof Supply ? requests.next(mostASecond * seconds) : requests,
    seconds,
    manner,
  })
  const spent = processorSecondsOf(targets) - before
  if (requests instanceof Supply) requests.spend(result.sent)
  return {
    ...result,
    processorMicroseconds: (spent / answersOf(result)) * 1e6,
    processors: spent / result.seconds,
  }
}
