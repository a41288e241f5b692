/** What there is to be found: a plan and what is attached to it, renewed before fuzzing has worn it out. */
import type { FastifyInstance, InjectOptions } from 'fastify'
import { bearer } from '../../helper.ts'
import { type DraftState, type Situation, situations } from '../object-access/situation.ts'
import type { FuzzCaller, FuzzRequest } from './fuzz-request.ts'

const all = ['athlete', 'coach', 'curator', 'admin']
const headersOf: Readonly<Record<FuzzCaller, Record<string, string>>> = {
  everything: bearer('athlete-1', all),
  owner: bearer('athlete-1'),
  stranger: bearer('athlete-2'),
  curator: bearer('curator-2', ['curator']),
  nobody: {},
}

/** Writes that found it as it was, and requests in all: the first leave too little, the others too often the same. */
const writesOfAWorld = 2
const requestsOfAWorld = 12
const draftStates: DraftState[] = ['DRAFT', 'READY_FOR_REVIEW', 'APPROVED', 'PUBLISHED']

export const createWorld = (app: FastifyInstance) => {
  const { whole } = situations(app)
  let situation: Situation | undefined
  let worlds = 0
  let sent = 0
  let written = 0
  let count = 0

  const filled = (text: string, { planId, applicationId, feedbackId, draftId }: Situation): string =>
    text
      .replaceAll('<planId>', planId)
      .replaceAll('<applicationId>', applicationId)
      .replaceAll('<feedbackId>', feedbackId)
      .replaceAll('<draftId>', draftId)
      .replaceAll('<count>', String(count))

  /** The request as it is sent, with the ids of now. */
  const optionsOf = (request: FuzzRequest, method: string, there: Situation): InjectOptions => {
    const { payload } = request
    return {
      method: method as 'GET',
      url: filled(request.url, there),
      headers: { ...payload?.headers, ...request.headers, ...headersOf[request.caller] },
      ...(payload && { payload: Buffer.from(filled(payload.bytes.toString('latin1'), there), 'latin1') }),
    }
  }

  return {
    async send(request: FuzzRequest, method: string) {
      if (situation === undefined || sent >= requestsOfAWorld || written >= writesOfAWorld) {
        situation = await whole(draftStates[worlds % draftStates.length])
        worlds += 1
        sent = 0
        written = 0
      }
      count += 1
      const answer = await app.inject(optionsOf(request, method, situation))
      sent += 1
      if (method !== 'GET' && answer.statusCode < 300) written += method === 'DELETE' ? writesOfAWorld : 1
      return answer
    },
  }
}
