/**
 * Two instances on two processors against one. On a machine of two processors the sender and PostgreSQL want theirs too, so
 * throughput says little; what scales is told by the processor time of a preview: as much with two instances as with one
 * means twice the previews where each has a processor to itself.
 */

import { startService } from '../start-service.ts'
import { short } from '../statistics.ts'
import { type Measured, measureLoad } from './measure-load.ts'
import { ask, type Traffic } from './traffic.ts'

export interface Instances {
  readonly one: Pick<Measured, 'answersASecond' | 'processorMicroseconds' | 'processors' | 'senderShare'>
  readonly two: Instances['one']
  /** Previews a second of two through one, as measured with everything on this machine. */
  readonly throughputRatio: number
  /** The same where each instance has its processor: twice, less what a preview costs more beside another instance. */
  readonly ratioByProcessor: number
}

const connections = 50

const told = ({
  answersASecond,
  processorMicroseconds,
  processors,
  senderShare,
}: Measured): Instances['one'] => ({
  answersASecond,
  processorMicroseconds,
  processors,
  senderShare,
})

export const benchInstances = async (
  databaseUrl: string,
  traffic: Traffic,
  settings: Readonly<Record<string, string>>,
  seconds: number,
  say: (line: string) => void,
): Promise<Instances> => {
  const services = [0, 1].map((processor) => startService(databaseUrl, { settings, processor }))
  const running = await Promise.all(services)
  try {
    // Warm, in both senses: answers kept, code compiled.
    for (const target of running) {
      for (const request of traffic.warm) await ask(target.address, request)
      await measureLoad([target], traffic.warm, { kind: 'closed', connections }, seconds)
    }
    const one = told(
      await measureLoad(running.slice(0, 1), traffic.warm, { kind: 'closed', connections }, seconds),
    )
    const two = told(
      await measureLoad(running, traffic.warm, { kind: 'closed', connections: connections * 2 }, seconds),
    )
    const throughputRatio = two.answersASecond / one.answersASecond
    const ratioByProcessor = (2 * one.processorMicroseconds) / two.processorMicroseconds
    say(
      `one instance ${Math.round(one.answersASecond)} a second, two ${Math.round(two.answersASecond)}: ${short(throughputRatio)} times, with sender and database on the same processors; by processor time ${short(ratioByProcessor)} times`,
    )
    return { one, two, throughputRatio, ratioByProcessor }
  } finally {
    await Promise.all(running.map((service) => service.stop()))
  }
}
