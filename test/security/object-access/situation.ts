/** A plan of athlete-1 with all that can be attached to it, and a draft of curator-1: made anew for every request. */
import type { FastifyInstance, InjectOptions } from 'fastify'
import { bearer } from '../../helper.ts'
import { document as draftDocument } from '../../routes/curation/curation-client.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'

export const plans = '/api/v1/plans'
export const timeCrunch = '/api/v1/time-crunch'
export const curation = '/api/internal/curation/movements'
export const day = '2026-03-02'

export interface Situation {
  readonly planId: string
  readonly sessionId: string
  readonly applicationId: string
  readonly feedbackId: string
  readonly draftId: string
}

export type DraftState = 'DRAFT' | 'READY_FOR_REVIEW' | 'APPROVED' | 'PUBLISHED'

export const coachedPlan = () => ({ ...smallPlan(), coachId: 'coach-1' })

const athlete = bearer('athlete-1')
const author = bearer('curator-1', ['curator'])
const reviewer = bearer('curator-3', ['curator'])

/** The moves that lead to a state, and who makes them. */
const wayTo: Record<DraftState, readonly [move: string, by: Record<string, string>][]> = {
  DRAFT: [],
  READY_FOR_REVIEW: [['submit', author]],
  APPROVED: [
    ['submit', author],
    ['approve', reviewer],
  ],
  PUBLISHED: [
    ['submit', author],
    ['approve', reviewer],
    ['publish', reviewer],
  ],
}

let drafts = 0

export const situations = (app: FastifyInstance) => {
  const make = async (options: InjectOptions): Promise<string> => {
    const response = await app.inject({ method: 'POST', ...options })
    if (response.statusCode >= 300) throw new Error(`${options.url}: ${response.body}`)
    return response.json().id
  }

  const plan = async (owner = athlete): Promise<Omit<Situation, 'draftId'>> => {
    const sessionId = 'day-1'
    const planId = await make({ url: plans, headers: owner, payload: coachedPlan() })
    const applicationId = await make({
      url: `${timeCrunch}/apply`,
      headers: owner,
      payload: { planId, planVersion: 1, sessionId, date: day, targetMinutes: 20 },
    })
    const feedbackId = await make({
      url: `${plans}/feedback/rpe`,
      headers: owner,
      payload: { planId, sessionId, date: day, exerciseId: 'squat', rpe: 8 },
    })
    return { planId, sessionId, applicationId, feedbackId }
  }

  const draft = async (state: DraftState): Promise<string> => {
    drafts += 1
    const draftId = await make({
      url: curation,
      headers: author,
      payload: draftDocument(`Sled drag number ${drafts}`),
    })
    for (const [move, by] of wayTo[state]) {
      await make({ url: `${curation}/${draftId}/${move}`, headers: by, payload: {} })
    }
    return draftId
  }

  return {
    plan,
    whole: async (state: DraftState = 'DRAFT'): Promise<Situation> => ({
      ...(await plan()),
      draftId: await draft(state),
    }),
  }
}
