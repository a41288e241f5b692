/** One plan's document: read, replace, delete. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { withDefaults } from '../../domain/amendment/amendment.ts'
import { checkAmendment } from '../../domain/amendment/contradictions.ts'
import type { NormalPlan } from '../../domain/plan/document.ts'
import type { Fault } from '../../domain/plan/faults.ts'
import type { StoredPlan } from '../../store/plan-row.ts'
import { findPlan } from '../find-plan.ts'
import { etagOf, requireVersion, versionConflict } from '../if-match.ts'
import { refuseFaults } from '../refuse-faults.ts'
import { ifMatchSchema, noContentSchema } from '../schemas.ts'
import { announceUnresolved } from './movements.ts'
import { normalForm } from './normal-form.ts'
import { mayAmend, requireCoachsWordKept, requireMayRemove } from './permissions.ts'
import { presentPlan } from './present.ts'
import { planParametersSchema, planReplacementSchema, planSchema, writeProblems } from './schemas.ts'

/** The stored amendment was not sent, so its faults are placed at what was. */
const storedAmendmentFaults = ({ amendment, amendmentVersion }: StoredPlan, plan: NormalPlan): Fault[] =>
  checkAmendment(withDefaults(amendment), plan).map(({ path, message, kind }) => ({
    path: '/microcycles',
    message: `${message} (${path} of the plan's stored amendment, version ${amendmentVersion})`,
    kind,
  }))

const documentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/:planId',
    {
      config: { problems: ['plan_not_found'] },
      schema: {
        operationId: 'readPlan',
        summary: 'Read a plan',
        tags: ['plans'],
        params: planParametersSchema,
        response: { 200: planSchema },
      },
    },
    async (request, reply) => {
      const stored = await findPlan(app.planStore, request.params.planId, request.user)
      reply.header('etag', etagOf(stored.version))
      return presentPlan(stored)
    },
  )

  app.put(
    '/:planId',
    {
      config: { problems: [...writeProblems, 'unknown_vocabulary', 'amendment_contradiction'] },
      schema: {
        operationId: 'replacePlan',
        summary: 'Replace a plan; its amendment stays; movements-unresolved as for a new plan',
        tags: ['plans'],
        params: planParametersSchema,
        headers: ifMatchSchema,
        body: planReplacementSchema,
        response: { 200: planSchema },
      },
    },
    async (request, reply) => {
      const before = await findPlan(app.planStore, request.params.planId, request.user)
      requireVersion(request.headers['if-match'], before.version, 'plan')
      const { name, description, coachId, microcycles } = request.body
      const after = normalForm(
        {
          name,
          ...(description !== undefined && { description }),
          ...(coachId !== undefined && { coachId }),
          microcycles,
        },
        app.movementLibrary,
      )
      if (!mayAmend(request.user, before.ownerId, before.coachId)) {
        requireCoachsWordKept(before.plan, after, withDefaults(before.amendment))
      }
      refuseFaults(storedAmendmentFaults(before, after))
      const stored = await app.planStore.replace(before.id, before.version, after)
      if (!stored) throw versionConflict('plan')
      reply.header('etag', etagOf(stored.version))
      announceUnresolved(app, reply, stored)
      return presentPlan(stored)
    },
  )

  app.delete(
    '/:planId',
    {
      config: { problems: writeProblems },
      schema: {
        operationId: 'deletePlan',
        summary: 'Delete a plan with its amendment',
        tags: ['plans'],
        params: planParametersSchema,
        headers: ifMatchSchema,
        response: { 204: noContentSchema },
      },
    },
    async (request, reply) => {
      const stored = await findPlan(app.planStore, request.params.planId, request.user)
      requireMayRemove(request.user, stored.ownerId)
      requireVersion(request.headers['if-match'], stored.version, 'plan')
      if (!(await app.planStore.remove(stored.id, stored.version))) throw versionConflict('plan')
      return reply.code(204).send(null)
    },
  )
}

export default documentRoutes
