/** A compressed session becomes what is done on one day; the plan itself stays as it is. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Static } from '@sinclair/typebox'
import type { FastifyReply } from 'fastify'
import { problem } from '../../problems.ts'
import type { StoredApplication } from '../../store/application-row.ts'
import type { Applied } from '../../store/application-store.ts'
import type { Answer } from '../../store/idempotency-store.ts'
import { findPlan, findPlanVersion } from '../find-plan.ts'
import { versionConflict } from '../if-match.ts'
import { answerOnce, requestKeyOf, requestKeySchema } from '../request-key.ts'
import { dayToApply } from '../training-day.ts'
import { applicationSchema, applyRequestSchema } from './application-schemas.ts'
import { compressSession, countSession } from './compress-session.ts'
import { computationOf } from './computation.ts'
import { programmeDigest } from './in-force.ts'
import { findSession } from './select-sessions.ts'
import { equipmentOf } from './swap-day.ts'

type Application = Static<typeof applicationSchema>

const present = ({
  id,
  planId,
  planVersion,
  sessionId,
  date,
  targetMinutes,
  unavailableEquipment,
  session,
}: StoredApplication): Application =>
  ({
    id,
    planId,
    planVersion,
    sessionId,
    date,
    targetMinutes,
    ...(unavailableEquipment.length > 0 && { unavailableEquipment }),
    session,
  }) as Application

const answerOf = (applied: Applied): Answer<Application> => {
  switch (applied.outcome) {
    case 'applied':
      return { status: 201, body: present(applied.application) }
    case 'repeated':
      return { status: 200, body: present(applied.application) }
    case 'plan_changed':
      throw versionConflict('plan')
    case 'plan_gone':
      throw problem('plan_not_found', 'The plan has been deleted in the meantime')
  }
}

const applyRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/apply',
    {
      config: {
        problems: [
          'feature_not_available',
          'plan_not_found',
          'session_not_found',
          'version_conflict',
          'state_conflict',
          'plan_not_compressible',
          'unknown_vocabulary',
        ],
      },
      schema: {
        operationId: 'applyTimeCrunch',
        summary: 'Do a compressed session on one day; another target on that day takes its place',
        tags: ['time-crunch'],
        headers: requestKeySchema,
        body: applyRequestSchema,
        response: { 200: applicationSchema, 201: applicationSchema },
      },
    },
    async (request, reply) => {
      const { planId, planVersion, sessionId, targetMinutes } = request.body
      const unavailableEquipment =
        request.body.unavailableEquipment && equipmentOf(request.body.unavailableEquipment)
      const { user } = request
      const date = dayToApply(request.body.date)
      const version = await findPlanVersion(app.planStore, planId, user)
      const requestKey = requestKeyOf('apply', user, request.headers['idempotency-key'], request.body)
      const known = requestKey && (await app.idempotencyStore.find<Application>(requestKey))
      if (known) return answerOnce(reply as FastifyReply, known)

      const plan =
        version.version === planVersion
          ? await app.compressor.prepare(version, () => findPlan(app.planStore, planId, user))
          : undefined
      if (plan?.version !== planVersion) throw versionConflict('plan')
      const { document } = findSession(plan, sessionId)
      request.computation = computationOf(app, plan, { isSwapped: unavailableEquipment !== undefined })
      const session = await compressSession(app, request, plan, {
        sessionId,
        targetMinutes,
        unavailableEquipment,
      })
      const once = await app.idempotencyStore.once(requestKey, async (transaction) =>
        answerOf(
          await app.applicationStore.apply(transaction, {
            planId: plan.id,
            planVersion,
            sessionId,
            date,
            targetMinutes,
            unavailableEquipment: unavailableEquipment ?? [],
            programmeDigest: programmeDigest(document, plan.amendment, unavailableEquipment ?? []),
            session,
            appliedBy: user.id,
          }),
        ),
      )
      countSession(app, session)
      return answerOnce(reply as FastifyReply, once)
    },
  )
}

export default applyRoute
