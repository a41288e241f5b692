/** The balance of a plan's week: fractional sets a muscle, as planned and with what was applied. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { minimumWeeklySets } from '../../domain/balance/parameters.ts'
import { droppedSets, weekBalance } from '../../domain/balance/week-balance.ts'
import { daysLater, isMonday } from '../../domain/calendar/calendar-day.ts'
import { prepareSession } from '../../domain/clock/prepare-session.ts'
import type { PreparedPlan, PreparedSession } from '../../plugins/compressor/compressor-service.ts'
import { problem } from '../../problems.ts'
import type { Days } from '../../store/application-store.ts'
import { findPlan, findPlanVersion } from '../find-plan.ts'
import { isInForce, seesApplications } from '../time-crunch/in-force.ts'
import { requireDay } from '../training-day.ts'
import { balanceSchema, weekParametersSchema, weekQuerySchema } from './day-schemas.ts'

const calendarWeek = (from: string | undefined): Required<Days> | undefined => {
  if (from === undefined) return undefined
  if (isMonday(requireDay('from', from))) return { from, to: daysLater(from, 6) }
  throw problem('invalid_request', 'from is not a Monday', {
    errors: [{ path: '/from', message: 'must be a Monday: weeks start with it' }],
  })
}

const sessionsOf = (plan: PreparedPlan, week: string): PreparedSession[] => {
  const sessions = plan.sessions.filter(({ weekNumber }) => String(weekNumber) === week)
  if (sessions.length > 0) return sessions
  throw problem('session_not_found', `The plan has no sessions in a week "${week}"`)
}

const balanceRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/:planId/weeks/:week/balance',
    {
      config: { problems: ['plan_not_found', 'session_not_found'] },
      schema: {
        operationId: 'readWeekBalance',
        summary: 'Fractional sets a muscle in a week, as planned and with what was applied',
        tags: ['plans'],
        params: weekParametersSchema,
        querystring: weekQuerySchema,
        response: { 200: balanceSchema },
      },
    },
    async (request) => {
      const { planId, week } = request.params
      const days = calendarWeek(request.query.from)
      const version = await findPlanVersion(app.planStore, planId, request.user)
      const plan = await app.compressor.prepare(version, () => findPlan(app.planStore, planId, request.user))
      const sessions = sessionsOf(plan, week)
      const ids = sessions.map(({ document }) => document.id)
      const latest = (await seesApplications(app, request.user))
        ? await app.applicationStore.latest(plan.id, ids, days)
        : []
      const found = new Map(latest.map((application) => [application.sessionId, application]))
      const trained = sessions.map(({ document, weekNumber }) => {
        const application = found.get(document.id)
        const inForce = application !== undefined && isInForce(application, document, plan.amendment)
        return {
          programmed: prepareSession(document, weekNumber),
          application: inForce ? application : null,
          applied: inForce ? application.session : null,
        }
      })
      const { muscles, cardio } = weekBalance(trained)
      return {
        planId: plan.id,
        planVersion: plan.version,
        week: Number(week),
        from: days?.from ?? null,
        to: days?.to ?? null,
        minimum: minimumWeeklySets,
        muscles: [...muscles],
        cardio,
        sessions: trained.map(({ application, ...session }) => ({
          sessionId: session.programmed.id,
          name: session.programmed.name,
          dayOfWeek: session.programmed.dayOfWeek,
          applied: application && {
            applicationId: application.id,
            date: application.date,
            targetMinutes: application.targetMinutes,
          },
          dropped: droppedSets(session),
        })),
      }
    },
  )
}

export default balanceRoute
