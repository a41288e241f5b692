/** A plan compressed to the minutes an athlete has: every session answered, audited, and added up. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { SessionAnswer } from '../../domain/compressor/answer.ts'
import type { AuditedAnswer, Values } from '../../domain/compressor/session-planner.ts'
import { ratio } from '../../domain/compressor/session-planner.ts'
import { strategyOf } from '../../domain/compressor/strategy.ts'
import { problem } from '../../problems.ts'
import { findPlan } from '../plans/find-plan.ts'
import { refuseViolations } from './refuse-violations.ts'
import { previewAnswerSchema, previewRequestSchema } from './schemas.ts'
import { selectSessions } from './select-sessions.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const strategyOfSessions = (sessions: readonly SessionAnswer[]) =>
  strategyOf(
    sessions.map(({ outcome }) => outcome),
    new Set(sessions.flatMap(({ segments }) => segments.map(({ kind }) => kind))),
  )

/** ΣV/ΣV programmed and ΣG/ΣG programmed. */
const retainedOf = (values: readonly AuditedAnswer['values'][]) => {
  const whole = (of: (values: Values) => number): number =>
    ratio(sum(values.map(({ after }) => of(after))), sum(values.map(({ before }) => of(before))))
  return { size: whole(({ size }) => size), strength: whole(({ strength }) => strength) }
}

const previewRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/preview',
    {
      schema: {
        operationId: 'previewTimeCrunch',
        summary: 'Compress a plan to the minutes there are; nothing is stored',
        tags: ['time-crunch'],
        body: previewRequestSchema,
        response: { 200: previewAnswerSchema },
      },
    },
    async (request) => {
      const { planId, targetMinutes, ...asked } = request.body
      const stored = await findPlan(app.planStore, planId, request.user)
      const selection = selectSessions(stored.plan, asked)
      const planners = await app.compressor.planners(stored, selection)
      if (planners.every((planner) => planner.isEmpty)) {
        throw problem('plan_not_compressible', 'The selected sessions hold no exercise')
      }
      const answers = await app.compressor.answers(planners, targetMinutes)
      refuseViolations(app, request.log, answers, {
        planId: stored.id,
        planVersion: stored.version,
        targetMinutes,
      })
      const sessions = answers.map(({ answer }) => answer)
      for (const session of sessions) {
        app.timeCrunchMetrics.session(
          session.outcome,
          strategyOfSessions([session]),
          ratio(session.compressedDurationSeconds, session.originalDurationSeconds),
        )
      }
      return {
        planId: stored.id,
        planVersion: stored.version,
        targetMinutes,
        originalDurationSeconds: sum(sessions.map((session) => session.originalDurationSeconds)),
        compressedDurationSeconds: sum(sessions.map((session) => session.compressedDurationSeconds)),
        meetsTimeConstraint: sessions.every((session) => session.meetsTimeConstraint),
        strategy: strategyOfSessions(sessions),
        retained: retainedOf(answers.map(({ values }) => values)),
        sessions,
      }
    },
  )
}

export default previewRoute
