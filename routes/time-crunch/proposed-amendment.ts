/** The plan under an amendment that somebody is still thinking about: for one answer, nothing of it is kept. */
import type { FastifyInstance } from 'fastify'
import { withDefaults } from '../../domain/amendment/amendment.ts'
import { checkAmendment } from '../../domain/amendment/contradictions.ts'
import type { AmendmentDocument } from '../../domain/plan/document.ts'
import type { PreparedPlan } from '../../plugins/compressor/compressor-service.ts'
import type { Caller } from '../../store/caller.ts'
import { findPlan } from '../find-plan.ts'
import { requireMayAmend } from '../plans/permissions.ts'
import { refuseFaults } from '../refuse-faults.ts'

/**
 * Only whoever may write the amendment may try one: else athletes could look behind what their coach protects.
 * Throws 403 forbidden, and 422 for what saving it would be refused for, at `/amendment/…`.
 */
export const proposedAmendment = async (
  app: FastifyInstance,
  planId: string,
  user: Caller,
  document: AmendmentDocument,
): Promise<PreparedPlan> => {
  const stored = await findPlan(app.planStore, planId, user)
  requireMayAmend(user, stored.ownerId, stored.coachId)
  const amendment = withDefaults(document)
  refuseFaults(checkAmendment(amendment, stored.plan, '/amendment'))
  return app.compressor.amended(await app.compressor.prepare(stored, async () => stored), amendment)
}
