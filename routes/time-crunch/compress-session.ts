/** One session of a plan compressed to a target, audited before anybody gets to see it. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AppliedSession } from '../../domain/applications/applied-session.ts'
import type { SessionAnswer } from '../../domain/compressor/answer.ts'
import { ratio } from '../../domain/compressor/session-planner.ts'
import { strategyOf } from '../../domain/compressor/strategy.ts'
import { tellSwaps } from '../../domain/movements/tell-swaps.ts'
import type { PreparedPlan } from '../../plugins/compressor/compressor-service.ts'
import { problem } from '../../problems.ts'
import { refuseViolations } from './refuse-violations.ts'
import { swapDay } from './swap-day.ts'

/** Throws 422 for a session without exercises, and where the answer must not be sent. */
export const compressSession = async (
  app: FastifyInstance,
  request: Pick<FastifyRequest, 'log' | 'computation'>,
  plan: PreparedPlan,
  asked: { sessionId: string; targetMinutes: number; unavailableEquipment: readonly string[] | undefined },
): Promise<AppliedSession> => {
  const { sessionId, targetMinutes, unavailableEquipment } = asked
  const selection = { by: 'ids', ids: new Set([sessionId]) } as const
  const day = unavailableEquipment && (await swapDay(app, plan, selection, unavailableEquipment))
  const planners = await app.compressor.planners(day?.plan ?? plan, selection)
  if (planners.every(({ isEmpty }) => isEmpty)) {
    const why = day ? ' that can be done without this equipment' : ''
    throw problem('plan_not_compressible', `The session holds no exercise${why}`)
  }
  const answers: SessionAnswer[] = []
  await app.compressor.eachAnswer(planners, targetMinutes, (audited) => {
    refuseViolations(app, request, audited, { planId: plan.id, planVersion: plan.version, targetMinutes })
    answers.push(audited.answer)
  })
  const answer = answers[0]!
  return day ? tellSwaps(answer, day.swaps.get(sessionId) ?? []) : answer
}

/** An answer that is on its way to a client, for the metrics. */
export const countSession = (app: FastifyInstance, answer: AppliedSession): void => {
  const { outcome, segments, compressedDurationSeconds, originalDurationSeconds } = answer
  app.timeCrunchMetrics.session(
    outcome,
    strategyOf([outcome], new Set(segments.map(({ kind }) => kind))),
    ratio(compressedDurationSeconds, originalDurationSeconds),
  )
}
