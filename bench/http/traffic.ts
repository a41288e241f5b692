/** The kinds of previews that are asked for, by what the service knows already when they come. */

import { headersOf } from '../tokens.ts'
import type { LoadRequest } from './load.ts'
import { copyPlans, importDemoPlans, importPlan, type OwnedPlan, unheardOfPlan } from './plans.ts'

const [shortest, longest] = [15, 180]
const warmTarget = 30
const users = 20

const previewOf = ({ id, headers }: OwnedPlan, targetMinutes: number): LoadRequest => ({
  headers,
  body: JSON.stringify({ planId: id, targetMinutes }),
})

/** Requests that are never asked twice: what was sent is gone. */
export class Supply {
  #requests: readonly LoadRequest[]

  constructor(requests: readonly LoadRequest[]) {
    this.#requests = requests
  }

  get left(): number {
    return this.#requests.length
  }

  next(most: number): readonly LoadRequest[] {
    return this.#requests.slice(0, most)
  }

  /** Throws when more were sent than there were: the last of them were no longer new. */
  spend(sent: number): void {
    if (sent > this.#requests.length)
      throw new Error(`${sent} new previews were sent, of ${this.#requests.length}`)
    this.#requests = this.#requests.slice(sent)
  }
}

export interface Traffic {
  /** Asked before, and kept: the same few plans and targets of many users. */
  readonly warm: readonly LoadRequest[]
  /** Body of each warm request, and its answer. */
  readonly answers: Readonly<Record<string, string>>
  /** Plans that are kept ready and solved, each time at a target that was not asked for: no answer is kept. */
  readonly newTargets: Supply
  /** Plans that this service has not seen or has forgotten, their sessions solved for somebody else: only solutions are kept. */
  readonly newPlans: Supply
  /** Sessions that nobody ever asked for: nothing is kept, every session is searched. */
  readonly newSessions: Supply
}

export interface TrafficSize {
  /** Plans kept ready, each with a new target 165 times. */
  readonly readyPlans: number
  readonly forgottenPlans: number
  readonly newSessionPlans: number
}

export const ask = async (address: string, { headers, body }: LoadRequest): Promise<string> => {
  const answer = await fetch(`${address}/api/v1/time-crunch/preview`, { method: 'POST', headers, body })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`a preview was answered with ${answer.status}: ${text}`)
  return text
}

/** Of every plan at every target, targets outermost, so that a plan comes up again only after all the others. */
const everyTarget = (plans: readonly OwnedPlan[], from: number): LoadRequest[] =>
  Array.from({ length: longest - from + 1 }, (_, index) =>
    plans.map((plan) => previewOf(plan, from + ((index * 7) % (longest - from + 1)))),
  ).flat()

export const prepareTraffic = async (
  address: string,
  databaseUrl: string,
  size: TrafficSize,
  say: (line: string) => void,
): Promise<Traffic> => {
  say(`importing the demo plans of ${users} users …`)
  const plans = await importDemoPlans(address, users)
  const warm = plans.map((plan) => previewOf(plan, warmTarget))
  const answers: Record<string, string> = {}
  for (const request of warm) answers[request.body] = await ask(address, request)

  say(`importing ${size.newSessionPlans} plans that are like no other …`)
  const unheardOf: OwnedPlan[] = []
  for (let turn = 0; turn < size.newSessionPlans; turn += 1) {
    unheardOf.push(await importPlan(address, unheardOfPlan(turn), headersOf(`athlete-${1 + (turn % users)}`)))
  }
  say(`copying ${size.forgottenPlans + size.readyPlans} plans …`)
  const copies = await copyPlans(
    databaseUrl,
    plans,
    Math.ceil((size.forgottenPlans + size.readyPlans) / plans.length),
  )
  const ready = copies.slice(0, size.readyPlans)
  for (const plan of ready) await ask(address, previewOf(plan, shortest))
  return {
    warm,
    answers,
    newTargets: new Supply(everyTarget(ready, shortest + 1)),
    newPlans: new Supply(everyTarget(copies.slice(size.readyPlans), shortest)),
    newSessions: new Supply(unheardOf.map((plan) => previewOf(plan, warmTarget))),
  }
}
