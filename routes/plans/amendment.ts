/** The amendment of a plan: what its coach decided, read with every default filled in, replaced as a whole. */
import type { FastifyPluginAsyncTypebox, Static } from '@fastify/type-provider-typebox'
import { withDefaults } from '../../domain/amendment/amendment.ts'
import { checkAmendment } from '../../domain/amendment/contradictions.ts'
import type { AmendmentDocument } from '../../domain/plan/document.ts'
import { problem } from '../../problems.ts'
import { findPlan } from '../find-plan.ts'
import { etagOf, requireVersion, versionConflict } from '../if-match.ts'
import { refuseFaults } from '../refuse-faults.ts'
import { ifMatchSchema } from '../schemas.ts'
import { requireMayAmend } from './permissions.ts'
import { presentAmendment } from './present.ts'
import {
  amendmentReplacementSchema,
  planParametersSchema,
  versionedAmendmentSchema,
  writeProblems,
} from './schemas.ts'

/** The amendment in a body of either form, and where in the body it stands. */
const sentAmendment = ({
  version: _,
  amendment,
  ...bare
}: Static<typeof amendmentReplacementSchema>): [document: AmendmentDocument, path: string] => {
  if (amendment === undefined) return [bare, '']
  const [beside] = Object.keys(bare)
  if (beside === undefined) return [amendment, '/amendment']
  throw problem('invalid_request', 'The amendment is sent twice', {
    errors: [{ path: `/${beside}`, message: 'stands beside amendment; send one form or the other' }],
  })
}

const amendmentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/:planId/amendment',
    {
      config: { problems: ['plan_not_found'] },
      schema: {
        operationId: 'readAmendment',
        summary: "Read a plan's amendment",
        tags: ['plans'],
        params: planParametersSchema,
        response: { 200: versionedAmendmentSchema },
      },
    },
    async (request, reply) => {
      const stored = await findPlan(app.planStore, request.params.planId, request.user)
      reply.header('etag', etagOf(stored.amendmentVersion))
      return presentAmendment(stored)
    },
  )

  app.put(
    '/:planId/amendment',
    {
      config: { problems: [...writeProblems, 'amendment_contradiction'] },
      schema: {
        operationId: 'replaceAmendment',
        summary: "Replace a plan's amendment; the plan's version rises too",
        tags: ['plans'],
        params: planParametersSchema,
        headers: ifMatchSchema,
        body: amendmentReplacementSchema,
        response: { 200: versionedAmendmentSchema },
      },
    },
    async (request, reply) => {
      const { user } = request
      const [document, prefix] = sentAmendment(request.body)
      const before = await findPlan(app.planStore, request.params.planId, user)
      requireMayAmend(user, before.ownerId, before.coachId)
      requireVersion(request.headers['if-match'], before.amendmentVersion, 'amendment')
      refuseFaults(checkAmendment(withDefaults(document), before.plan, prefix))
      // On the plan's version, so that the plan which was checked is the one that gets the amendment.
      const stored = await app.planStore.replaceAmendment(before.id, before.version, document)
      if (!stored) throw versionConflict('plan')
      reply.header('etag', etagOf(stored.amendmentVersion))
      return presentAmendment(stored)
    },
  )
}

export default amendmentRoutes
