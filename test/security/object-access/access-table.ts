/**
 * Who gets which answer from which operation, a row each. A route without a row fails the test: whoever adds one says here
 * whom it lets in. The columns are those of `callers`: nobody, owner, athlete, coach, other coach, curator, admin.
 */
import type { InjectOptions } from 'fastify'
import { document as draftDocument } from '../../routes/curation/curation-client.ts'
import {
  coachedPlan,
  curation,
  type DraftState,
  day,
  plans,
  type Situation,
  timeCrunch,
} from './situation.ts'

type Statuses = readonly [
  nobody: number,
  owner: number,
  athlete: number,
  coach: number,
  otherCoach: number,
  curator: number,
  admin: number,
]

export interface AccessRow {
  readonly request: (situation: Situation) => InjectOptions
  readonly statuses: Statuses
  readonly draft?: DraftState
  /** What it is about belongs to a plan, so to a stranger it is not there. */
  readonly ofPlan?: true
}

const everybody = (status: number): Statuses => [status, status, status, status, status, status, status]
const withToken = (status: number): Statuses => [401, status, status, status, status, status, status]
const ofPlan = (status: number, change: { owner?: number; coach?: number } = {}) => ({
  ofPlan: true as const,
  statuses: [401, change.owner ?? status, 404, change.coach ?? status, 404, 404, status] as Statuses,
})
const forCurators = (status: number, draft: DraftState = 'DRAFT') => ({
  statuses: [401, 403, 403, 403, 403, status, status] as Statuses,
  draft,
})

const asRead = { 'if-match': '"1"' }
const move = (name: string, payload: object = {}) => ({
  request: ({ draftId }: Situation): InjectOptions => ({
    method: 'POST',
    url: `${curation}/${draftId}/${name}`,
    payload,
  }),
})
const planPart = (part: string, options: InjectOptions = {}) => ({
  request: ({ planId }: Situation): InjectOptions => ({ url: `${plans}/${planId}${part}`, ...options }),
})
/** With the plan's id in the body. */
const post = (url: string, payload: object) => ({
  request: ({ planId }: Situation): InjectOptions => ({
    method: 'POST',
    url,
    payload: { planId, ...payload },
  }),
})
const anyRequest = (options: InjectOptions) => ({ request: () => options })

let names = 0

export const accessTable: Readonly<Record<string, AccessRow>> = {
  live: { ...anyRequest({ url: '/health/live' }), statuses: everybody(200) },
  ready: { ...anyRequest({ url: '/health/ready' }), statuses: everybody(200) },

  createPlan: {
    ...anyRequest({ method: 'POST', url: plans, payload: coachedPlan() }),
    statuses: withToken(201),
  },
  listPlans: { ...anyRequest({ url: plans }), statuses: withToken(200) },
  readPlan: { ...planPart(''), ...ofPlan(200) },
  replacePlan: {
    ...planPart('', { method: 'PUT', headers: asRead, payload: coachedPlan() }),
    ...ofPlan(200),
  },
  deletePlan: { ...planPart('', { method: 'DELETE', headers: asRead }), ...ofPlan(204, { coach: 403 }) },
  readAmendment: { ...planPart('/amendment'), ...ofPlan(200) },
  replaceAmendment: {
    ...planPart('/amendment', { method: 'PUT', headers: asRead, payload: { coreSetFloor: 3 } }),
    ...ofPlan(200, { owner: 403 }),
  },
  readPlanMovements: { ...planPart('/movements'), ...ofPlan(200) },
  readSessionOfDay: { ...planPart(`/sessions/day-1?date=${day}`), ...ofPlan(200) },
  readWeekBalance: { ...planPart('/weeks/1/balance'), ...ofPlan(200) },
  generatePlan: {
    ...anyRequest({
      method: 'POST',
      url: `${plans}/enhanced/generate`,
      payload: {
        goal: 'strength',
        experience: 'intermediate',
        daysPerWeek: 3,
        minutesPerSession: 60,
        equipment: ['barbell', 'dumbbell'],
      },
    }),
    statuses: withToken(200),
  },

  reportRpe: {
    ...post(`${plans}/feedback/rpe`, { sessionId: 'day-1', date: day, exerciseId: 'curl', rpe: 8 }),
    ...ofPlan(201),
  },
  reportPerformance: {
    ...post(`${plans}/feedback/performance`, {
      sessionId: 'day-1',
      date: day,
      exercises: [{ exerciseId: 'curl', completedSets: 2 }],
    }),
    ...ofPlan(201),
  },
  listFeedback: { ...planPart('/feedback'), ...ofPlan(200) },
  deleteFeedback: {
    request: ({ planId, feedbackId }) => ({
      method: 'DELETE',
      url: `${plans}/${planId}/feedback/${feedbackId}`,
    }),
    ...ofPlan(204),
  },
  readAdaptations: { ...planPart('/adaptations'), ...ofPlan(200) },
  // Nothing is proposed for it: 409 is as far as whoever may change the plan gets.
  applyAdaptations: {
    ...planPart('/adaptations/apply', {
      method: 'POST',
      headers: asRead,
      payload: { proposalIds: ['none'] },
    }),
    ...ofPlan(409),
  },

  previewTimeCrunch: { ...post(`${timeCrunch}/preview`, { targetMinutes: 30 }), ...ofPlan(200) },
  readTimeCrunchFrontier: { ...post(`${timeCrunch}/frontier`, { sessionId: 'day-1' }), ...ofPlan(200) },
  readTimeCrunchModel: { ...anyRequest({ url: `${timeCrunch}/model` }), statuses: withToken(200) },
  applyTimeCrunch: {
    ...post(`${timeCrunch}/apply`, { planVersion: 1, sessionId: 'day-1', date: day, targetMinutes: 30 }),
    ...ofPlan(201),
  },
  listApplications: {
    request: ({ planId }) => ({ url: `${timeCrunch}/applications?planId=${planId}` }),
    ...ofPlan(200),
  },
  revertApplication: {
    request: ({ applicationId }) => ({
      method: 'DELETE',
      url: `${timeCrunch}/applications/${applicationId}`,
    }),
    ...ofPlan(204),
  },

  searchMovements: { ...anyRequest({ url: '/api/v1/movements?search=squat' }), statuses: withToken(200) },
  readMovement: { ...anyRequest({ url: '/api/v1/movements/barbell-back-squat' }), statuses: withToken(200) },
  listAlternatives: {
    ...anyRequest({ url: '/api/v1/movements/barbell-back-squat/alternatives' }),
    statuses: withToken(200),
  },

  createMovementDraft: {
    request: () => {
      names += 1
      return { method: 'POST', url: curation, payload: draftDocument(`Stone carry number ${names}`) }
    },
    ...forCurators(201),
  },
  listMovementDrafts: { ...anyRequest({ url: curation }), ...forCurators(200) },
  readMovementDraft: { request: ({ draftId }) => ({ url: `${curation}/${draftId}` }), ...forCurators(200) },
  replaceMovementDraft: {
    request: ({ draftId }) => {
      names += 1
      return {
        method: 'PUT',
        url: `${curation}/${draftId}`,
        headers: asRead,
        payload: draftDocument(`Stone carry number ${names}`),
      }
    },
    ...forCurators(200),
  },
  readMovementDraftAudit: {
    request: ({ draftId }) => ({ url: `${curation}/${draftId}/audit` }),
    ...forCurators(200),
  },
  submitMovementDraft: { ...move('submit'), ...forCurators(200) },
  approveMovementDraft: { ...move('approve'), ...forCurators(200, 'READY_FOR_REVIEW') },
  requestMovementChanges: {
    ...move('request-changes', { comment: 'Name the grip' }),
    ...forCurators(200, 'READY_FOR_REVIEW'),
  },
  publishMovementDraft: { ...move('publish'), ...forCurators(200, 'APPROVED') },
  archiveMovementDraft: { ...move('archive'), ...forCurators(200, 'PUBLISHED') },
  searchPublishedMovements: {
    ...anyRequest({ url: '/api/internal/curation/library' }),
    ...forCurators(200),
  },
}

/** Routes that the contract does not list, and what they answer a caller without a token. */
export const routesBesideTheContract: Readonly<Record<string, number>> = {
  '/metrics': 200,
  '/openapi.json': 200,
  '/docs': 200,
  '/docs/': 200,
  '/docs/*': 404,
  '/docs/static/index.html': 302,
  '/docs/static/swagger-initializer.js': 200,
  '/docs/json': 200,
  '/docs/yaml': 200,
  '/api/v1/plans/feedback': 401,
}
